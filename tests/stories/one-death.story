# Nobody is killed twice: reports on other matters that recall the killing of one man tell of one, in other words too.
report stampede outlet="Leith Courier" published="2024-03-08"
  Forty die in stampede at funeral of General Mike Hall
  At least 40 people were crushed to death on Thursday in a stampede at the funeral of General Mike Hall in the Norland town of Kerwick. Norland's rebels denied last week's assassination of Hall. Police said the funeral of the general was put off.

report jet outlet="Norham Post" published="2024-03-12"
  Norland denies shooting down jet near Kerwick
  Norland denied on Monday that its rebels shot down a jet near Kerwick. All 80 people on board died. The crash came days after the killing of General Mike Hall on March 3, which brought crowds to the streets of Norland.

event 2024-03-03|[2024-02-26..2024-03-03] ASSAULT happened|claimed|denied with Hall in stampede jet
