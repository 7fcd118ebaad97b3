// What a page is heard to play and say.

/** For `inits`: notes every file that is made and every element that plays, and measures how loud it is. */
export function listen() {
  const heard = { files: new Map(), element: undefined, analyser: undefined, began: 0, stopped: 0, spoken: [], fetched: [] };
  globalThis.heard = heard;
  const create = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    const url = create.call(URL, file);
    heard.files.set(url, file);
    return url;
  };
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    if (!heard.analyser) {
      const context = new AudioContext();
      heard.analyser = context.createAnalyser();
      context.createMediaElementSource(this).connect(heard.analyser).connect(context.destination);
    }
    heard.analyser.context.resume();
    heard.element = this;
    heard.began = this.currentTime;
    return play.call(this);
  };
  const pause = HTMLMediaElement.prototype.pause;
  HTMLMediaElement.prototype.pause = function () {
    if (this.duration > 60) heard.stopped = this.currentTime;
    return pause.call(this);
  };
  const get = globalThis.fetch;
  globalThis.fetch = (what, ...rest) => {
    heard.fetched.push(`${what?.url ?? what}`);
    return get(what, ...rest);
  };
  // It begins and never ends, as it does where there are no voices.
  if (globalThis.speechSynthesis) {
    speechSynthesis.speak = ({ text, volume }) => heard.spoken.push({ text, volume });
  }
}
