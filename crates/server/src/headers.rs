//! What a browser may do with the pages: what they need, and nothing else.

use axum::http::header::{
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, REFERRER_POLICY, SERVER, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};

/// By this an Unknot knows another.
pub(crate) const NAME: &str = "unknot";

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; \
    worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The camera sees how somebody moves, the microphone and the motion sensor hear knocks on the floor (browsers ask for the
/// accelerometer and the gyroscope before they tell of motion), the screen stays on.
const PERMISSIONS: &str = "camera=(self), microphone=(self), accelerometer=(self), screen-wake-lock=(self), \
    fullscreen=(self), autoplay=(self), browsing-topics=(), \
    display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(self), hid=(), identity-credentials-get=(), \
    idle-detection=(), local-fonts=(), magnetometer=(), midi=(), otp-credentials=(), payment=(), \
    picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), serial=(), \
    storage-access=(), usb=(), window-management=(), xr-spatial-tracking=()";

static ALWAYS: [(HeaderName, &str); 5] = [
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (SERVER, NAME),
];

static OF_PAGES: [(HeaderName, &str); 2] =
    [(CONTENT_SECURITY_POLICY, POLICY), (HeaderName::from_static("permissions-policy"), PERMISSIONS)];

/// Of what is of these kinds a browser makes no page, and runs nothing by itself. Two long headers would be much of a small
/// picture.
const NO_PAGES: [&str; 6] = [
    "application/manifest+json",
    "application/wasm",
    "font/woff2",
    "image/png",
    "image/webp",
    "text/css; charset=utf-8",
];

/// Adds what every answer says.
pub(crate) fn add(headers: &mut HeaderMap) {
    let is_page = headers.get(CONTENT_TYPE).is_none_or(|kind| !NO_PAGES.iter().any(|other| kind == other));
    for (name, value) in ALWAYS.iter().chain(OF_PAGES.iter().filter(|_| is_page)) {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// Returns whether one of the values in a header, between commas, is such a one.
pub(crate) fn has(headers: &HeaderMap, name: HeaderName, is: impl Fn(&str) -> bool) -> bool {
    let values = headers.get_all(name);
    values
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|value| is(value.trim()))
}
