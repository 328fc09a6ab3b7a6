# What somebody does in general, or is only charged with, is no line of its own; "that evening" is the day spoken of.
report net outlet="Leith Courier" published="2024-03-05"
  Police arrest head of watch group in Leith
  Police in Leith on Monday morning arrested Ann Weller, the head of a group that patrols the harbour at night. Weller, 50, will face charges of suspicion of arson and attempted murder, police said. Later that evening officers seized two boats.
  The group, which trains guards, told its members to leave the harbour.

event 2024-03-04 COERCE happened with Weller in net
lines 0 MOBILIZE
lines 0 ASSAULT
lines 0 x-accident
event 2024-03-04 COERCE happened with boats in net
event [..2024-03-05] REQUEST happened in net
