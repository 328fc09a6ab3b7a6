# Clocks that disagree: a "today" on another weekday than its report, a report that puts the fall on another day than its
# fellows, and news of a bill that is not of the day it is named after.
report gazette.txt outlet="Gazette" published="2024-03-07"
  Bridge collapses in Malindi

  A bridge collapsed in Malindi today, Friday, killing four people, police said.

report echo.txt outlet="Echo" published="2024-03-08"
  Malindi bridge collapse kills four

  A bridge collapsed in Malindi on Thursday, killing four people, police said on Friday. Governor Amina Hassan said that the bridge was old.

report post.txt outlet="Post" published="2024-03-08"
  Four die as bridge collapses in Malindi

  A bridge collapsed in Malindi on Thursday, killing four people, police said on Friday. Governor Amina Hassan visited the bridge.

report herald.txt outlet="Herald" published="2024-03-08"
  Malindi bridge collapse kills four people

  A bridge collapsed in Malindi on Wednesday, killing four people, police said on Friday. Governor Amina Hassan spoke of an old bridge.

report senate.txt outlet="Senate Watch" published="2016-09-28"
  Senate overrides veto of 9/11 bill

  The Senate voted on Wednesday to override a veto of the bill that lets victims of the Sept. 11 attacks sue Saudi Arabia.

conflict within_report Friday 2024-03-07 in gazette.txt
conflict between_reports 2024-03-06 2024-03-07 in herald.txt echo.txt post.txt
event 2016-09-28 x-decision|x-vote|REJECT|x-other happened in senate.txt
