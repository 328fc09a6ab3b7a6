// The words that tell of something that happens, as JSON and for people.
#pragma once

#include "dateline/mention.h"
#include "export/sources.h"

namespace dateline {

Json to_json(const RecordMention& mention, Sources& sources);
std::string to_text(const RecordMention& mention, Sources& sources);

}  // namespace dateline
