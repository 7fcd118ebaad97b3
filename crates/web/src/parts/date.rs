//! How days and times are written.

use jiff::civil::Date;
use js_sys::{Object, Reflect};
use leptos::prelude::document;
use unknot_journal::Time;
use wasm_bindgen::JsValue;

/// Returns a day in the page's language, as the calendar on the wall had it when it was told.
pub(crate) fn day(time: &Time) -> String {
    let date = time.on_the_wall().date();
    written(date, &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")])
}

/// Returns a day in few letters.
pub(crate) fn short_day(date: Date) -> String {
    written(date, &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
}

/// Returns a day of a year that is known, in few letters.
pub(crate) fn day_and_month(date: Date) -> String {
    written(date, &[("day", "numeric"), ("month", "short")])
}

/// Returns the month of a day, with its year.
pub(crate) fn month(date: Date) -> String {
    written(date, &[("month", "long"), ("year", "numeric")])
}

/// Returns which day of the week it is, in few letters or in full.
pub(crate) fn weekday(date: Date, form: &str) -> String {
    written(date, &[("weekday", form)])
}

/// Returns what the clock on the wall showed.
pub(crate) fn clock(time: &Time) -> String {
    let wall = time.on_the_wall();
    format!("{:02}:{:02}", wall.hour(), wall.minute())
}

fn written(date: Date, form: &[(&str, &str)]) -> String {
    // The browser knows how days are written, but only of moments: noon of that day in UTC, told in UTC.
    let noon = js_sys::Date::new(&JsValue::from(format!("{date}T12:00:00Z")));
    let options = Object::new();
    for (name, value) in form.iter().chain(&[("timeZone", "UTC")]) {
        // A fresh object takes any value.
        let _set = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    let language = document().document_element().and_then(|html| html.get_attribute("lang"));
    noon.to_locale_date_string(language.as_deref().unwrap_or("en"), &options).into()
}
