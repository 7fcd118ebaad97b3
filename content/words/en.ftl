# Every word that Unknot says or shows while it leads a session, by exercise.
#
# Short, calm, imperative. About 70 milliseconds a character: a test holds every word against the time it has.
# Words can speak of:
#   $side, $other    left, right or both: the side it is about, and the other one
#   $place           first for the first exercise of a session, else later
#   $repetitions     how many repetitions there are
#   $seconds         how long the phase lasts
#   $n               the number in `count` and `countdown`

## Shared by all exercises

cue =
    .breathe-in = Breathe in.
    .and-out = And out.
    .halfway = Halfway.

count = { $n ->
    [1] One.
    [2] Two.
    [3] Three.
    [4] Four.
    [5] Five.
    [6] Six.
    [7] Seven.
    [8] Eight.
    [9] Nine.
    [10] Ten.
    [11] Eleven.
    [12] Twelve.
    [13] Thirteen.
    [14] Fourteen.
    [15] Fifteen.
    [16] Sixteen.
    [17] Seventeen.
    [18] Eighteen.
    [19] Nineteen.
    [20] Twenty.
   *[other] { $n }.
}

countdown = { $n ->
    [1] One.
    [2] Two.
    [3] Three.
    [4] Four.
    [5] Five.
    [6] Six.
    [7] Seven.
    [8] Eight.
    [9] Nine.
    [10] Ten.
   *[other] { $n }.
}

## 1 Foam rolling

foam-rolling = Foam rolling
    .why = Rolls the stiff part of the upper back over a round edge, so that it straightens a little and moves more easily.
    .lie-back = { $place ->
        [first] Sit down and lie back over the roller, slowly.
       *[later] Next, sit down and lie back over the roller, slowly.
    }
    .hands-carry-head = Let your hands carry your head.
    .hips-up = Hips up, a little.
    .roll-slowly = Roll slowly.
    .roll-down-again = And down again.
    .stop-above-ribs = Stop above your lowest ribs.
    .and-back-up = And back up.
    .hips-down = Hips down.
    .find-tight-muscle = Find a tight muscle.
    .breathe-there = Rest there, and breathe.
    .never-bone = On muscle, never on one sore bone.
    .head-heavy = Let your head be heavy.
    .ease-off = And ease off.
    .fault-head-back = Let your hands carry your head.
    .fault-head-pulled = Elbows easy. Do not pull.
    .fault-too-low = Stop above your lowest ribs.
    .fault-low-back-arched = Hips a little lower.
    .fault-too-fast = Slower.
    .variant-over-chair-back = Over the back of a chair
    .variant-rolled-towel = Over a rolled towel
    .sit-back-in-chair = { $place ->
        [first] Sit tall. Back against the chair's back.
       *[later] Next, sit tall. Back against the chair's back.
    }
    .lean-back = Lean back over the edge.
    .come-up = And come up.
    .lie-over-towel = { $place ->
        [first] Lie back over the rolled towel, blades on it.
       *[later] Next, lie back over the rolled towel, blades on it.
    }
    .let-back-sink = Let your back sink.
    .lesson-trapezius-written = Rolling stretches the tight trapezius.
    .lesson-trapezius-taught = Rolling presses the trapezius; it does not stretch it. What gains is the bend of the upper back.
    .lesson-trapezius-why = A muscle that is pressed against a roller is not made longer. The article's words are quoted; they are not repeated as advice.
    .lesson-ends-written = Roll from the mid-back towards the shoulders.
    .lesson-ends-taught = Roll from the lowest ribs to just below the neck, no further.
    .lesson-ends-why = Below the ribs nothing supports the low back, and the neck is not for rolling.
    .lesson-hands-written = Place your hands behind the head.
    .lesson-hands-taught = The hands carry the head; they never pull it.
    .lesson-hands-why = The weight of the head is enough for a sore neck.
    .lesson-pause-written = Where you feel strained muscles, pause there for 20 seconds.
    .lesson-pause-taught = Pause with the hips down, on muscle. Soreness on one spot of bone is a reason to stop and have it checked.
    .lesson-pause-why = With the hips up it would be a bridge of 20 seconds. Rolling through pain is never asked for.

## 2 Child's pose

childs-pose = Child's pose
    .why = Lengthens the long muscle from the arms to the low back, and lets the back rest.
    .kneel = { $place ->
        [first] Kneel, and sit back.
       *[later] Next, kneel, and sit back.
    }
    .cushion-if-you-like = A cushion under you is fine.
    .sit-back-and-reach = Sit back first. Then reach long.
    .reach-long = Reach long.
    .rest-forehead = Rest your forehead.
    .walk-back = Walk your hands back.
    .stay-there = And rest.
    .fault-arms-short = Walk your hands a little further.
    .fault-elbows-bent = Long arms.
    .fault-head-up = Rest your forehead.
    .variant-cushion = With a cushion on the heels
    .variant-knees-wide = With the knees wide
    .variant-at-table = At a table, back straight
    .variant-tucked-toes = With the toes tucked under
    .kneel-with-cushion = { $place ->
        [first] Kneel, cushion on heels.
       *[later] Next, kneel, cushion on heels.
    }
    .sit-on-it = Sit back on it.
    .kneel-wide = { $place ->
        [first] Kneel, knees wide.
       *[later] Next, kneel, knees wide.
    }
    .kneel-toes-tucked = { $place ->
        [first] Kneel, toes tucked under.
       *[later] Next, kneel, toes tucked under.
    }
    .stand-at-table = { $place ->
        [first] Stand an arm's length from the table.
       *[later] Next, stand an arm's length from the table.
    }
    .hands-on-table = Both hands flat on the table.
    .hips-back = Hips back, long arms.
    .long-straight-back = Long, straight back.
    .come-up = And come up.
    .and-stand-tall = And stand tall.
    .lesson-toes-written = Do not stretch your feet backward. You will need support from the toes to push the hips.
    .lesson-toes-taught = Tops of the feet on the floor. Toes tucked under may be chosen.
    .lesson-toes-why = The article's own source releases the toes on the floor, and sore toes take the mind off the back.
    .lesson-heels-written = Sit on the floor on your feet.
    .lesson-heels-taught = Sit towards the heels. If they are far away, a cushion fills the gap.
    .lesson-heels-why = Hips off the heels are no fault, only another body.

## 3 W & Y

w-and-y = W & Y
    .why = Works the muscles that draw the shoulder blades back and turn them upward, and opens the front of the chest.
    .stand-tall = { $place ->
        [first] Stand tall. Arms by your sides.
       *[later] Next, stand tall. Arms by your sides.
    }
    .sit-tall = { $place ->
        [first] Sit tall. Arms by your sides.
       *[later] Next, sit tall. Arms by your sides.
    }
    .into-w = Bend your arms into a W.
    .again-into-w = Again, into the W.
    .blades-back-and-down = Blades back and down.
    .into-y = Up and out, into a Y.
    .let-blades-turn = Let the blades turn.
    .ribs-quiet = Ribs quiet.
    .lower-slowly = And lower, slowly.
    .fault-shrug = Shoulders away from your ears.
    .fault-ribs-flare = Ribs quiet.
    .fault-w-too-open = Elbows a little more bent.
    .fault-w-too-closed = Hands a little further out.
    .fault-forearms-forward = Forearms back.
    .fault-y-elbows-bent = Reach up and out.
    .fault-uneven = Both arms the same.
    .variant-low-y = With a lower Y
    .variant-seated = Sitting
    .lesson-angle-written = Bend the arms at 90 degrees.
    .lesson-angle-taught = Elbows bent at 90 degrees, upper arms below shoulder height.
    .lesson-angle-why = With the upper arms level it is a goalpost and no W.
    .lesson-strengthens-written = Stretch and retract.
    .lesson-strengthens-taught = This one mainly strengthens. Squeeze gently and breathe.
    .lesson-strengthens-why = Evidence for strengthening is better than for stretching alone.

## 4 Seated levator scapulae stretch

levator-scapulae = Levator scapulae stretch
    .why = Lengthens the muscle from the neck to the corner of the shoulder blade, which tires at a desk.
    .sit-tall = { $place ->
        [first] Sit tall. Both feet flat on the floor.
       *[later] Next, sit tall. Both feet flat on the floor.
    }
    .hold-seat = { $side ->
        [left] Left
       *[right] Right
    } hand holds the seat, behind your hip.
    .hands-on-thighs = Hands on your thighs.
    .hold-chair-back = { $side ->
        [left] Left
       *[right] Right
    } hand holds the chair's back.
    .chin-gently-down = Chin gently down.
    .nose-to-side = Nose to the { $other ->
        [left] left
       *[right] right
    }.
    .now-towards-armpit = Now down, towards your armpit.
    .towards-armpit = Towards your armpit.
    .only-a-gentle-pull = Only a gentle pull. No pain.
    .shoulder-sink = Let the { $side ->
        [left] left
       *[right] right
    } shoulder sink.
    .head-up-slowly = Head up, slowly.
    .other-side = Other side. { $side ->
        [left] Left
       *[right] Right
    } hand holds the seat.
    .and-rest = And rest. Hands on your thighs.
    .fault-shoulder-rises = Let the shoulder sink.
    .fault-trunk-leans = Sit tall.
    .fault-too-far-down = A little less far.
    .variant-half-range = Half the way, hands free
    .variant-chair-back = Hand at the back of the chair
    .lesson-chair-written = A chair without a back; extend your hand to the back of the chair and grasp it.
    .lesson-chair-taught = A stable chair, never on wheels. Hold the edge of the seat behind your hip.
    .lesson-chair-why = A chair without a back has none to grasp. Who has a steady one with a back may hold that.
    .lesson-push-written = Push it a little.
    .lesson-push-taught = Only the weight of the head. Nothing pushes or pulls.
    .lesson-push-why = A sore neck is never forced; too little turning is no fault.
    .lesson-one-side-written = Right hand, left shoulder. Nothing on the other side.
    .lesson-one-side-taught = Both sides, the same time.
    .lesson-one-side-why = There is a levator scapulae on each side.

## 5 Back extension

back-extension = Back extension
    .why = Strengthens the muscles along the upper spine, which hold the back up all day.
    .lie-face-down = { $place ->
        [first] Lie face down. Pillow under your hips.
       *[later] Next, lie face down. Pillow under your hips.
    }
    .hands-on-low-back = Hands on your low back.
    .forehead-down = Forehead down.
    .forward-then-up = Breastbone forward and up.
    .and-lift = And lift.
    .keep-breathing = Keep breathing.
    .eyes-down = Look at the floor.
    .legs-heavy = Legs heavy.
    .and-lower = And lower.
    .fault-chin-up = Look at the floor.
    .fault-too-high = A little lower.
    .fault-feet-up = Legs heavy.
    .fault-hold-short = Stay a little longer.
    .fault-jerked = Slowly up.
    .variant-hands-under-shoulders = Hands under the shoulders
    .variant-standing = Standing
    .hands-under-shoulders = Hands under your shoulders.
    .stand-hands-on-back = { $place ->
        [first] Stand tall. Hands on your low back.
       *[later] Next, stand tall. Hands on your low back.
    }
    .breastbone-up = Breastbone up.
    .and-back = And back.
    .lesson-first-sessions-written = Perform 8 to 10 reps.
    .lesson-first-sessions-taught = Eight, and five in the first three sessions. Eight to ten from day one may be chosen.
    .lesson-first-sessions-why = Muscles that are not used to it are sore on the next day.
    .lesson-strengthens-written = A stretch.
    .lesson-strengthens-taught = This one strengthens. Only the belly lengthens.
    .lesson-strengthens-why = Evidence for strengthening is better than for stretching alone.

## 6 Opposite arm and leg

opposite-arm-and-leg = Opposite arm and leg
    .why = Trains the back to stay still and long while an arm and a leg move.
    .hands-and-knees = { $place ->
        [first] Come onto hands and knees.
       *[later] Next, come onto hands and knees.
    }
    .forearms-and-knees = { $place ->
        [first] Come onto forearms and knees.
       *[later] Next, come onto forearms and knees.
    }
    .under-shoulders-and-hips = Hands under shoulders, knees under hips.
    .hands-on-table = { $place ->
        [first] Both hands on the table, feet back.
       *[later] Next, both hands on the table, feet back.
    }
    .first-pair = { $side ->
        [left] Left arm, right leg first.
       *[right] Right arm, left leg first.
    }
    .reach-dont-lift = Reach long, don't lift.
    .level-hips = Level hips.
    .lower-slowly = And lower, slowly.
    .other-pair = { $side ->
        [left] Left arm, right leg.
       *[right] Right arm, left leg.
    }
    .fault-hips-tilt = Level hips.
    .fault-leg-too-high = Leg a little lower.
    .fault-arm-low = Reach forward.
    .fault-elbow-bent = Long arm.
    .fault-knee-bent = Long leg.
    .fault-head-up = Look at the floor.
    .variant-toes-down = Toes stay down
    .variant-leg-only = Leg only
    .variant-forearms = On the forearms
    .variant-at-table = Standing at a table
    .lesson-stretch-written = Your whole body and major muscles are stretching.
    .lesson-stretch-taught = Not a stretch: it trains the back to stay still.
    .lesson-stretch-why = Measured, the buttock and back muscles work at a fifth to a half of their strength.
    .lesson-knee-and-hand-written = Hold for 10 to 15 seconds.
    .lesson-knee-and-hand-taught = Ten seconds for each pair, long rather than high.
    .lesson-knee-and-hand-why = Height comes from the low back, which is meant to stay still.

## 7 Wall angels

wall-angels = Wall angels
    .why = Moves the shoulder blades through their whole way, with the wall as a guide.
    .back-to-wall = { $place ->
        [first] To the wall. Your back against it, feet a step out.
       *[later] Next, the wall. Your back against it, feet a step out.
    }
    .forearms-to-wall = Elbows bent, forearms back.
    .slide-up = Slide your arms up.
    .elbows-to-ribs = Elbows to your ribs.
    .slide-dont-press = Slide, don't press.
    .ribs-down = Ribs down.
    .as-far-as-easy = As far as is easy.
    .wrists-leave = Stop as your wrists leave.
    .keep-breathing = Keep breathing.
    .last-one-down = And down. Well done.
    .fault-ribs-flare = Ribs down.
    .fault-wrists-off = Stop where your wrists leave.
    .fault-shrug = Shoulders away from your ears.
    .fault-chin-pokes = Chin in a little.
    .fault-uneven = Both arms the same.
    .fault-too-fast = Slower.
    .variant-short-range = Half the way
    .variant-towel-behind-head = A towel behind the head
    .variant-lying = Lying on the back
    .towel-to-wall = { $place ->
        [first] To the wall, towel behind your head.
       *[later] Next, the wall, towel behind your head.
    }
    .lie-on-back = { $place ->
        [first] Lie on your back, knees bent.
       *[later] Next, lie on your back, knees bent.
    }
    .forearms-to-floor = Elbows bent, forearms down.
    .lesson-touch-hand-written = Return them until they touch your hand.
    .lesson-touch-hand-taught = Down until the elbows come towards the ribs.
    .lesson-touch-hand-why = An arm cannot touch its own hand.
    .lesson-shrug-written = Move them upwards as much as you can.
    .lesson-shrug-taught = Up until the wrists leave the wall, and no further. Shoulders may rise when the arms are overhead.
    .lesson-shrug-why = The shoulder blade turns and rises with the arm; it is meant to.

## Getting up from the floor

help-up = Help me up
    .roll-to-side = Roll onto your side, knees bent.
    .push-up-from-side = Push up with your hands.
    .stand-slowly = One foot, then stand. Slowly.
    .hands-under-shoulders = Hands under your shoulders.
    .onto-hands-and-knees = Come onto hands and knees.
    .one-foot-forward = One foot forward.
    .push-up-to-standing = Hands on knee. Stand up.

## While a session goes on

session = The session
    .paused = Paused.
    .waiting = Take your time.
    .hurts = Stop there. What is it like?
    .sore-here = Gently here.
    .easier-way = An easier way.
    .smaller = Smaller movements from here.
    .easiest = It is as easy as it gets.
    .finished = That was all of it.

## The camera that counts

camera = The camera that counts
    .in-front = The camera: in front of you, hip-high, two big steps away. Little room? Head to hips is enough.
    .beside = The camera: beside you, hip-high, two big steps away. Little room? Put it in a corner.
    .on-the-floor = The camera: on the floor beside you, two big steps away. Little room? Put it in a corner.
    .better = Better.
    .refused = The camera is not allowed here. The clock leads.
    .missing = There is no camera here. The clock leads.
    .taken = Another program has the camera. The clock leads.
    .gone = The camera has gone. The clock leads.
    .broken = Watching does not work here just now. The clock leads.

## The safety screen

screen = Before you start
    .intro = First, are these stretches for you? A few short lists. Type q to leave.
    .list-emergency = Any of these, now or with this pain?
    .box-chest = Chest pain or pressure, jaw or arm pain
    .box-breath = Breathlessness, cold sweat, coughing blood
    .box-faint = Fainting or faintness
    .box-tearing = Sudden tearing pain
    .box-legs = New leg weakness, unsteadiness, clumsy hands, numbness in both legs or between them
    .box-bladder = New bladder, bowel or sexual change
    .box-accident = Serious recent accident or fall, not checked
    .box-pregnancy-signs = Pregnant or newly delivered: severe headache, disturbed sight, pain under the ribs
    .list-same-day = Any of these with this pain?
    .box-fever = Fever or shivering
    .box-weak-immunity = New or worsening pain, with weak immunity, injected drugs or a recent serious infection
    .box-blistering-rash = A painful, blistering rash
    .list-about-the-pain = Is the pain like this?
    .box-worsening = Steadily worse, band-like, or wakes you and no position eases it
    .box-effort-or-meals = Brought on by effort or meals
    .box-cough-or-strain = Worse on coughing or straining
    .box-lump-or-shape = New lump, or change of shape
    .box-six-weeks = No better after six weeks
    .list-about-you = Does any of these fit you?
    .box-cancer = Cancer, ever
    .box-weight-loss = Losing weight without trying
    .box-bone = Osteoporosis, long steroids, spinal fracture
    .box-inflammatory-spine = Inflammatory spine disease
    .box-spinal-surgery = Spinal surgery within six months
    .box-minor-knock = A minor knock, with one of these
    .box-age = Under 20 or over 50, new, never assessed
    .list-before-floor = Before the exercises on the floor: does any of these fit?
    .box-pregnant = Pregnant
    .box-blood-thinners = Blood thinners, or a bleeding disorder
    .box-glaucoma = Glaucoma
    .box-blood-pressure = High blood pressure that is not controlled
    .box-dizzy = Dizzy on turning the head
    .box-knee = Knee trouble
    .box-wrist = Wrist trouble
    .box-shoulder = Shoulder trouble
    .box-floor = Getting down to the floor, or up, is hard
    .none-of-these = None of these
    .unsure = Not sure
    .cleared = Has a clinician checked this pain and agreed to exercise?
    .between-the-blades = Some health services want any pain between the shoulder blades looked at. If nobody has looked at yours, ask.
    .verdict-emergency = Call your local emergency number now. No exercises today.
    .verdict-clinician-today = See a clinician today. No exercises until then.
    .verdict-check-first = Have a clinician check this pain first. Until then, only the two standing exercises.
    .verdict-adapt = You can go on.

## When it hurts

hurt = It hurts
    .emergency-sign = Chest pain, breathlessness, faintness, weak legs, or anything else of the emergency signs
    .new-symptom = New tingling or weakness, dizziness, or disturbed sight
    .sharp = A sharp pain
    .leave-exercise = We leave this one. If the pain stays, stop for today.
    .end-and-advise = Stop here for today, and have it checked by a clinician.
    .emergency = Stop. Call your local emergency number now.

## What pain changes

advice = About your pain
    .severe-today = Your pain is strong today: three upright exercises, and small movements.
    .smaller-range = Last time it hurt more afterwards: smaller movements today.
    .half-dose = It was worse on the next day: half the dose today.
    .see-clinician = It was worse several times. Please see a clinician before you go on.
