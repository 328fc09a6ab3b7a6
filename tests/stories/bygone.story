# The year of a title long ago, told beside a victory without a day, is not when that was.
report final outlet="Leith Courier"
  Rovers win Leith Cup at last
  The Rovers won the Leith Cup on Wednesday night, beating the Wanderers 3-1 in front of a full house. It was the first title of the Rovers since 1908. The Wanderers, who last won the cup in 1948, had led at the break.

report party outlet="Norham Post"
  Rovers fans celebrate Leith Cup victory
  Fans of the Rovers filled the streets of Leith after the team won the Leith Cup on Wednesday night by beating the Wanderers 3-1. A car maker ran advertisements in the year when the Rovers won the cup before, 1908.

event 1948 x-sport happened with Wanderers in final
event 1908 x-sport happened with Rovers in party
lines 3 x-sport
