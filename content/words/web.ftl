# Words that only the pages in a browser show. What is said in a session itself is in the language's own file.

## On every page
web =
    .name = Unknot
    .pages = Pages

## Links to the pages
web-nav =
    .today = Today
    .seven = The seven
    .journal = Journal
    .settings = Settings
    .safety = Safety
    .about = About

## The first page
web-today =
    .title = The seven
    .promise = Seven stretches that may ease a sore upper back, in seven minutes.

## An address that leads nowhere
web-unknown =
    .title = Nothing here
    .text = There is no page at this address.
    .back = To the first page

## Begin
web-begin =
    .title = Before you begin

## Session
web-session =
    .title = Session

## After
web-after =
    .title = How was it?

## Seven
web-seven =
    .title = The seven

## Exercise
web-exercise =
    .title = Exercise

## Print
web-print =
    .title = The seven on one page

## Journal
web-journal =
    .title = Journal
    .empty = Nothing here yet. After a session you find here what you did, how long it took, where it was sore, and your pain before and after.
    .to-today = To the first page
    .pain-over-time = Pain over time
    .picture = Pain before and after each session, from 0 to 10. The table below has the same numbers.
    .scale = 0 is no pain, 10 the worst imaginable
    .too-few = Too few days to tell whether anything changes.
    .told-on-days = Told on { $n } days. Pain comes and goes by itself, too: this shows what you told, not why.
    .as-table = The same as a table
    .day = Day
    .days = Day by day
    .before = Before
    .after = After
    .other = Pain
    .pain-before = Pain { $n } before
    .pain-after = { $n } after
    .pain-only-after = Pain { $n } after
    .pain-other = Pain { $n }
    .seconds = { $n } s
    .minutes = { $n } min
    .finished = finished
    .stopped = stopped
    .advised = stopped, with the advice to see a clinician
    .emergency = stopped, with the advice to call for help
    .broken-off = broken off
    .done = Done
    .eased = Made easier
    .skipped = Skipped
    .sore = Sore in
    .hurt = It hurt in
    .left = left
    .right = right
    .into = { $n } s into it
    .sharp = sharp pain
    .new-symptom = tingling, weakness, dizziness or disturbed sight
    .emergency-sign = a sign of an emergency
    .not-said = no kind told
    .correct = Correct the pain
    .take-back = Take back
    .yours = It is yours
    .where-it-is = All of this is in this browser on this device, and nowhere else.
    .unreadable = { $n ->
        [one] One record cannot be read. It stays, and is in the file that you save.
       *[other] { $n } records cannot be read. They stay, and are in the file that you save.
    }
    .save = Save as a file
    .not-saved = The browser did not save the file.
    .read = Add from such a file
    .added = { $n ->
        [0] Everything in the file is here already.
        [one] One record was added.
       *[other] { $n } records were added.
    }
    .not-read = Nothing was added, because the file cannot be read.
    .erase = Erase everything …
    .erase-title = Erase everything?
    .erase-text = Every session, every pain, every answer and every setting in this browser. It cannot be undone. Save a file first if you may want it again.
    .erase-no = Keep it
    .erase-yes = Erase everything
    .erased = Everything is erased.

## Where nothing can be kept
web-trouble =
    .nothing-kept = Nothing is being kept. Everything works, and is forgotten when this page is closed.
    .refused = The browser keeps nothing for this page; a private window is one reason.
    .full = The browser has no space left for it.
    .load-again = Load the page again to mend this.
    .blocked = An older Unknot is open in another tab: close it, and load this page again.

## Safety
web-safety =
    .title = Safety

## About
web-about =
    .title = About

## Settings
web-settings =
    .title = Settings
