// From stored lines to the things that listings print; shared by recall() and by records held open for the website.
#pragma once

#include "dateline/engine.h"
#include "store/store.h"

namespace dateline {

LineKind kind_of(Listing listing);

// Adds every line of that listing to the record; an entity met in several neighbourhoods comes several times.
Status read_kind(Store& store, Listing listing, Record& record);

// Neighbourhoods of which every report was out by that day, in the version that speaks now, stand as they are; the
// others are derived anew from those that were, each page in the version that spoke then.
Result<Record> record_as_of(const Engine& engine, Store& store, Day day);

// The same entity met in several neighbourhoods becomes one, with everything of all of them; sorted by id.
void join_entities(std::vector<Entity>& entities);

// Adds the line of that id, if there is one, and counts it in slice.total.
Status read_line(Store& store, Listing listing, const std::string& id, Slice& slice);

// Adds what the line tells, and counts it in slice.total.
Status add_to(Store& store, const Line& line, Slice& slice);

// A report's texts and sections beside what linking adds.
Result<std::vector<ReportView>> views_of(Store& store, std::vector<ReportFacts> facts);

}  // namespace dateline
