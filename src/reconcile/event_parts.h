// Joining two events into one, and parting one by its reports: what a person's word does to an event that is derived.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dateline/record.h"

namespace dateline {

// Adds what `other` tells to `one`. `voices`: those of the record, by which copies are not counted twice.
void join(Event& one, const Event& other, const std::vector<Voice>& voices);

// Leaves of an event what those reports tell that stay.
void keep(Event& event, const std::function<bool(const std::string& report)>& stays, const std::vector<Voice>& voices);

}  // namespace dateline
