# Police and union count a march differently, a denial stays a denial, and one report's numbers do not add up.
from examples/disputed-count

together 1-city-gazette.txt 2-alpine-news.txt
event 2024-10-12 PROTEST happened in 1-city-gazette.txt 2-alpine-news.txt
quote Breznik: No chemical agents were used in 2-alpine-news.txt 3-morning-line.txt
quote Kranjc: We will strike in 1-city-gazette.txt
figure 31 people in 1-city-gazette.txt
figure 15000 people in 1-city-gazette.txt
conflict sum 31 29 in 1-city-gazette.txt
voice attribution_lost in 2-alpine-news.txt 4-valley-post.txt
