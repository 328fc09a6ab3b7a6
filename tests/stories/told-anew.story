# What two reporters put into their own words is one utterance; what its speaker said of another matter is not.
report morning outlet="Harbour News" published="2024-03-05"
  Rescuers hurt as mill burns
  The fire broke out when sparks flew from the saws of rescuers who were cutting through a steel beam to reach a trapped miller, Mayor Helen Brandt said on Tuesday. Two rescuers were injured in the mill, Brandt said.
  Mayor Helen Brandt spoke to reporters at the gate of the old mill.

report evening outlet="Coast Herald" published="2024-03-05"
  Mill fire was caused by sparks
  Sparks from the saws had caused the fire as rescuers cut through a beam of steel and tried to reach a miller who was trapped, Mayor Helen Brandt said on Tuesday. The mill would be rebuilt with money from the state, Brandt said.
  Mayor Helen Brandt spoke at a news conference beside the mill.

quote Brandt: the fire as rescuers cut through a beam in morning evening
quote Brandt: Two rescuers were injured in morning
quote Brandt: would be rebuilt in evening
