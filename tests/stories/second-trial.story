# What is planned for one date is one, though one report counts it and the other does not; the accusation of an earlier
# year is not the one that is news.
report opens outlet="Leith Courier" published="2024-08-01"
  Trial of banker Mike Hall opens in Leith
  The trial of Mike Hall opened in Leith on Wednesday. Prosecutors accused him on Thursday of hiding money. Hall faces a second trial in September in Norham on charges of fraud. In 2017, the bank's owners accused Hall of forging letters.

report jury outlet="Norham Post" published="2024-07-31"
  Banker Mike Hall stands trial in Leith
  The trial of Mike Hall opened in Leith on Wednesday before a jury of twelve. He has a September trial scheduled in Norham on charges of fraud.

event 2024-09 x-court planned in opens jury
event 2017 ACCUSE happened with Hall in opens
