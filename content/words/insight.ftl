# What a journal means, in words that the command line and the pages share.

insight =
    .help = Does it help?
    .trend-too-few = Too few days with a rating to see a trend: it takes ten of them, and four weeks to see much.
    .trend =
        { $weeks ->
            [one] In 1 week, rated on { $days } days,
           *[other] In { $weeks } weeks, rated on { $days } days,
        } { $way ->
            [less] pain went down by { $n } of 10.
            [more] pain went up by { $n } of 10.
           *[same] pain stayed the same.
        } It may be anything from { $low } { $low-way ->
            [less] less
           *[more] more
        } to { $high } { $high-way ->
            [less] less
           *[more] more
        } (95 % interval).
    .effect-too-few =
        { $n ->
            [0] No session has pain before and after yet. It takes five to say what one does.
            [one] Only 1 session has pain before and after so far. It takes five to say what one does.
           *[other] Only { $n } sessions have pain before and after so far. It takes five to say what one does.
        }
    .effect =
        After it, pain is { $way ->
            [less] { $n } of 10 lower than before,
            [more] { $n } of 10 higher than before,
           *[same] the same as before,
        } on average over { $sessions } sessions: { $before } before, { $after } after. The change may be anything from { $low } { $low-way ->
            [less] less
           *[more] more
        } to { $high } { $high-way ->
            [less] less
           *[more] more
        } (95 % interval).
    .over-weeks = Over the weeks:
    .after-session = Right after a session:
    .too-little = too little to go by.
    .unclear = no clear change; it may be nothing but chance.
    .less-but-small = less pain, but not enough to matter.
    .less-may-matter = less pain; whether by enough to matter is not clear.
    .less = less pain, by enough to matter.
    .much-less = much less pain.
    .more-but-small = more pain, but not enough to matter.
    .more-may-matter = more pain; whether by enough to matter is not clear.
    .more = more pain, by enough to matter. If it stays so, have it checked by a clinician.
    .matters =
        { $smallest ->
            [one] On average, 1 point is the smallest change that matters to people.
           *[other] On average, { $smallest } points are the smallest change that matters to people.
        } From one rating to another up to { $chance } points may be nothing but chance.
    .peg-one = Your last week in three questions (PEG): { $last } of 10.
    .peg = Your last week in three questions (PEG): { $first } of 10 the first time, { $last } the last time. A change of about 1 matters to people; of two answers nobody can say how much is chance.
    .weeks = Pain, week by week
    .week =
        { $days ->
            [one] { $mean } on average, likely { $low } to { $high }; rated on 1 day
           *[other] { $mean } on average, likely { $low } to { $high }; rated on { $days } days
        }
    .week-few =
        { $days ->
            [one] { $mean }, rated on 1 day: too few to say how sure
           *[other] { $mean } on average, rated on { $days } days: too few to say how sure
        }
    .how-often = How often
    .often = On { $done } of { $days } days: { $n } a week. It may be anything from { $low } to { $high } (95 % interval).
    .wanted = The programme has { $n } a week.
    .habits = Skipped or made easier
    .skipped = skipped { $n } of { $planned } times ({ $low } to { $high } %)
    .eased = made easier { $n } of { $planned } times ({ $low } to { $high } %)
    .suggestions = Suggestions
    .agreed = What you agreed to
    .smaller-range = Smaller movements next time: the last session raised the pain by { $n }.
    .half-dose =
        { $n ->
            [one] Half the dose next time: the day after the last session was worse.
           *[other] Half the dose next time: the day after was worse in the last { $n } sessions.
        }
    .see-clinician =
        { $n ->
            [one] Have it checked by a clinician: the day after the last session was worse.
           *[other] Have it checked by a clinician: the day after was worse in the last { $n } sessions.
        }
    .less-time = A shorter session, { $amount } minutes: most of the last { $n } were ended early.
    .leave-out = Leave out { $exercise }: it was skipped in the last { $n } sessions that had it.
    .own-changes = More time to change position: yours take { $n } % of what is planned.
    .smaller-range-name = smaller movements
    .half-dose-name = half the dose
    .see-clinician-name = see a clinician
    .less-time-name = a shorter session
    .leave-out-name = leave out
    .own-changes-name = more time to change position

## The picture of pain over time
plot =
    .scale = Pain: 0 none, 10 worst imaginable
    .rating = Pain before a session, or at any other time
    .after = Pain after a session
    .session = A session
    .week = A week’s average; the band is where it likely lies
    .trend = The trend; the band is how sure it is
    .none = No pain rated yet
    .few = Too few days to tell whether anything changes
