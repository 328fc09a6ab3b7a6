// A vector as a set: in order, nothing twice.
#pragma once

#include <algorithm>

namespace dateline {

template <typename Vector>
void sort_unique(Vector& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace dateline
