# What people call positions, views, kit and muscles.

## Where a person is
position =
    .standing = standing
    .wall = at the wall
    .table = at a table
    .chair = on a chair
    .all-fours = hands and knees
    .prone = face down
    .kneeling = kneeling
    .side-lying = lying on one side
    .floor-sitting = sitting on the floor
    .supine = on your back
    .supine-roller = on the roller

## From where a person is seen
view =
    .front = from the front
    .back = from behind
    .left = from the left
    .right = from the right
    .side = from the side
    .above = from above

## What an exercise needs
kit =
    .mat = mat
    .roller = roller
    .pillow = pillow
    .chair = chair
    .wall = wall
    .table = table
    .towel = towel
    .band = band
    .weight = weight

## Muscles
muscle =
    .upper-trapezius = upper trapezius
    .middle-trapezius = middle trapezius
    .lower-trapezius = lower trapezius
    .levator-scapulae = levator scapulae
    .rhomboids = rhomboids
    .latissimus-dorsi = latissimus dorsi
    .teres-major = teres major
    .infraspinatus = infraspinatus
    .serratus-anterior = serratus anterior
    .pectoralis-major = pectoralis major
    .pectoralis-minor = pectoralis minor
    .deltoid = deltoid
    .biceps = biceps
    .triceps = triceps
    .forearm-flexors = forearm flexors
    .forearm-extensors = forearm extensors
    .splenius = splenius
    .sternocleidomastoid = sternocleidomastoid
    .scalenes = scalenes
    .deep-neck-flexors = deep neck flexors
    .thoracic-erectors = erectors of the upper back
    .lumbar-erectors = erectors of the low back
    .multifidus = multifidus
    .rectus-abdominis = rectus abdominis
    .obliques = obliques
    .gluteus-maximus = gluteus maximus
    .gluteus-medius = gluteus medius
    .hip-flexors = hip flexors
    .hamstrings = hamstrings
    .quadriceps = quadriceps
    .adductors = adductors
    .calf = calf
    .toe-flexors = toe flexors
