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

# Who speaks for somebody is somebody else, and so are the officials of somebody's administration.
report premier outlet="Leith Courier" published="2024-03-06"
  Premier backs away from harbour plan
  A spokesman for interim Premier Alan Marsh, Peter Holm, told reporters on Tuesday that talks were continuing. A lawyer for former harbour director Jane Cole said that she would appeal. Marsh administration officials told the Courier that the plan may be dropped.
  Holm told Reuters both Jane Cole and an aide were being held. After the dockers' union claimed "there was nobody to guard the gates," Holm said the gates were "well guarded by day and by night."
  But, Reuters reports:
  "Cole rebuffed an offer of the council on Monday."
  The Transport Ministry issued a warning urging ships to stay away. One docker was admitted to hospital.

quote Holm: talks were continuing in premier
quote lawyer for: she would appeal in premier
quote Marsh administration officials: the plan may be dropped in premier
quote Holm: both Jane Cole and an aide were being held in premier
quote union: nobody to guard the gates in premier
quote Holm: well guarded by day in premier
quote Reuters: rebuffed an offer in premier
quote Transport Ministry: ships to stay away in premier

# "The school district" is the one last named in full.
report schools outlet="Leith Courier" published="2024-03-06"
  Schools shut after flood
  A few schools in the Upper Marsh School District were shut on Monday. In the Leith School District two halls were closed "out of caution", the school district said in a statement. "We expect to open on Thursday," the statement said.

quote Leith School District: out of caution in schools
quote Leith School District: expect to open in schools
