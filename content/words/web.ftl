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
    .lead = What each of them is for and how it goes. A session chooses among them what is right for you today.
    .print = All seven on one page to print

## Exercise
web-exercise =
    .play = Play
    .pause = Pause
    .moment = Moment of the exercise
    .ways = Ways of doing it
    .usual = The usual way
    .kind = What it is
    .where = Where
    .needs = You need
    .takes = Takes
    .how = How it goes
    .muscles = Muscles
    .lengthens = Lengthens
    .works = Works
    .hardly-any = hardly any
    .watch = Watch for
    .cautions = For whom it is different
    .lessons = As written, as taught
    .written = The article
    .taught = Here
    .why = Why
    .sources = Sources

## How often and how long
web-dose =
    .seconds = { $n } s
    .times = { $n ->
        [0] not at all
        [one] once
       *[other] { $n } times
    }
    .held = held { $n } s
    .each-side = on each side
    .in-turn = on each side, in turn
    .how-often = How often
    .sets = Sets
    .hold = Hold
    .one-takes = One takes
    .can-be = Can be { $from } to { $to }.
    .gently = { $n } in the first three sessions.
    .asks = The article asks for { $n }.
    .asks-range = The article asks for { $from } to { $to }.
    .or = or
    .nothing = nothing
    .left = left
    .right = right
    .left-out = left out
    .range = movements of { $n } %
    .easier = Easier
    .harder = Harder
    .substitute = In its place
    .as-written = As the article has it

## Print
web-print =
    .title = The seven on one page
    .lead = One page of paper, A4, upright.
    .print = Print
    .stop = When it hurts
    .foot = Nothing here should hurt. It may ease a sore upper back; it does not replace a doctor or a physiotherapist. Before you begin, read for whom it is not: Safety.

## Journal
web-journal =
    .title = Journal

## Safety
web-safety =
    .title = Safety
    .lead = These are the questions that come before a session, with what each answer does.
    .call = Call for help
    .today = See a clinician today
    .check = Have it checked first
    .differently = What is done differently
    .unsure-counts = Being unsure counts as yes.
    .upright-only = Only the upright exercises
    .hurt = When it hurts
    .hurt-lead = “It hurts” is one touch away all through a session, and stops it at once.
    .pain = What pain changes
    .severe = { $n } of 10 or more before you begin
    .rise = Last time, { $n } or more higher after than before
    .next-day = Worse on the next day
    .several = Worse on the next day { $n } times in a row
    .not-signed = No clinician has signed these questions off yet. They come from published sources, and from the authors’ judgement where there are none.

## About
web-about =
    .title = About
    .lead = Unknot leads you through up to seven stretches and exercises for a sore or stiff upper back, such as after long sitting. They may ease it.
    .is-not = What it is not
    .no-device = No medical device. It does not diagnose, treat or monitor anything.
    .not-signed = Not signed off by a clinician yet. Questions, doses and cautions come from published sources, and from the authors’ judgement where there are none.
    .no-doctor = No doctor and no physiotherapist. What they tell you goes before what it says.
    .no-emergency = No emergency service. It calls nobody and sends nothing to anybody.
    .to-safety = For whom it is not, and when to see a clinician
    .evidence = What is known of its effect
    .evidence-short = Five days a week for 4 to 10 weeks: similar programmes cut neck and shoulder pain by about 1 to 2 points of 10. This exact routine is untested.
    .evidence-neck = Most of the evidence is about pain of neck and shoulders. For the upper back there is little.
    .evidence-stretching = Office workers who stretched twice a day, five days a week, for four weeks had 1.4 of 10 less pain than others (95 % confidence 0.7 to 2.2).
    .evidence-strength = Two or twelve minutes of strengthening with elastic tubing on five days a week, for ten weeks, took 1.4 and 1.9 of 10 off. Unknot uses no tubing.
    .evidence-review = A review of many trials expects no benefit of stretching alone for neck pain, and some of strengthening. Unknot has both.
    .privacy = What becomes of what you tell it
    .privacy-text = It stays in this browser, on this device. There is no account, nothing is measured, and no other server is ever asked for anything. You can save your journal as a file, and erase it.
    .to-journal = Your journal
    .licences = Whose work it is
    .code = Program
    .exercises = Exercises and words
    .body = The figure’s body
    .type = Type

## Settings
web-settings =
    .title = Settings
    .hear = What you hear
    .voice = Voice
    .sounds = Sounds
    .percent = { $n } %
    .session = In a session
    .captions-only = Captions only
    .captions-only-hint = Nothing is heard; everything that is said is written.
    .wait = Wait for me
    .wait-hint = Each change of position waits until you say that you are ready.
    .see = What you see
    .colours = Colours
    .auto = As the device
    .paper = Light
    .night = Dark
    .larger-text = Larger text
    .shape = The figure
    .figure = The figure in this shape
    .kept-here = Settings are kept in this browser, with your journal.

## A newer version
web-update =
    .ready = A new version is ready.
    .use-it = Use it now
