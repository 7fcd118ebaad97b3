//! The shaders: the formulas of `shade.rs`, `separate.rs`, `backdrop/` and `encode.rs`, in GLSL.

/// Vertices, moved into the picture and lit.
pub(super) const VERTEX: &str = "
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec3 albedo;
layout(location = 3) in float lengthened;
layout(location = 4) in float working;
layout(location = 5) in float receiver;

uniform vec3 eye, right, up, forward;
uniform vec2 scale;
uniform float height_of_floor, body;
uniform vec3 towards_key, key, sky, ground, lengthens, works;
uniform float glow;
uniform vec4 along[2 * LAYERS];
uniform vec2 last[LAYERS];

out vec4 look;
out vec2 texel;
flat out vec3 shadow;

vec3 lit() {
    float near_floor = clamp(1.0 - (position.y - height_of_floor) / FLOOR_REACH, 0.0, 1.0);
    float upward = 0.5 + 0.5 * normal.y;
    float l = clamp(lengthened, 0.0, 1.0), w = clamp(working, 0.0, 1.0);
    vec3 base = mix(mix(albedo, works, w * WORKS_COVER), lengthens, l * LENGTHENS_COVER);
    float open = 1.0 - FLOOR_SHADE * near_floor * (1.0 - upward);
    float reached = max(0.0, (dot(normal, towards_key) + WRAP) / (1.0 + WRAP));
    vec3 light = mix(ground, sky, upward) * open + key * reached * reached;
    return base * light + (lengthens * l + works * w * WORKS_GLOW) * glow;
}

void main() {
    vec3 off = position - eye;
    vec3 view = vec3(dot(off, right), dot(off, up), dot(off, forward));
    gl_Position = vec4(view.xy * scale, view.z - 2.0 * NEAR, view.z);
    float facing = max(0.0, dot(normal, -normalize(off)));
    look = vec4(lit(), mix(1.0, facing, body));
    int layer = int(receiver);
    vec4 at = vec4(position, 1.0);
    texel = vec2(dot(along[2 * layer], at), dot(along[2 * layer + 1], at));
    shadow = vec3(last[layer], receiver);
}
";

/// How dark a place is on a layer of the shadows.
const DARK: &str = "
uniform sampler2DArray shadows;

float dark(vec2 at, vec3 on) {
    if (!(at.x >= 0.0 && at.y >= 0.0 && at.x < on.x && at.y < on.y)) return 0.0;
    return texture(shadows, vec3((at + 0.5) / SHADOW_SIDE, on.z)).r;
}
";

/// The light that a surface sends to the eye.
const LIGHT: &str = "
in vec4 look;
in vec2 texel;
flat in vec3 shadow;
uniform float rim;
out vec4 colour;

void main() {
    float away = 1.0 - look.a;
    float light = 1.0 + rim * away * away * away;
    if (shadow.z > 0.5) light *= 1.0 - dark(texel, shadow);
    colour = vec4(look.rgb * light, 1.0);
}
";

/// How far away a surface is, in three bytes, and whether it is a body.
pub(super) const DISTANCE: &str = "
uniform float body;
out vec4 distance_and_body;

void main() {
    uint steps = uint(min(gl_FragCoord.w * NEAR, 1.0) * 16777215.0);
    vec3 bytes = vec3(steps >> 16u, (steps >> 8u) & 255u, steps & 255u);
    distance_and_body = vec4(bytes / 255.0, mix(0.5, 1.0, body));
}
";

/// One triangle that covers the picture.
pub(super) const EVERYWHERE: &str = "
void main() {
    gl_Position = vec4(vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4.0 - 1.0, 0.0, 1.0);
}
";

/// The figure in front of its backdrop, as bytes.
const COMPOSED: &str = "
uniform sampler2D figure, distances;
uniform vec2 size;
uniform vec3 eye, right, up, forward, target;
uniform float per_pixel, focal, framed;
uniform vec2 floor_height_and_is;
uniform vec3 wall_origin, wall_across, wall_faces;
uniform float wall_is;
uniform vec4 along[2 * LAYERS];
uniform vec2 last[LAYERS];
uniform vec4 paper, floor_paint, wall_paint, shadow_paint;
uniform ivec2 neighbours[12];
uniform vec3 weights;
out vec4 colour;

const float FAR = 1e6;

float fade(float squared) {
    float left = max(0.0, 1.0 - squared);
    return left * left;
}

float corner(float away) {
    float relative = max(0.0, away) / CORNER_REACH;
    return CORNER / (1.0 + relative * relative);
}

float both(float one, float other) {
    return one + other - one * other;
}

float dark_at(vec3 place, int layer) {
    vec4 at = vec4(place, 1.0);
    return dark(vec2(dot(along[2 * layer], at), dot(along[2 * layer + 1], at)), vec3(last[layer], layer));
}

vec4 backdrop(vec3 ray) {
    float to_floor = (floor_height_and_is.x - eye.y) / ray.y;
    bool sees_floor = floor_height_and_is.y > 0.5 && ray.y < -1e-6;
    float away = dot(eye - wall_origin, wall_faces), goes = dot(ray, wall_faces);
    bool sees_wall = wall_is > 0.5 && goes < -1e-6;
    float to_wall = -away / goes;
    float share = 0.0;
    if (sees_wall) {
        float above = eye.y + ray.y * to_wall - floor_height_and_is.x;
        share = sees_floor ? clamp(above * focal / to_wall + 0.5, 0.0, 1.0) : 1.0;
    }
    float on_floor = 0.0, on_wall = 0.0, plain_floor = 0.0, plain_wall = 0.0;
    if (sees_floor && share < 1.0) {
        vec3 place = eye + ray * to_floor;
        vec3 off = (place - target) / (framed * FLOOR_SEEN);
        plain_floor = fade(dot(off.xz, off.xz));
        float edge = wall_is > 0.5 ? corner(dot(place - wall_origin, wall_faces)) * plain_floor : 0.0;
        on_floor = both(edge, dark_at(place, 1));
    }
    if (share > 0.0) {
        vec3 place = eye + ray * to_wall;
        float aside = dot(place - target, wall_across) / (framed * WALL_SEEN);
        float height = place.y - floor_height_and_is.x;
        plain_wall = fade(aside * aside) * fade(height * height / (WALL_TOP * WALL_TOP));
        float edge = floor_height_and_is.y > 0.5 ? corner(height) * plain_wall : 0.0;
        on_wall = both(edge, dark_at(place, 0));
    }
    vec4 seen = paper + floor_paint * plain_floor * (1.0 - share) + wall_paint * plain_wall * share;
    return mix(seen, shadow_paint, mix(on_floor, on_wall, share));
}

// Distance in metres, and how much of a body there is.
vec2 there(ivec2 at) {
    if (any(lessThan(at, ivec2(0))) || any(greaterThanEqual(at, ivec2(size)))) return vec2(FAR, 0.0);
    vec4 texel = texelFetch(distances, at, 0);
    float inverse = dot(texel.rgb, vec3(65536.0, 256.0, 1.0)) * 255.0 / 16777215.0;
    return inverse > 0.0 ? vec2(NEAR / inverse, texel.a) : vec2(FAR, 0.0);
}

float nearer(float here, ivec2 at, ivec2 by) {
    float one = here - there(at + by).x, other = here - there(at - by).x;
    return max(0.0, clamp(one, -SEPARATION_STEP, SEPARATION_STEP) + clamp(other, -SEPARATION_STEP, SEPARATION_STEP));
}

float separation(ivec2 at) {
    vec2 here = there(at);
    if (here.y == 0.0) {
        // Only a corner of the pixel is covered: by what covers its neighbour.
        for (int by = 0; by < 9; by++) {
            vec2 beside = there(at + ivec2(by % 3 - 1, by / 3 - 1));
            if (beside.x < here.x) here = beside;
        }
    }
    bool is_body = here.y > 0.75;
    float line = 0.0;
    for (int ring = 0; ring < (is_body ? 3 : 2); ring++) {
        float sum = 0.0;
        for (int each = 0; each < 4; each++) {
            // Down is the other way here.
            sum += nearer(here.x, at, neighbours[ring * 4 + each] * ivec2(1, -1));
        }
        line += sum * weights[ring] / SEPARATION_STEP;
    }
    return 1.0 - (is_body ? SEPARATION : SEPARATION_ON_PROPS) * min(1.0, line);
}

vec3 encoded(vec3 light) {
    vec3 held = clamp(light, 0.0, 1.0);
    return mix(1.055 * pow(held, vec3(1.0 / 2.4)) - 0.055, held * 12.92, vec3(lessThanEqual(held, vec3(0.0031308))));
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec2 off = (gl_FragCoord.xy - size * 0.5) * per_pixel;
    colour = backdrop(forward + right * off.x + up * off.y);
    vec4 above = texelFetch(figure, at, 0);
    if (above.a > 0.0) {
        colour = vec4(above.rgb * separation(at), above.a) + colour * (1.0 - above.a);
    }
    vec3 bytes = encoded(colour.rgb / max(colour.a, 1e-6)) * 255.0;
    int row = (int(size.y) - 1 - at.y) % PATTERN;
    vec3 byte = floor(bytes + (BAYER[row * PATTERN + at.x % PATTERN] + 0.5) / PARTS);
    colour = vec4(byte / 255.0 * colour.a, colour.a);
}
";

/// Returns the fragment shader for light.
pub(super) fn light() -> String {
    [DARK, LIGHT].concat()
}

/// Returns the fragment shader for the whole.
pub(super) fn composed() -> String {
    [DARK, COMPOSED].concat()
}
