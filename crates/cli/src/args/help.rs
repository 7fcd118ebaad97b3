//! The parts of the help that teach by example.

/// Below the list of commands.
pub(super) const ROOT: &str = "\
Examples:
  unknot                          in the browser; without a display, in the terminal
  unknot play                     a session of seven minutes in the terminal
  unknot play --gentle            more time and fewer repetitions, for the first three
  unknot plan --minutes 5         what would fit into five
  unknot show wall-angels         how an exercise is done, and why so

`unknot help COMMAND` says more.";

/// The same, in full.
pub(super) const ROOT_LONG: &str = "\
Examples:
  unknot                          in the browser; without a display, in the terminal
  unknot play                     a session of seven minutes in the terminal
  unknot play --gentle            more time and fewer repetitions, for the first three
  unknot play --programme office  a wall and a chair, no floor
  unknot plan --minutes 5         what would fit into five minutes
  unknot plan --without roller    what to do without a roller
  unknot show wall-angels         how an exercise is done, and why so
  unknot check my-exercise.toml   what is wrong with a file of your own
  unknot render sheet -o all.png  all seven on one page, to print

Exit codes:
  0  it was done
  1  it failed, or a file is wrong: `check` found something, a programme cannot be used
  2  it was asked for in a way that cannot be: an unknown option, exercise, programme or kit,
     minutes that are no time, nothing that fits, a file that cannot be read (missing, longer
     than 1 MB, not UTF-8)
  3  the safety screen found a red flag: no session; what to do instead is said

Unknot is no medical device, and no clinician has signed its safety questions off. If your pain is
new, bad or getting worse, have it looked at first.";

/// Below the help of `serve`.
pub(super) const SERVE: &str = "\
Examples:
  unknot serve                    open the pages in the browser
  unknot serve --no-open          only say where they are
  unknot serve --port 8080        at another port

Everything stays on this computer. A browser that this command opens, or that was once opened by the
address with the token, shares the journal of the terminal: what is told in one is in the other. What
the browser keeps belongs to the address: at another port it has to be opened that way again.";

/// Below the help of `rate`.
pub(super) const RATE: &str = "\
Examples:
  unknot rate 4                   the pain now, 4 of 10
  unknot rate 3 --after           the pain after today's last session
  unknot rate 6 --at 8:30         as it was at half past eight";

/// Below the help of `journal`.
pub(super) const JOURNAL: &str = "\
Examples:
  unknot journal list             what was told so far
  unknot journal insight          whether it helps
  unknot journal plot -o pain.svg as a picture
  unknot journal add peg 5 4 6    how the last week was
  unknot journal export -o my.jsonl
  unknot journal import my.jsonl  on another computer

It is one file on this computer. What is told never changes: a correction is a record of its own.";

/// Below the help of `journal list`.
pub(super) const JOURNAL_LIST: &str = "\
Examples:
  unknot journal list --last 10
  unknot journal list --json      for programs";

/// Below the help of `journal add`.
pub(super) const JOURNAL_ADD: &str = "\
Examples:
  unknot journal add note \"A new chair.\"
  unknot journal add peg 5 4 6    pain, enjoyment, activity: the last week, 0 to 10
  unknot journal add next-day no  nothing was worse on the day after the last session
  unknot journal add correction 1f2e3d4c --pain 3
  unknot journal add answer leave-out yes --exercise foam-rolling";

/// Below the help of `journal show`.
pub(super) const JOURNAL_SHOW: &str = "\
Examples:
  unknot journal show 1f2e3d4c    the end of a name, as `unknot journal list` shows it";

/// Below the help of `journal insight`.
pub(super) const JOURNAL_INSIGHT: &str = "\
Examples:
  unknot journal insight
  unknot journal insight --json   for programs

Every number has its 95 % interval. Nothing is called better unless the whole interval is better by at
least 1 point of 10, the smallest change that matters to people. The trend is that of the last twelve
weeks, and needs ten days with a rating.";

/// Below the help of `journal plot`.
pub(super) const JOURNAL_PLOT: &str = "\
Examples:
  unknot journal plot -o pain.svg
  unknot journal plot -o pain.png --night

It shows half a year at most, always from 0 to 10. A trend is drawn only where its whole interval is
less pain, or more.";

/// Below the help of `journal import`.
pub(super) const JOURNAL_IMPORT: &str = "\
Examples:
  unknot journal import my.jsonl  what was exported here, on another computer, or in the browser

Either all of it is imported or, where a line is wrong, nothing.";

/// Below the help of `journal export`.
pub(super) const JOURNAL_EXPORT: &str = "\
Examples:
  unknot journal export -o my.jsonl             everything, to import again
  unknot journal export --format csv -o my.csv
  unknot journal export --format fhir -o my.json
  unknot journal export --format ics --at 7:30 -o unknot.ics

Only json has everything. The others tell what stands after corrections: csv leaves out settings; fhir
has pain, PEG, sessions and the safety questions; ics has the days of the programme.";

/// Below the help of `journal erase`.
pub(super) const JOURNAL_ERASE: &str = "\
Examples:
  unknot journal export -o my.jsonl && unknot journal erase";

/// Below the help of `see`.
pub(super) const SEE: &str = "\
Examples:
  unknot see me.jpg                 whether somebody is seen, and what of them is hidden
  unknot see me.jpg --draw seen.png with the landmarks on it
  unknot see *.jpg --json           for programs, a line for each picture

JSON has `people`, whoever is seen best first, and empty where nobody is. Each has `image` and `world`: 33
landmarks in MediaPipe's order, each x, y, z and how likely it is to be visible. In the image x and y are
shares of its width and height; in the world they are metres from the middle of the hips, y down, z away
from the camera.";

/// Below the help of `web`.
pub(super) const WEB: &str = "\
Examples:
  unknot web export site          the pages as files, for any web server with HTTPS";

/// Below the help of `play`.
pub(super) const PLAY: &str = "\
Examples:
  unknot play                       seven minutes
  unknot play --wait                every change of position waits for you
  unknot play --programme standing  standing only, three minutes

Keys: space pauses and goes on, ← back, → skip, s sore here, e easier, h it hurts, u help me up,
q quit.";

/// The same, in full.
pub(super) const PLAY_LONG: &str = "\
Examples:
  unknot play                       seven minutes
  unknot play --wait                every change of position waits for you
  unknot play --programme standing  standing only, three minutes
  unknot play | cat                 captions only, one a line, at the time they are due

Keys while it plays:
  space  pause, go on; also \"I am in position\"
  ←  →   back, skip
  s      sore here: a sore spot gets its time, where the exercise has some for it
  e      easier: an easier way of doing it, or smaller movements
  h      it hurts: everything stops, and you are asked how
  u      help me up: step by step, from any position
  q      quit

The safety questions come first: the list of emergency signs before every session, the others the
first time and again after six weeks. Where input or output is no terminal, nothing is asked:
captions are printed one a line, and whether the answers are known is said first.

Exit codes: 0 played, to the end or not; 1 the programme file is wrong; 2 asked for in a way that
cannot be; 3 the safety questions rule a session out.";

/// Below the help of `plan`.
pub(super) const PLAN: &str = "\
Examples:
  unknot plan                          seven minutes
  unknot plan --minutes 5.5            less time
  unknot plan --without roller,mat     less kit
  unknot plan --only wall-angels       one exercise
  unknot plan --json | jq .total_seconds";

/// The same, in full.
pub(super) const PLAN_LONG: &str = "\
Examples:
  unknot plan                          seven minutes
  unknot plan --minutes 5.5            less time
  unknot plan --without roller,mat     less kit
  unknot plan --only wall-angels       one exercise
  unknot plan --order article          in the order of the article
  unknot plan --json | jq .total_seconds

The JSON has:
  total_seconds   the sum of all that follows
  order           flow, article or listed
  brisk           whether something is shorter or faster than usual, to fit
  screened        whether the safety questions have been answered, and not too long ago
  items[]         exercise, variant (null or its id), position, into_position_seconds,
                  work_seconds, reps, sides ([\"right\", \"left\"] in order, or [\"both\"]),
                  dose (1.0 is the usual one), kit
  get_up_seconds  to stand up at the end; 0 where it ends upright
  left_out[]      exercise, reason (kit, screen or time), missing (the kit, or null)

The sum of every into_position_seconds and work_seconds and of get_up_seconds is total_seconds.

Exit codes: 0 planned; 1 the programme file is wrong; 2 nothing fits, or asked for in a way that
cannot be; 3 the answers to the safety questions rule a session out.";

/// Below the help of `timeline`.
pub(super) const TIMELINE: &str = "\
Examples:
  unknot timeline --only wall-angels
  unknot timeline --json | jq '.segments[] | select(.phase == \"hold\")'

The JSON has total_seconds, screened, segments[] (start, end, exercise (null while getting up),
phase, side, rep, caption) and utterances[] (at, until, text or tone, key).";

/// Below the help of `exercises`.
pub(super) const EXERCISES: &str = "\
Examples:
  unknot exercises
  unknot exercises --json | jq -r '.[].id'";

/// Below the help of `show`.
pub(super) const SHOW: &str = "\
Examples:
  unknot show wall-angels
  unknot show neck-stretch        other names work, too
  unknot show foam-rolling --json";

/// Below the help of `screen`.
pub(super) const SCREEN: &str = "\
Examples:
  unknot screen                          ask, and remember
  unknot screen --screen me.json --json  judge a file

`unknot screen --help` describes the file.";

/// The same, in full.
pub(super) const SCREEN_LONG: &str = "\
Examples:
  unknot screen                          ask, and remember
  unknot screen --screen me.json --json  judge a file

Answers are kept in `$XDG_DATA_HOME/unknot/screen.json` (by default
`~/.local/share/unknot/screen.json`) and nowhere else; delete the file to be asked everything again.
Files for `--screen` look the same:

  {
    \"day\": \"2027-01-31\",
    \"answered\": [\"emergency\", \"same-day\", \"about-the-pain\", \"about-you\", \"before-floor\"],
    \"ticked\": [\"knee\"],
    \"unsure\": [],
    \"cleared\": null
  }

  day       when; may be left out. After six weeks answers count as out of date
  answered  the lists that were answered; before-floor may be missing
  ticked    the boxes that apply, of any list
  unsure    the lists at which you were unsure; of the emergency list that counts as a tick
  cleared   whether a clinician has checked this pain and agreed to exercise; true, false or null

A list or box that does not exist is refused with the names of all that do.

Exit codes: 0 a session may be planned, whole or in part; 1 the questions were not answered to the
end; 2 the answers in the file cannot be read or judged; 3 a red flag.";

/// Below the help of `check`.
pub(super) const CHECK: &str = "\
Examples:
  unknot check my-exercise.toml
  unknot check clinic.toml --exercises ./exercises
  unknot check my-exercise.toml --json

Exit codes: 0 it can be used; 1 something in it is wrong; 2 it cannot be read (missing, longer than
1 MB, not UTF-8).";

/// Below the help of `completions`.
pub(super) const COMPLETIONS: &str = "\
Examples:
  unknot completions bash > ~/.local/share/bash-completion/completions/unknot
  unknot completions zsh > ~/.zfunc/_unknot
  unknot completions fish > ~/.config/fish/completions/unknot.fish";

/// Below the help of `render`.
pub(super) const RENDER: &str = "\
Examples:
  unknot render frame --exercise wall-angels --at up -o up.png
  unknot render sheet -o seven.png
  unknot render clip --exercise w-and-y -o w-and-y.gif
  unknot render audio --programme office -o office.wav

A file that is there is replaced once the new one is whole. `unknot render frame --help` and so on
say more.";

/// Below the help of `render frame`.
pub(super) const FRAME: &str = "\
Examples:
  unknot render frame --exercise wall-angels --at up -o up.png
  unknot render frame --exercise childs-pose --at 12.5 --camera 40,15 --size 1600x900 -o fold.png
  unknot render frame --exercise w-and-y --variant seated --at y --shape woman --night -o y.png

Red is what lengthens, yellow what works. `unknot show ID` names the phases and the variants.";

/// Below the help of `render sheet`.
pub(super) const SHEET: &str = "\
Examples:
  unknot render sheet -o seven.png

The page is A4, upright, at 200 dots per inch: 1654 by 2339 pixels.";

/// Below the help of `render clip`.
pub(super) const CLIP: &str = "\
Examples:
  unknot render clip --exercise w-and-y -o w-and-y.webp
  unknot render clip --exercise wall-angels --size 720x720 --fps 30 -o angels.mp4

A clip goes from the first posture until it is back there; of an exercise with sides, that is the
first side. A WebP has the colours of the pictures, a GIF 255 of them; both go round for ever. An
MP4 is made by ffmpeg, which has to be installed.";

/// Below the help of `render audio`.
pub(super) const AUDIO: &str = "\
Examples:
  unknot render audio -o session.wav
  unknot render audio --minutes 5 --without roller -o five.wav
  unknot render audio --only levator-scapulae -o neck.wav

What is said, and when, is what `unknot timeline` shows with the same options. The voice speaks
English. Words of exercises of your own have no clip and stay silent; which, is told.";

/// Below the help of `coach`.
pub(super) const COACH: &str = "\
Examples:
  unknot coach --exercise wall-angels --landmarks me.jsonl
  unknot coach --exercise my-exercise.toml --landmarks me.jsonl --json

A repetition is every attempt of at least half of the person's own range; whether it was right is
another question, which its score answers, 0 to 1. A fault is named where the file says that a camera
can judge it from there, and only beyond its margin.

Exit codes: 0 it was watched; 1 the recording or the file is wrong; 2 one cannot be read.";

/// Below the help of `landmarks` and `landmarks convert`.
pub(super) const CONVERT: &str = "\
Examples:
  unknot landmarks convert --from kinect25 recording.txt -o recording.jsonl
  unknot landmarks convert --from kinect25 1.txt 2.txt 3.txt -o session.jsonl

A line of a recording is a picture: x, y, z of the 25 joints, in metres, 75 numbers; with one more in
front, that is the time in seconds. Without, there are 30 pictures a second.";

/// Below the help of `virtual`.
pub(super) const VIRTUAL: &str = "\
Examples:
  unknot virtual --exercise wall-angels -o angels.jsonl
  unknot virtual --exercise childs-pose --view left --fault elbows-bent -o bent.jsonl
  unknot coach --exercise wall-angels --landmarks angels.jsonl

The person does the exercise at its usual dose, and the camera gets nothing wrong but what the body
itself hides.";
