// What the fuzz tests feed: one function for each parser that meets bytes from outside. It must neither crash nor hang,
// whatever it is given; what it returns is thrown away.
#pragma once

#include <string_view>
#include <vector>

namespace dateline {

struct FuzzTarget {
  std::string_view name;  // and of its folder of seeds
  void (*run)(std::string_view bytes);
};

const std::vector<FuzzTarget>& fuzz_targets();

}  // namespace dateline
