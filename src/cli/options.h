// The command line as typed.
#pragma once

#include <string>
#include <vector>

#include "dateline/model.h"
#include "dateline/result.h"

namespace dateline {

inline constexpr int kExitDone = 0, kExitNothing = 1, kExitUsage = 2, kExitSome = 3;

struct Options {
  std::string command;
  std::vector<std::string> words;  // what is not a flag
  std::string db, resources, output;
  bool json = false, quiet = false, plain = false, tokens = false, text = false, why = false;
  bool help = false, version = false;
  std::string from, to, as_of, about, type, by, of;
  GivenFacts given;
  std::string host;
  int limit = 0, jobs = 0, port = 0;
  int every = 15, times = 0;  // watch: minutes between two rounds; rounds, 0 without end
};

Result<Options> parse_options(const std::vector<std::string>& arguments);

}  // namespace dateline
