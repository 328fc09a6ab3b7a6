// The people of one report: which of its names are one person's. Private to src/resolve.
#pragma once

#include "dateline/model.h"
#include "resolve/clusters.h"
#include "resolve/roles.h"
#include "text/sorted_table.h"

namespace dateline {

// Joins the mentions of people to `clusters`, with their titles and, where the report or a first name tells it, their
// sex. A lone word of another type that is a person's surname becomes that person's. `people`: names/people.tsv.
void join_people(Document& doc, MentionClusters& clusters, const RoleFinder& roles, const SortedTable& people);

}  // namespace dateline
