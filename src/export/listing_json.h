// The listings of the contract as JSON: one object for each line of the record; and the same lines short, without
// evidence and what only the whole line tells, for pages that list many.
#pragma once

#include "dateline/engine.h"
#include "dateline/entity_brief.h"
#include "export/sources.h"

namespace dateline {

Json to_json(const ReportView& report, Sources& sources, bool with_text);
Json to_json(const Event& event, Sources& sources);
Json to_json(const Entity& entity, Sources& sources);
Json to_json(const Utterance& quote, Sources& sources);
Json to_json(const RecordFigure& figure, Sources& sources);
Json to_json(const Conflict& conflict, Sources& sources);
Json to_json(const Voice& voice, Sources& sources);
Json to_json(const SearchHit& hit, Sources& sources);

// Short.
Json line_json(const ReportView& report);
Json line_json(const Event& event);
Json line_json(const EntityBrief& entity);
Json line_json(const Utterance& quote);
Json line_json(const RecordFigure& figure);
Json line_json(const Conflict& conflict);
Json line_json(const Voice& voice);

Json counts_json(const Counts& counts);

}  // namespace dateline
