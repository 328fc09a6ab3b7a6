# The same two ministers meet twice, three weeks apart, in nearly the same words.
from examples/two-meetings

together 1-nordic-desk.txt 2-diario-sur.txt
together 3-nordic-desk.txt 4-ocean-watch.txt
apart 1-nordic-desk.txt 3-nordic-desk.txt
event 2024-03-05 CONSULT happened with Dahlen, Montero in 1-nordic-desk.txt 2-diario-sur.txt
event 2024-03-26 CONSULT|AGREE|COOPERATE happened with Dahlen, Montero in 3-nordic-desk.txt
quote Dahlen: agree on more than we expected in 1-nordic-desk.txt 2-diario-sur.txt
quote Dahlen: This is a pause, not a ban in 3-nordic-desk.txt
