// A person as the camera sees them: <unknot-camera exercise variant>. The camera is on while this stands in the page, and
// not a moment longer.
//
// Pictures go to a worker one at a time: the next is taken when one was looked at, so that none queues. None is kept, and
// none is sent anywhere. Whoever puts this into a page gives it two functions: `glance` is told what each picture shows,
// `trouble` why there is none.

/** The longer side of what is looked at, in pixels. */
const LONGER = 480;
/** For so many milliseconds what watches is kept for the next exercise. */
const KEPT = 60_000;
/** What the names of a browser's errors mean; anything else is a camera that others use. */
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

/** What watches; there is one for every camera, as it takes a while to make. */
let worker = null;
let watched = null;
let leaving = 0;

function letGo() {
  worker?.terminate();
  worker = watched = null;
}

class Camera extends HTMLElement {
  static observedAttributes = ["exercise", "variant"];

  #stream = null;
  #video = document.createElement("video");
  #canvas = document.createElement("canvas");
  #isAsked = false;

  async connectedCallback() {
    clearTimeout(leaving);
    Object.assign(this.#video, { muted: true, playsInline: true });
    this.append(this.#video, this.#canvas);
    let stream;
    try {
      const video = { facingMode: "user", width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } };
      stream = await navigator.mediaDevices.getUserMedia({ audio: false, video });
    } catch (error) {
      return this.#fail(TROUBLES[error.name] ?? "in-use");
    }
    this.#stream = stream;
    // The page may have gone on before the person answered.
    if (!this.isConnected) return this.#close();
    for (const track of stream.getTracks()) track.addEventListener("ended", () => this.#fail("unplugged"));
    // Held upright, a phone sees a picture that is high.
    this.#video.onresize = () => (this.style.aspectRatio = this.#video.videoWidth / this.#video.videoHeight);
    this.#video.srcObject = stream;
    this.#video.play().catch(() => {});
    this.#watch();
  }

  disconnectedCallback() {
    this.#close();
    leaving = setTimeout(letGo, KEPT);
  }

  attributeChangedCallback() {
    if (this.#stream) this.#turn();
  }

  #close() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = this.#video.srcObject = null;
  }

  #fail(trouble) {
    const isShown = this.isConnected;
    this.#close();
    if (isShown) this.trouble?.(trouble);
  }

  #watch() {
    worker ??= new Worker(new URL("watcher.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => (data.trouble ? this.#broken() : this.#seen(data));
    worker.onerror = (event) => {
      event.preventDefault();
      this.#broken();
    };
    this.#turn();
    this.#next();
  }

  #broken() {
    letGo();
    this.#fail("broken");
  }

  /** Watches another exercise, unless it is the same. */
  #turn() {
    const [exercise, variant] = Camera.observedAttributes.map((name) => this.getAttribute(name) || undefined);
    const wanted = `${exercise} ${variant}`;
    if (!worker || watched === wanted) return;
    watched = wanted;
    worker.postMessage({ exercise, variant });
  }

  /** Takes the next picture as soon as there is one. */
  #next() {
    if (!this.#stream) return;
    const take = (now) => this.#take(now).catch(() => requestAnimationFrame(() => this.#next()));
    if (this.#video.requestVideoFrameCallback) this.#video.requestVideoFrameCallback(take);
    else requestAnimationFrame(take);
  }

  async #take(now) {
    const { videoWidth, videoHeight } = this.#video;
    const scale = Math.min(1, LONGER / Math.max(videoWidth, videoHeight));
    const size = { resizeWidth: Math.round(videoWidth * scale), resizeHeight: Math.round(videoHeight * scale) };
    const picture = await createImageBitmap(this.#video, size);
    if (!this.#stream || !worker) return picture.close();
    this.#isAsked = true;
    worker.postMessage({ picture, seconds: now / 1000 }, [picture]);
  }

  #seen({ seen, placed, holds, count, fault, better, landmarks }) {
    // What was asked for before a pause is of no use any more.
    if (!this.#stream || !this.#isAsked) return;
    this.#isAsked = false;
    this.#draw(landmarks);
    this.glance?.(seen, placed, holds, count, fault, better);
    this.#next();
  }

  #draw(landmarks) {
    const { videoWidth: width, videoHeight: height } = this.#video;
    const canvas = this.#canvas;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d");
    context.clearRect(0, 0, width, height);
    context.strokeStyle = getComputedStyle(this).color;
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

customElements.define("unknot-camera", Camera);
