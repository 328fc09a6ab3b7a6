# What looks alike and is not one: a quake and the second one days later, a verdict and the appeal against it; and one
# crash that two outlets open in other words.
report quake-a outlet="City Gazette" published="2024-02-12"
  Strong quake hits Soria coast

  SORIA, Feb 12, 2024 – A 6.4-magnitude earthquake struck the Soria coast on Monday, killing at least nine people, officials said.

  Houses collapsed in the port of Belmar, and rescuers searched the rubble through the night.

report quake-b outlet="Hill Radio" published="2024-02-12"
  Nine dead as earthquake strikes Soria

  BELMAR, Feb 12, 2024 – Rescuers searched collapsed houses in Belmar on Monday after a 6.4-magnitude earthquake struck the coast of Soria and killed nine people.

report second outlet="Valley Post" published="2024-02-16"
  Second quake rocks Soria, four days after the first

  BELMAR, Feb 16, 2024 – A second earthquake, of magnitude 5.9, struck the Soria coast on Friday and sent people of Belmar into the streets. No one was killed.

report verdict outlet="Morning Line" published="2024-03-05"
  Court sentences former mayor Anton Velik to six years

  LINDAU, March 5, 2024 – A court in Lindau sentenced former mayor Anton Velik to six years in prison for bribery on Tuesday.

report appeal outlet="Alpine News" published="2024-06-18"
  Appeals court acquits former mayor Anton Velik

  LINDAU, June 18, 2024 – An appeals court acquitted former Lindau mayor Anton Velik of bribery on Tuesday, three months after a court sentenced him to six years.

report crash-a outlet="Nordic Desk" published="2024-09-20"
  Cargo plane crashes near Tarnow, crew of three killed

  TARNOW, Sept 20, 2024 – A cargo plane crashed into a field near Tarnow on Friday, killing its crew of three, the fire brigade said.

report crash-b outlet="Lakewire" published="2024-09-20"
  Three die in Tarnow plane crash

  TARNOW, Sept 20, 2024 – Three crew members died when their cargo plane came down in a field outside Tarnow on Friday. Investigators recovered the flight recorder.

together quake-a quake-b
apart quake-a second
apart verdict appeal
together crash-a crash-b
event 2024-02-12 x-disaster happened in quake-a quake-b
event 2024-03-05 x-court happened with Velik in verdict
event 2024-06-18 x-court happened with Velik in appeal
event 2024-09-20 x-accident happened in crash-a
