# A market hall fell on Tuesday; on Friday its owner is arrested, and the ruins burn. One report leads with the fire.
report post outlet="Harbour Post" published="2019-05-11"
  Owner of collapsed market hall is arrested

  VELDA, Moravia - The owner of a market hall that collapsed on Tuesday and killed 41 people was arrested on Friday near the border. Josef Marek was detained in the town of Lipno, the interior minister, Hana Dvorak, said. A fire broke out in the ruins on Friday evening and stopped the search. At least 41 people are known to have died in the collapse. Two officials who approved the building were arrested on Thursday.

report herald outlet="Velda Herald" published="2019-05-11"
  Owner of fallen hall held at border

  VELDA, Moravia - Police arrested Josef Marek, who owns the market hall that collapsed in Velda on Tuesday, in the border town of Lipno on Friday. Mr. Marek had been on the run since the hall collapsed. The collapse killed at least 41 people. As rescuers were cutting through steel on Friday evening, the ruins caught fire. Three rescuers were hurt in the fire.

report radio outlet="Radio Three" published="2019-05-11"
  Fire breaks out in ruins of market hall, owner arrested

  VELDA, Moravia - A fire broke out on Friday evening in the ruins of the market hall that collapsed in Velda on Tuesday. Three rescue workers were injured in the fire, the fire brigade said. The fire came hours after the owner of the hall, Josef Marek, was arrested at the border. The hall collapsed on Tuesday morning, when it was full of shoppers.

together post herald radio
event 2019-05-10 COERCE happened with Marek in post herald radio
event 2019-05-10 x-accident happened in post radio
event 2019-05-07 x-accident happened in post herald radio
lines 2 x-accident
lines 2 COERCE
