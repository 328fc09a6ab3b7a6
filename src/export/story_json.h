// Stories and commitments, as JSON and for people.
#pragma once

#include "dateline/story.h"
#include "export/sources.h"

namespace dateline {

Json to_json(const Story& story, Sources& sources);
Json to_json(const Commitment& commitment, Sources& sources);
// Short, for pages that list many.
Json line_json(const Story& story);
Json line_json(const Commitment& commitment);
std::string to_text(const Story& story);
std::string to_text(const Commitment& commitment, Sources& sources);

}  // namespace dateline
