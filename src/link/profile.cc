#include "link/profile.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "base/load_shared.h"
#include "base/sort_unique.h"
#include "link/terms.h"

namespace dateline {
namespace {

constexpr size_t kTerms = 96;      // kept per report, the heaviest
constexpr size_t kKeyTerms = 15;   // of which so many may be keys
constexpr double kRareKey = 4.6;   // idf: in at most 1 of 100 reports; more common words are keys in pairs only
constexpr size_t kPairTerms = 14;  // the heaviest terms give a key for each pair of them; not more than kKeyTerms
constexpr Day kSameNews = 21;      // days: what lies further apart is hardly one piece of news

// The days between two ranges; 0 where they touch or one is not known.
int64_t gap(DayRange a, DayRange b) {
  if (!a.bounded() || !b.bounded() || a.overlaps(b)) return 0;
  return a.last < b.first ? int64_t{b.first} - a.last : int64_t{a.first} - b.last;
}

// One weight per word, of what a report is chiefly about: what its headline and lead say counts however often the rest
// comes back to something else.
TermVector chief_terms(const std::vector<WordCount>& counts) {
  constexpr double kHeadline = 2, kLead = 1;
  TermVector terms;
  terms.reserve(counts.size());
  for (const WordCount& count : counts) {
    const double body = count.body ? 1 + std::log(static_cast<double>(count.body)) : 0;
    const double weight = body + (count.headline ? kHeadline : 0) + (count.lead ? kLead : 0);
    terms.emplace_back(count.hash, static_cast<float>(weight * count.idf));
  }
  return terms;
}

uint64_t mix(uint64_t a, uint64_t b) {
  const uint64_t pair[2] = {a, b};
  return hash64({reinterpret_cast<const char*>(pair), sizeof pair}, 7);
}

}  // namespace

struct Profiler::Lexicon {
  Background background;
};

Result<Profiler> Profiler::load(const Resources& resources, const Background* background) {
  return load_shared(Profiler(), &Profiler::lexicon_, [&](Lexicon& x) -> Status {
    TRY(x.background, Background::load(resources, background));
    return kDone;
  });
}

Profile Profiler::profile(const Document& doc) const {
  Profile profile;
  std::vector<WordCount> counts = count_words(doc, lexicon_->background);
  const TermVector terms = chief_terms(counts);
  std::vector<std::pair<float, uint32_t>> heaviest;  // weight, index
  for (uint32_t i = 0; i < terms.size(); ++i) heaviest.emplace_back(-terms[i].second, i);
  const size_t kept = std::min(kTerms, heaviest.size());
  std::partial_sort(heaviest.begin(), heaviest.begin() + static_cast<ptrdiff_t>(kept), heaviest.end());
  heaviest.resize(kept);
  for (const auto& [weight, i] : heaviest) profile.terms.push_back(terms[i]);
  std::vector<uint32_t> common;  // a rare word in a pair would find nobody whom it does not find alone
  for (size_t i = 0; i < std::min(kKeyTerms, kept); ++i) {
    const WordCount& word = counts[heaviest[i].second];
    if (word.idf >= kRareKey) {
      profile.keys.push_back(mix(word.hash, 0));
    } else if (i < kPairTerms) {
      for (const uint32_t other : common)
        profile.keys.push_back(mix(std::min(word.hash, other), std::max(word.hash, other)));
      common.push_back(word.hash);
    }
  }
  sort_unique(profile.keys);
  std::sort(profile.terms.begin(), profile.terms.end());
  normalise(profile.terms);
  profile.published = days_of(doc.published.value);
  if (doc.main_event != kNone) profile.told = days_of(doc.events[static_cast<size_t>(doc.main_event)].when);
  return profile;
}

double Profiler::related(const Profile& a, const Profile& b) const {
  double likeness = cosine(a.terms, b.terms);
  // News of different weeks needs to be more alike to be told together.
  if (gap(a.published, b.published) > kSameNews) likeness *= 0.6;
  // News of one day needs less.
  const bool dated = a.published.bounded() && b.published.bounded();
  if (dated && std::max(a.published.last, b.published.last) - std::min(a.published.first, b.published.first) <= 3)
    likeness *= 1.4;
  return std::min(1.0, likeness);
}

std::string encode(const Profile& profile) {
  std::string bytes;
  auto put = [&](const auto& value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); };
  put(static_cast<uint32_t>(profile.keys.size()));
  put(static_cast<uint32_t>(profile.terms.size()));
  for (uint64_t key : profile.keys) put(key);
  for (const auto& [hash, weight] : profile.terms) {
    put(hash);
    put(weight);
  }
  put(profile.published.first);
  put(profile.published.last);
  put(profile.told.first);
  put(profile.told.last);
  return bytes;
}

Result<Profile> decode_profile(std::string_view bytes) {
  Profile profile;
  bool whole = true;
  auto take = [&](auto& value) {
    whole = whole && bytes.size() >= sizeof value;
    if (!whole) return;
    std::copy_n(bytes.begin(), sizeof value, reinterpret_cast<char*>(&value));
    bytes.remove_prefix(sizeof value);
  };
  uint32_t keys = 0, terms = 0;
  take(keys);
  take(terms);
  if (!whole || bytes.size() != keys * size_t{8} + terms * size_t{8} + 16) {
    return Error{ErrorCode::internal, "not a stored profile", ""};
  }
  profile.keys.resize(keys);
  profile.terms.resize(terms);
  for (uint64_t& key : profile.keys) take(key);
  for (auto& [hash, weight] : profile.terms) {
    take(hash);
    take(weight);
  }
  take(profile.published.first);
  take(profile.published.last);
  take(profile.told.first);
  take(profile.told.last);
  return profile;
}

}  // namespace dateline
