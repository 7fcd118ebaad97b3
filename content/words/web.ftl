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
    .sore = Upper back sore?
    .promise = Seven stretches that may ease it, in seven minutes. No account.
    .start = Start
    .title = How is your back today?
    .pain = Pain now
    .plan = Today’s session
    .seconds = { $n } s
    .brisk = Brisk: shorter or faster than usual, to fit.
    .gentle = One of your first three sessions: gentler, with more time to move.
    .kit = Have ready:
    .left-out = Left out:
    .without = there is no
    .because-answers = because of your answers, or how you are today
    .because-time = no time for it
    .because-agreed = as you agreed in your journal
    .nothing = Nothing is left to do. Allow more minutes, or more things.
    .options = Change it
    .minutes = Minutes
    .minutes-number = { $n } min
    .place = Where
    .home = At home
    .office = In the office
    .order = Order
    .order-flow = Upright first
    .order-article = As in the article
    .side = Sore side
    .side-none = Neither
    .side-left = Left
    .side-right = Right
    .at-hand = At hand

## Pain, 0 to 10
web-scale =
    .least = 0: no pain
    .most = 10: worst imaginable

## Help
web-emergency =
    .call = Call

## An address that leads nowhere
web-unknown =
    .title = Nothing here
    .text = There is no page at this address.
    .back = To the first page

## Begin
web-begin =
    .none = None of these
    .any = Any of these, or not sure
    .unsure = Not sure
    .go-on = Go on
    .skip = Skip
    .yes = Yes
    .no = No
    .begin = Begin
    .back = Answer again
    .stop-emergency = Call for help now
    .stop-today = Please see a clinician today
    .next-day = Was your back worse on the day after last time?
    .pain = How is your back now?
    .pain-scale = Pain now
    .told = Before you begin
    .nothing = Nothing is left to do
    .nothing-text = Your answers and choices leave no exercise for today. Allow more minutes, or more things.
    .to-today = Change the choices
    .hear = Can you hear this?
    .hear-yes = Yes, I hear it
    .hear-again = Say it again
    .ready = Stand up, facing the screen
    .ready-wall = Have a free wall and a steady chair near you.
    .ready-pause = Tap anywhere to pause.
    .ready-hurts = Nothing should hurt. “It hurts” stops everything.

## Session
web-session =
    .left-title = Go on where you were?
    .left-drop = No, that was it
    .pause = Pause
    .go-on = Go on
    .ready = I am ready
    .back = Back
    .skip = Skip
    .sore = Sore here
    .easier = Easier
    .end = End
    .hurts = It hurts
    .up = Help me up
    .paused = Paused. Tap anywhere to go on.
    .waiting = Take your time. Tap anywhere when you are in position.
    .away = Paused: the computer was away.
    .sore-here = Gently here. “Easier” asks less of you.
    .sore-spot = Straight to the sore spot.
    .easier-way = An easier way:
    .easier-smaller = Smaller movements from here.
    .easiest = It is as easy as it gets. You can skip it.
    .next = Next
    .next-floor = the floor
    .get-up = Getting up
    .last = The last one
    .minutes-left = { $n ->
        [one] 1 minute left
       *[other] { $n } minutes left
    }
    .last-minute = under a minute left
    .of = of { $n }
    .set = set
    .left = left side
    .right = right side
    .hurt-question = What is it like?
    .hurt-none = None of these: go on
    .up-title = Getting up
    .up-already = You are up already. Sit down if that is better.
    .enough = That was enough
    .end-question = End the session?
    .end-yes = End it
    .lay-out = Lay out for the floor:
    .stop-here = Stop well here

## The camera that counts
web-camera =
    .offer = Count for me
    .hint = In sessions, by the camera. The clock waits for you. What it sees is neither kept nor sent.
    .picture = You, as the camera sees you
    .on = Camera on
    .stop = Camera off
    .opening = Getting ready …
    .nobody = I cannot see you.
    .somebody = I see you.
    .awaited = I wait for you.

## After
web-after =
    .title = How is it now?
    .done = { $n ->
        [one] 1 exercise done,
       *[other] { $n } exercises done,
    }
    .minutes = { $n ->
        [one] in 1 minute.
       *[other] in { $n } minutes.
    }
    .pain = Pain now
    .up = To get up
    .worse = Is anything worse, or new?
    .no = No, nothing
    .yes = Yes
    .which = What is it like?
    .only-sore = None of these, only more sore
    .stop = Stop here for today
    .rest = Rest from it for now
    .see-clinician = New tingling, weakness, dizziness, or pain that stays worse: have it checked by a clinician.
    .more-pain = More than before. Next time the movements will be smaller. If it stays, have it checked.
    .done-title = Done for today
    .may-ease = It may ease your back. Similar programmes were done five days a week, for four to ten weeks.
    .journal = Journal
    .to-today = To the first page

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
    .lead = What to do, how often and when to stop, on one page of paper, A4, upright: to lie beside your mat, or for somebody who would rather have no screen.
    .print = Print
    .stop = When it hurts
    .foot = Nothing here should hurt. It may ease a sore upper back; it does not replace a doctor or a physiotherapist. Before you begin, read for whom it is not: Safety.

## Journal
web-journal =
    .title = Journal
    .empty = Nothing here yet. After a session you find here what you did, how long it took, where it was sore, and your pain before and after.
    .to-today = To the first page
    .pain-over-time = Pain over time
    .picture = Pain over time, from 0 to 10, with sessions and the average of each week. The table below has the same numbers.
    .week-of = Week of
    .agree = Yes, please
    .decline = No, thanks
    .no-longer = No longer
    .calendar = Calendar
    .previous-month = The month before
    .next-month = The month after
    .session-day = session
    .session-days = { $n ->
        [0] No day with a session
        [one] 1 day with a session
       *[other] { $n } days with a session
    }
    .earlier = Show earlier days
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
    .by-camera = counted by the camera
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
    .no-end = The file does not say where it ends: if it was cut off, what is missing is not here.
    .not-read = Nothing was added, because the file cannot be read.
    .erase = Erase everything …
    .erase-title = Erase everything?
    .erase-text = Every session, every pain, every answer and every setting in this browser. It cannot be undone. Save a file first if you may want it again.
    .erase-no = Keep it
    .erase-yes = Erase everything
    .erased = Everything is erased.

## How the last week was (PEG)
web-peg =
    .due = Three questions about your last week show better than a single day whether something changes. They are worth answering every two weeks.
    .tell = Answer them
    .not-now = Not now
    .title = How was your last week?
    .lead = Three numbers, 0 to 10. You can leave it at any time.
    .pain = Your pain on average
    .enjoyment = How much pain got in the way of enjoying life
    .activity = How much pain got in the way of what you usually do
    .not-at-all = 0: not at all
    .completely = 10: completely
    .keep = Keep it
    .source = The PEG scale, by Krebs and others, 2009.

## One page for a clinician
web-clinician =
    .title = For your clinician
    .lead = What your journal tells, on one page of paper, A4.
    .open = Open the page
    .back = Back to the journal
    .nothing = Nothing was told yet.
    .as-of = Told by the person in the Unknot app, as of
    .pain = Pain
    .peg = PEG, last week in three questions, 0 to 10:
    .done = What was done
    .exercise = Exercise
    .times-done = Done
    .skipped = Skipped
    .eased = Made easier
    .sore = Sore
    .no-session = No session yet.
    .worse = What got worse
    .right-after = Right after a session something was worse or new:
    .next-day = On the next day it was worse:
    .of = of
    .hurt = It hurt in a session:
    .nothing-worse = Nothing was told.
    .answers = Safety questions, as answered last
    .not-asked = Not answered yet.
    .none = none
    .any-or-unsure = any of these, or not sure
    .cleared = A clinician has checked this pain and agreed to exercise
    .foot = Pain is rated from 0, none, to 10, the worst imaginable (NPRS). 95 % intervals. Unknot is no medical device, and this journal no diagnosis; what stands here was not checked by anybody.

## Sharing the journal of the terminal
web-shared =
    .where-it-is = All of this is in this browser and in the journal of the terminal on this computer, and nowhere else.
    .away = That one cannot be reached just now: what you tell is kept here, and comes together later.
    .trouble = That one cannot be written to just now; what you tell is kept here.
    .erased-there = { $n ->
        [one] The journal of the terminal was erased, or another has taken its place. One record is still in this browser.
       *[other] The journal of the terminal was erased, or another has taken its place. { $n } records are still in this browser.
    }
    .erase-here = Erase here, too
    .keep-in-both = Keep, in both
    .erased-here = { $n ->
        [one] Everything was erased in this browser while the journal of the terminal could not be reached. One record is still in that.
       *[other] Everything was erased in this browser while the journal of the terminal could not be reached. { $n } records are still in that.
    }
    .erase-there = Erase there, too
    .bring-back = Bring back here
    .erase-text = The journal of the terminal on this computer, which this browser shares, is erased with it.
    .not-erased-there = The journal of the terminal cannot be reached just now, and still has everything; you are asked about it when it is back.

## Where nothing can be kept
web-trouble =
    .nothing-kept = Nothing is being kept. Everything works, and is forgotten when this page is closed.
    .refused = The browser keeps nothing for this page; a private window is one reason.
    .full = The browser has no space left for it.
    .load-again = Load the page again to mend this.
    .blocked = An older Unknot is open in another tab: close it, and load this page again.

## Where something cannot be heard
web-sound =
    .refused = The browser keeps silent until you tap.
    .missing = The voice cannot be loaded. Every word is written here, too.

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
    .voice = Voice
    .voice-made = recorded from a synthesiser
    .libraries = The libraries in the program, and their licences

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
    .wait-hint = Each change of position waits until you say that you are ready: by a tap, a key, or two knocks on the floor beside your phone.
    .microphone = Hear knocks by the microphone
    .microphone-hint = While it waits for you. What it hears is looked at on the spot: nothing is kept or sent.
    .see = What you see
    .colours = Colours
    .auto = As the device
    .paper = Light
    .night = Dark
    .larger-text = Larger text
    .shape = The figure
    .figure = The figure in this shape
    .kept-here = Settings are kept in this browser, with your journal.

## The figure
web-figure =
    .missing = The figure cannot be loaded. Everything else is here.

## A newer version
web-update =
    .ready = A new version is ready.
    .use-it = Use it now
