// The listings of the contract as JSON: one object for each line of the record.
#pragma once

#include "dateline/engine.h"
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

}  // namespace dateline
