// What linking needs to know of a report to find its neighbours: small, stored, compared pair by pair.
// A pair's verdict depends on these two profiles and the fixed background table (resources/link) alone, never on
// what else is on record, so it can be kept for good and does not depend on the order of reading.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

inline constexpr double kRelated = 0.20;     // at least this: one neighbourhood
inline constexpr size_t kMinSharedKeys = 1;  // reports that share fewer keys are never compared

class Background;

struct Profile {
  std::vector<uint64_t> keys;  // sorted; reports that share none of them are unrelated (rare words, names, passages)
  std::vector<std::pair<uint32_t, float>> terms;  // sorted by term hash; weights of unit length
  DayRange published;
  DayRange told;  // the days of its main event, as far as known
};

// A portable byte string, and back; fails on bytes that no Profile wrote.
std::string encode(const Profile& profile);
Result<Profile> decode_profile(std::string_view bytes);

class Profiler {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<Profiler> load(const Resources& resources, const Background* background = nullptr);

  Profile profile(const Document& doc) const;
  // How strongly two reports seem to tell of the same things, 0 (unrelated) to 1; and below kRelated: not at all.
  double related(const Profile& a, const Profile& b) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
