// The camera in a session: <unknot-camera state exercise>, with the variant after the exercise. While its state is "on" the
// camera is, and not a moment longer.
//
// A worker gets copies of what the video shows, one at a time, the next when one was looked at: so none queues. (Frames as
// MediaStreamTrackProcessor gives them are not all ours to close: Chromium loses the one under way when a camera ends.) None
// is kept, and none is sent anywhere.
// crates/web/src/pages/session/camera.rs puts this into the page, with its `words` and two functions: `glance` is told what
// each picture shows, `fail` which trouble there is.

/** For so many milliseconds what watches is kept for the next exercise. */
const KEPT = 60_000;
/** What trouble a browser's error means; anything else is a camera that others use. */
const TROUBLES = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  TypeError: "missing",
};
/** Which landmarks are joined. */
const LINES = [
  [11, 12], [11, 13], [13, 15], [12, 14], [14, 16], [11, 23], [12, 24], [23, 24],
  [23, 25], [25, 27], [24, 26], [26, 28], [7, 11], [8, 12], [7, 0], [0, 8],
];
/** How surely a landmark must be seen to be shown. */
const SURE = 0.5;

document.head.append(make("link", { rel: "stylesheet", href: new URL("camera.css", import.meta.url).href }));

/** What watches; there is one for every camera, as it takes a while to make. */
let worker = null;
let watched = null;
let leaving = 0;
/** Who waits for what the worker sees, in the order of the pictures it was given. */
let waiting = [];

function letGo() {
  worker?.terminate();
  worker = watched = null;
  waiting = [];
}

/** What the worker sees in a picture. If it cannot look there is no answer. */
function seen(picture) {
  worker.postMessage({ picture }, [picture]);
  return new Promise((answer) => waiting.push(answer));
}

function make(name, has = {}, ...inside) {
  const element = Object.assign(document.createElement(name), has);
  element.append(...inside);
  return element;
}

class Camera extends HTMLElement {
  static observedAttributes = ["state", "exercise"];

  #stream = null;
  #video = null;
  #canvas = null;
  #says = null;
  #isThere = false;

  connectedCallback() {
    this.#isThere = true;
    // Whoever touches this does not touch the stage.
    this.addEventListener("click", (event) => event.stopPropagation());
    this.#show();
  }

  disconnectedCallback() {
    this.#isThere = false;
    this.#close();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#isThere || before === now) return;
    if (name === "state") this.#show();
    else if (this.#stream) this.#turn();
  }

  #show() {
    this.#close();
    if (this.getAttribute("state") === "on") this.#open();
    else this.replaceChildren();
  }

  async #open() {
    clearTimeout(leaving);
    const video = (this.#video = make("video", { muted: true, playsInline: true }));
    this.#canvas = make("canvas");
    const mirror = make("div", { className: "camera-mirror" }, video, this.#canvas);
    // Held upright, a phone sees a picture that is high.
    video.onresize = () => (mirror.style.aspectRatio = video.videoWidth / video.videoHeight);
    mirror.setAttribute("role", "img");
    mirror.setAttribute("aria-label", this.words.picture);
    this.#says = make("p", {}, this.words.opening);
    const picture = make("div", { className: "camera-picture" }, mirror, this.#says);
    this.replaceChildren(picture);
    let stream;
    try {
      const wanted = { facingMode: "user", width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } };
      stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: wanted });
    } catch (error) {
      return this.#fail(TROUBLES[error.name] ?? "taken", video);
    }
    // The page may have gone on before the person answered.
    if (this.#video !== video) return end(stream);
    this.#stream = stream;
    for (const track of stream.getTracks()) track.addEventListener("ended", () => this.#fail("gone", video));
    picture.prepend(make("p", { className: "camera-on" }, this.words.on));
    video.srcObject = stream;
    video.play().catch(() => {});
    this.#watch(video);
  }

  #close() {
    if (this.#stream) end(this.#stream);
    if (this.#video) leaving = setTimeout(letGo, KEPT);
    this.#stream = this.#video = this.#canvas = this.#says = null;
  }

  /** Nothing comes of that video: the clock leads on. */
  #fail(why, video) {
    if (this.#video !== video) return;
    this.#close();
    this.fail(why);
  }

  #watch(video) {
    const broken = () => {
      letGo();
      this.#fail("broken", video);
    };
    worker ??= new Worker(new URL("watcher.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => (data.trouble ? broken() : waiting.shift()(data));
    worker.onerror = (event) => {
      event.preventDefault();
      broken();
    };
    this.#turn();
    this.#follow(video);
  }

  /** Has the pictures of a video looked at, one after another, as long as it is the one that is shown. */
  async #follow(video) {
    for (;;) {
      await new Promise((shown) => (video.requestVideoFrameCallback?.(shown) ?? requestAnimationFrame(shown)));
      if (this.#video !== video) return;
      // What has no size yet cannot be copied.
      const picture = await createImageBitmap(video).catch(() => null);
      if (!picture) continue;
      if (this.#video !== video) return picture.close();
      const glance = await seen(picture);
      if (this.#video !== video) return;
      this.#seen(glance);
    }
  }

  /** Watches another exercise, unless it is the same. */
  #turn() {
    const wanted = this.getAttribute("exercise");
    if (!worker || !wanted || watched === wanted) return;
    watched = wanted;
    const [exercise, variant] = wanted.split(" ");
    worker.postMessage({ exercise, variant: variant || undefined });
  }

  #seen({ seen, placed, holds, count, fault, better, landmarks }) {
    this.#draw(landmarks);
    const made = this.glance(seen, placed, holds, count, fault, better);
    // What it showed may have ended it.
    if (!this.#says) return;
    const says = !seen ? "nobody" : made < 0 ? "awaited" : made > 0 ? null : "somebody";
    this.#say(says ? this.words[says] : `${made}`, says === null);
  }

  #say(words, isCount) {
    if (this.#says.textContent === words) return;
    this.#says.textContent = words;
    this.#says.classList.toggle("camera-count", isCount);
  }

  #draw(landmarks) {
    const { videoWidth: width, videoHeight: height } = this.#video;
    const canvas = this.#canvas;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d");
    context.clearRect(0, 0, width, height);
    context.strokeStyle = getComputedStyle(canvas).color;
    context.lineWidth = Math.max(width, height) / 80;
    context.lineCap = "round";
    context.beginPath();
    for (const [from, to] of LINES) {
      const [a, b] = [from, to].map((index) => landmarks.subarray(3 * index, 3 * index + 3));
      if (!(a[2] > SURE && b[2] > SURE)) continue;
      context.moveTo(a[0] * width, a[1] * height);
      context.lineTo(b[0] * width, b[1] * height);
    }
    context.stroke();
  }
}

function end(stream) {
  for (const track of stream.getTracks()) track.stop();
}

customElements.define("unknot-camera", Camera);
