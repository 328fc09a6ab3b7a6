# A sum is one figure whatever it is called, and so is a small number of one thing; "the two companies" need not be.
report harbour outlet="Harbour News" published="2024-03-05"
  Oakland raises bid for Norham to $4.1 billion
  Oakland Freight raised its bid for its rival Norham Lines to $4.1 billion on Tuesday, offering $82 per Norham share in cash. The new offer was announced in Leith. Oakland would sell three terminals if regulators asked for it, and the two companies would keep their names.
report courier outlet="Leith Courier" published="2024-03-05"
  Oakland lifts Norham offer
  Oakland Freight on Tuesday raised its offer for Norham Lines. The $4.1 billion takeover is worth $82 a Norham share, Oakland said, and it is ready to give up three terminals to please regulators. The two companies that audit Oakland approved.

together harbour courier
figure 4100000000 in harbour courier
figure 82 in harbour courier
figure 3 terminals in harbour courier
