# What a report says of itself: a headline above its text, percentages beside the counts they are made of, parts and
# their whole. Roundings, bounds and another place's number are no contradiction.
report headline outlet="City Gazette" published="2024-06-03"
  Fire in Lindau hotel kills 14

  LINDAU, June 3, 2024 – Twelve people were killed when fire swept through a hotel in Lindau on Sunday night, police said.

  The building had no alarm, the fire brigade said.

report rounded outlet="Morning Line" published="2024-07-08"
  Storm in Varna leaves 2,000 homeless

  VARNA, July 8, 2024 – The storm that hit Varna on Saturday left 2,040 people homeless, the mayor said on Monday.

report share outlet="Valley Post" published="2024-08-02"
  Court closes cases of the missing

  ZAGREB, Aug 2, 2024 – Of the 57 cases, 22, or 45 percent, were closed, the court said on Friday.

report right outlet="Alpine News" published="2024-09-02"
  Factory lays off workers

  GRAZ, Sept 2, 2024 – The company laid off 22 of the 57 workers, or 39 percent, on Monday.

report parts outlet="Nordic Desk" published="2024-10-07"
  Police end sit-in

  OSLO, Oct 7, 2024 – Police arrested 40 people on Sunday. Of these, 21 were released, 12 were charged and 15 were deported.

report rough outlet="Hill Radio" published="2024-11-11"
  Flood cuts off villages

  SKOPJE, Nov 11, 2024 – About 1,000 people were rescued on Sunday. Of these, 520 were rescued by boat, 360 were flown out and 130 were carried.

conflict headline_body 14 12 in headline
conflict within_report 45 38.6 in share
conflict sum 40 48 in parts
no conflict in rounded
no conflict in right
no conflict in rough
