# What somebody does in general, or is only charged with, is no line of its own; "that evening" is the day spoken of.
report net outlet="Leith Courier" published="2024-03-05"
  Police arrest head of watch group in Leith
  Police in Leith on Monday morning arrested Ann Weller, the head of a group that patrols the harbour at night. Weller, 50, will face charges of suspicion of arson and attempted murder, police said. Later that evening officers seized two boats.
  The group, which trains guards, told its members to leave the harbour.

event 2024-03-04 COERCE happened with Weller in net
lines 0 MOBILIZE
lines 0 ASSAULT
event 2024-03-04 COERCE happened with boats in net
event [..2024-03-05] REQUEST happened in net

# What an inquiry into a cause will look into has its own day; a firm is one with and without "Ltd".
report crash outlet="Harbour News" published="2024-03-05"
  Cargo plane crashes near Leith
  A cargo plane of Norham Air Ltd. crashed near Leith on Monday, killing two people. Officials said they were focusing on recovering the wreckage and would begin an investigation into the cause of the crash first thing Wednesday. Norham Air said it would help.

event 2024-03-06 ACCUSE planned in crash
event 2024-03-04 x-accident happened in crash
lines 1 x-accident
quote Norham Air Ltd: it would help in crash
