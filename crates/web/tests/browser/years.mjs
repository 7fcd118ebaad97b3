// Ten years of daily use.

const EXERCISES = [
  "w-and-y",
  "wall-angels",
  "levator-scapulae",
  "opposite-arm-and-leg",
  "back-extension",
  "childs-pose",
  "foam-rolling",
];

export const DAYS = 3652;

/** The morning after. */
export const AFTER = "2026-11-28T07:00:00+00:00";

/** Returns the lines of ten years: on every day a session, the pain before and after it, and once more. */
export function tenYears() {
  const first = Date.UTC(2016, 10, 28, 7);
  const lines = [];
  const line = (day, minute, kind, entry) => {
    const at = new Date(first + day * 86_400_000 + minute * 60_000).toISOString().slice(0, 19) + "+00:00[Europe/London]";
    const id = `0${(first + day * 86_400_000 + minute * 60_000).toString(16)}`.slice(-12);
    const name = `${id.slice(0, 8)}-${id.slice(8)}-7000-8000-${lines.length.toString(16).padStart(12, "0")}`;
    const device = "019ab7d0-0000-7d00-8000-00000000000d";
    lines.push(JSON.stringify({ v: 2, id: name, device, at, kind, entry: entry(name, at) }));
    return name;
  };
  for (let day = 0; day < DAYS; day++) {
    const amount = { repetitions: 8, hold_seconds: 5 };
    const exercise = (exercise) => ({
      exercise,
      variant: null,
      asked: amount,
      done: amount,
      skipped: day % 5 === 0 && exercise === "foam-rolling",
      eased: day % 7 === 0,
      sore: [],
      seconds: 46,
    });
    const session = line(day, 8, "session", (session, at) => ({
      session,
      programme: "seven",
      started: at,
      ended: at,
      end: "finished",
      exercises: EXERCISES.map(exercise),
      by: "clock",
      changes: [],
    }));
    const pain = (pain, moment) => () => ({ pain: pain % 11, moment, session });
    line(day, 0, "pain", pain(3 + ((day * 7) % 4), "before"));
    line(day, 9, "pain", pain(2 + ((day * 5) % 4), "after"));
    line(day, 600, "pain", pain(3 + ((day * 3) % 4), "other"));
  }
  return lines;
}
