cue = x
