# Words that only the command line says. What is said in a session itself is in the language's own file.

## The safety questions
cli-ask =
    .numbers = Numbers of those that apply, or Enter for none:
    .numbers-or-unsure = Numbers of those that apply, Enter for none, ? if unsure:
    .not-understood = Please type numbers from 1 to { $n }, as in 1 3, or only press Enter if none applies.
    .yes-or-no = y or n:
    .left = left before the end; nothing was begun

cli-screen =
    .changes = What your answers change:
    .left-out = left out
    .smaller = smaller movements

cli-left-out =
    .screen = because of your answers, or how you are today
    .time = no time for it
    .wish = as you agreed; unknot journal insight says how to take that back

## Pain, 0 to 10
cli-pain =
    .now = How bad is the pain now, 0 (none) to 10 (worst)? Enter to skip:
    .not-understood = A whole number from 0 to 10, please, or only Enter.
    .next-day = Was anything worse on the day after your last session, y or n? Enter to skip:

## Before a session
cli-intro =
    .kit = Lay out:
    .get-up = Getting up
    .gentle = One of your first three sessions? Take it gently: unknot play --gentle
    .may-ease = Stretching may ease a sore upper back. Nothing in it should hurt: h stops everything.
    .begin = Enter to begin, q to leave:
    .not-screened = Not screened yet: these are only the captions. Before you do them, answer the safety questions: unknot screen
    .out-of-date = The answers to the safety questions are out of date: these are only the captions. Answer again: unknot screen
    .not-asked-today = These are only the captions. If you do them: not with chest pain, breathlessness, weak legs or after a fall that nobody has checked.

## While it plays
cli-play =
    .minutes-left = { $n ->
        [one] 1 minute left
       *[other] { $n } minutes left
    }
    .last-minute = under a minute left
    .next = Next
    .last = The last one
    .paused = Paused. Space to go on.
    .waiting = Take your time. Space when you are in position.
    .end = End the session? q again, or space to go on.
    .helping = Getting up
    .helping-upright = You are up already. Sit down if that is better.
    .helping-help = Space when you want to go on. q if that was enough.
    .asleep = Paused: the computer was away.
    .sore = Gently here. Press e if it should be easier.
    .sore-spot = Straight to the sore spot.
    .easier-way = An easier way:
    .easiest = It is as easy as it gets. → skips it.
    .lengthens = lengthens
    .left = left side
    .right = right side
    .repetition-of = of { $n }
    .set = set { $n }

cli-keys =
    .pause = pause
    .go-on = go on
    .ready = ready
    .back = back
    .skip = skip
    .sore = sore here
    .easier = easier
    .hurts = it hurts
    .up = help me up
    .quit = quit

cli-hurt =
    .question = What is it like?
    .emergency-sign-short = Chest, breath, faintness, legs
    .new-symptom-short = New tingling, weakness, dizziness, sight
    .none = none of these: go on

## After a session
cli-closing =
    .summary = { $n ->
        [one] 1 exercise done.
       *[other] { $n } exercises done.
    }
    .may-ease = It may ease your back. Similar programmes were done five days a week, for four to ten weeks.
    .pain = Pain now, 0 to 10?
    .pain-help = Type a number and Enter. Only Enter to skip.
    .worse = Is anything worse, or new, since you began?
    .worse-help = y if so. Enter if not.
    .more-pain = More than before. Next time, smaller movements; press e while you stretch.
    .see-clinician = Rest from it for now. New tingling, weakness, dizziness, or pain that stays worse: have it checked by a clinician.
    .good-bye = Stay a moment before you go on with your day.

## Pictures and sound in files
cli-render =
    .drawn = { $n } % drawn
    .mixed = { $n } % mixed

cli-sheet =
    .title = Seven stretches for a sore upper back
    .foot = Nothing in it should hurt: stop if it does, and breathe throughout. Not with chest pain, breathlessness, weak legs or after a fall that nobody has checked. Unknot is no medical device.

## What the journal means
cli-insight =
    .rate = Tell it every day: unknot rate 4
    .peg-due = How was the last week? Three answers from 0 to 10, every two weeks: unknot journal add peg PAIN ENJOYMENT ACTIVITY
    .agree = yes, please:
    .decline = no, thanks:
    .take-back = take it back:
