# A purchase and what the buyer did a year later are two acts, though reports of one matter lead with either.
report rifle outlet="Leith Courier" published="2024-06-06"
  Suspect in Norham shooting bought rifle legally
  The suspect in the Norham shooting bought his rifle legally a year ago, officials said on Thursday. Six people died at the harbour in Norham.
report flight outlet="Harbour News" published="2024-06-06"
  Suspect fled Norham shooting by boat
  The suspect in the Norham shooting fled by boat on Wednesday, police said. Six people died at the harbour in Norham.

event 2023 x-economy happened in rifle
event 2024-06-05 x-travel happened in flight
lines 1 x-travel
