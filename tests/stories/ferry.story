# A boat goes down; the toll rises; two outlets print one agency's text; two disagree on how many were aboard.
from examples/ferry

published 1-lake-courier.txt 2024-05-14
published ferry-toll 2024-05-15T09:20:00+03:00
together 1-lake-courier.txt ferry-toll
together ferry-21 owner-held
event 2024-05-14 x-accident happened with Amani in 1-lake-courier.txt ferry-toll
quote Mwenda: ignored the weather warning in 1-lake-courier.txt
quote Mwenda: charged with manslaughter in ferry-21 owner-held
quote Mrisho: forty tickets too many in ferry-toll
figure >=12 people in 1-lake-courier.txt
figure 41 survivors in 1-lake-courier.txt
conflict between_reports 80 120 in 1-lake-courier.txt ferry-toll
voice copied|near_copy in ferry-21 owner-held
