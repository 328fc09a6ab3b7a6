// A person's word over what was derived: merges, splits, rejections, values and notes, laid over a Record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/correction.h"
#include "dateline/record.h"

namespace dateline {

// Lays those not undone over the record, in their order. Each finds its line as the one that holds most of the mentions
// it was said of, so it does not matter what the line is called now; one whose line is not in this record changes
// nothing. References to events (of quotations, figures, conflicts, main events) follow. Keeps each vector's order.
void apply_corrections(Record& record, const std::vector<Correction>& corrections);

// Why an event's attribute cannot be set to the value; empty: it can.
std::string refusal(std::string_view attribute, std::string_view value);

}  // namespace dateline
