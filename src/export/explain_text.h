// Why: what each layer found in a report, in order, with the reasons that the layers keep.
#pragma once

#include <string>
#include <vector>

#include "dateline/model.h"

namespace dateline {

// `times`: how each of doc.times was read, as Engine::explain_times tells it.
std::string explain_text(const Document& doc, const std::vector<std::string>& times);

}  // namespace dateline
