// Why: what each layer found in a report, in order, with the reasons that the layers keep.
#pragma once

#include <string>

#include "dateline/model.h"

namespace dateline {

std::string explain_text(const Document& doc);

}  // namespace dateline
