# "He" and "it" go on with who spoke last; a town before "-based" speaks for nobody.
report fire outlet="Harbour News" published="2024-03-05"
  Woman accused of setting warehouse fire
  Ann Weller, 50, is accused of setting fire to a warehouse in Leith, Police Sgt. Tom Harlan told reporters on Tuesday. "According to the firefighters that were on scene, it was a trap," he said. Weller was arrested on Monday after a neighbour saw her near the gate, he said.
  The Transport Ministry also confirmed the death of a driver, declining to name him. "We are in contact with the family," it said.
  The roof could have fallen at any time, according to Leith-based Harbour Surveys Ltd., which inspected it.

quote Harlan: it was a trap in fire
quote Harlan: Weller was arrested on Monday in fire
quote Ministry: in contact with the family in fire
quote Harbour Surveys: The roof could have fallen in fire

# "It" is the body that the sentence before lets act; behind an opening who stands right before the verb speaks.
report ships outlet="Leith Courier" published="2024-03-05"
  Ships warned off the coast
  The unrest has prompted the Leith Harbour Administration to issue a warning to ships. "The coast is to be avoided until further notice," it said. Speaking with reporter Anna Berg in Leith, Councillor Mike Hall said the warning was "long overdue".

quote Leith Harbour Administration: to be avoided in ships
quote Hall: long overdue in ships
