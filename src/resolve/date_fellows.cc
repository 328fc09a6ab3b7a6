#include "resolve/date_fellows.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <iterator>
#include <tuple>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/sort_unique.h"
#include "resolve/date_evidence.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kShingle = 8;  // words
// Of 130 pairs of dated reports that shared 16 runs of eight words or more, 94 in 100 lay within two days; of those
// with 64, within one. Fewer are often old quotations.
constexpr size_t kSharedShingles = 24, kCopied = 64;
constexpr Day kTight = 4;   // days: a date that may date others
constexpr Day kReach = 10;  // days around the fellows' dates that are weighed
constexpr Caution kCaution{0.6, 0.98};
constexpr size_t kNamed = 2;  // fellows that the reasons name

constexpr double kPassageTells = 0.97, kLikely = 0.5, kBest = 0.8, kLikelyStated = 0.3, kBestStated = 0.6,
                 kBeside = 0.3, kTiny = 1e-6, kClear = 0.05;

enum class Bond : uint8_t { copied, passages, event };

// How likely a report lies k days from its fellow, on one side: natural logarithms for k = 0..3 and for every day
// more. Counted on the dated reports of 179 events and, for passages, on the pairs above.
struct Closeness {
  double at[4];
  double further;
};
constexpr Closeness kCloseness[] = {
    {{-0.25, -2.2, -5.5, -6.5}, -1.5},
    {{-0.4, -1.9, -3.4, -4.6}, -1.5},
    {{-0.4, -2.1, -3.6, -4.8}, -1.2},
};

// From so many days on, all are as unlikely.
constexpr Day kFar = 16;
constexpr double kLeastClose = -9;
static_assert(kCloseness[0].at[3] + kCloseness[0].further * (kFar - 3) < kLeastClose &&
              kCloseness[1].at[3] + kCloseness[1].further * (kFar - 3) < kLeastClose &&
              kCloseness[2].at[3] + kCloseness[2].further * (kFar - 3) < kLeastClose);

// The likelihoods themselves, for k = 0..kFar.
using Likelihoods = std::array<double, kFar + 1>;
Likelihoods likelihoods(Bond bond) {
  const Closeness& c = kCloseness[static_cast<size_t>(bond)];
  Likelihoods out;
  for (Day k = 0; k <= kFar; ++k)
    out[k] = std::exp(k < 4 ? c.at[k] : std::max(kLeastClose, c.at[3] + c.further * (k - 3)));
  return out;
}

bool wants(const Document& doc) {
  const DayRange days = days_of(doc.published.value);
  return doc.published.basis == "inferred" ? !days.bounded() || days.last > days.first : !doc.published.value.known();
}

// Nothing but the file's last change bounds it: fellows know better, and what they say shall not hang on copies.
bool dated_by_file(const Document& doc) {
  const auto changed = parse_edtf(doc.changed);
  return changed && doc.published.basis == "inferred" &&
         days_of(doc.published.value) == DayRange{kOpenBegin, days_of(*changed).last};
}

bool tight(const Document& doc) {
  const DayRange days = days_of(doc.published.value);
  return days.bounded() && days.last - days.first < kTight;
}

struct Key {
  uint64_t hash;
  uint32_t doc;
  auto operator<=>(const Key&) const = default;
};

// Every eight words of the body, by hash.
void add_shingles(const Document& doc, uint32_t index, std::vector<Key>& out) {
  std::vector<uint64_t> words;
  for (const Token& token : doc.tokens) {
    const SectionKind kind = doc.kind_at(token.span.begin);
    if (kind != SectionKind::body || !is_letter(static_cast<unsigned char>(doc.text[token.span.begin]))) continue;
    words.push_back(hash64(doc.words(token)));
  }
  for (size_t i = 0; i + kShingle <= words.size(); ++i) {
    uint64_t h = 0;
    for (size_t j = 0; j < kShingle; ++j) h = h * 0x9E3779B97F4A7C15ULL + words[i + j];
    out.push_back({h, index});
  }
}

struct Fellow {
  uint32_t doc = 0;
  Bond bond = Bond::event;
  double probability = 1;  // that it tells of the same news
};

class Refiner {
 public:
  Refiner(const std::vector<const Document*>& docs, const std::vector<SameNews>& pairs, const DateWords& words)
      : docs_(docs), words_(words), fellows_(docs.size()), likeliest_(docs.size(), 0) {
    for (const Document* doc : docs) {
      wants_.push_back(wants(*doc));
      tight_.push_back(tight(*doc));
    }
    by_passage();
    by_event(pairs);
  }

  Published date(uint32_t i) {
    const Document& doc = *docs_[i];
    std::vector<Fellow>& fellows = fellows_[i];
    std::sort(fellows.begin(), fellows.end(), [&](const Fellow& a, const Fellow& b) {
      return std::tuple(-a.probability, std::string_view(docs_[a.doc]->id)) <
             std::tuple(-b.probability, std::string_view(docs_[b.doc]->id));
    });
    // What is far less likely than the likeliest, dated or not, says nothing beside it.
    while (!fellows.empty() && fellows.back().probability < fellows.front().probability * kBeside) fellows.pop_back();
    if (std::none_of(fellows.begin(), fellows.end(), [&](const Fellow& f) { return may_date(f, i); }))
      return doc.published;
    keep_one_time(fellows);
    const bool by_file = dated_by_file(doc);
    const DayRange own = by_file ? DayRange{} : days_of(doc.published.value);
    const DayRange days = reach(fellows, own);
    if (days.first > days.last) return doc.published;
    const std::vector<DateEvidence> evidence = collect_date_evidence(doc, words_, days);
    const DayRange cut = likeliest_days(evidence, days, weigh(fellows, days), kCaution);
    if (own.bounded() && cut.last - cut.first >= own.last - own.first) return doc.published;
    Published out = doc.published;
    out.value = one_of(cut);
    out.basis = "inferred";
    const std::string before = by_file || out.why.empty() ? "" : out.why + "; ";
    out.why = before + reason(fellows);
    return out;
  }

 private:
  // Likely enough, and not far less so than the likeliest report, dated or not. A date that is itself inferred takes
  // more: with less, records without any stated date held the true day in 0.71 (else 0.95).
  bool may_date(const Fellow& f, uint32_t undated) const {
    const bool inferred = docs_[f.doc]->published.basis == "inferred";
    const double likely = inferred ? kLikely : kLikelyStated, best = inferred ? kBest : kBestStated;
    return f.probability >= std::max(likely, best * likeliest_[undated]);
  }

  // Where the fellows' dates fall into several times, and one of these is by far the likeliest, the others go.
  void keep_one_time(std::vector<Fellow>& fellows) const {
    struct Time {
      DayRange days;
      double unlikely = 1;
    };
    std::vector<std::pair<DayRange, double>> dated;
    for (const Fellow& f : fellows) dated.emplace_back(days_of(docs_[f.doc]->published.value), f.probability);
    std::sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first.first, a.first.last, a.second) < std::tie(b.first.first, b.first.last, b.second);
    });
    std::vector<Time> times;
    for (const auto& [days, probability] : dated) {
      if (times.empty() || days.first - times.back().days.last > kReach) times.push_back({days});
      times.back().days.last = std::max(times.back().days.last, days.last);
      times.back().unlikely *= 1 - std::min(probability, kPassageTells);
    }
    const auto best = std::min_element(times.begin(), times.end(),
                                       [](const Time& a, const Time& b) { return a.unlikely < b.unlikely; });
    for (const Time& t : times) {
      if (&t != &*best && (1 - t.unlikely) / t.unlikely > kClear * (1 - best->unlikely) / best->unlikely) return;
    }
    std::erase_if(fellows, [&](const Fellow& f) {
      const DayRange days = days_of(docs_[f.doc]->published.value);
      return days.first < best->days.first || days.last > best->days.last;
    });
  }

  // The days worth weighing: around the fellows' dates, within what the report itself says.
  DayRange reach(const std::vector<Fellow>& fellows, DayRange own) const {
    DayRange days{kOpenEnd, kOpenBegin};
    for (const Fellow& fellow : fellows) {
      const DayRange theirs = days_of(docs_[fellow.doc]->published.value);
      days = {std::min(days.first, theirs.first - kReach), std::max(days.last, theirs.last + kReach)};
    }
    return {std::max(days.first, own.first), std::min(days.last, own.last)};
  }

  // Each fellow may be the one that tells of the same news, the likelier ones more.
  std::vector<double> weigh(const std::vector<Fellow>& fellows, DayRange days) const {
    const Likelihoods by_bond[] = {likelihoods(Bond::copied), likelihoods(Bond::passages), likelihoods(Bond::event)};
    std::vector<DayRange> dated;
    for (const Fellow& fellow : fellows) dated.push_back(days_of(docs_[fellow.doc]->published.value));
    // `apart(days)`: how many days lie between.
    const auto weight = [&](const auto& apart) {
      double sum = 0;
      for (size_t f = 0; f < fellows.size(); ++f)
        sum += fellows[f].probability * by_bond[static_cast<size_t>(fellows[f].bond)][apart(dated[f])];
      return std::log(sum + kTiny);
    };
    // The days may be those of decades; those far from all fellows weigh the same.
    std::vector<double> prior(static_cast<size_t>(days.last - days.first) + 1, weight([](DayRange) { return kFar; }));
    Day next = days.first;  // not weighed yet
    std::vector<DayRange> in_order = dated;
    std::sort(in_order.begin(), in_order.end(), [](DayRange a, DayRange b) { return a.first < b.first; });
    for (const DayRange& near : in_order) {
      next = std::max(next, near.first - kFar);
      for (; next <= std::min(days.last, near.last + kFar); ++next)
        prior[static_cast<size_t>(next - days.first)] = weight(
            [&](DayRange theirs) { return std::clamp(std::max(theirs.first - next, next - theirs.last), 0, kFar); });
    }
    return prior;
  }

  std::string reason(const std::vector<Fellow>& fellows) const {
    std::string out;
    for (size_t f = 0; f < fellows.size() && f < kNamed; ++f) {
      const Document& fellow = *docs_[fellows[f].doc];
      out += fmt::format(
          "{}it {} of {}, {}", out.empty() ? "" : "; ",
          fellows[f].bond == Bond::event ? "tells of the same event as the report" : "shares passages with the report",
          fellow.outlet.empty() ? fellow.id : fellow.outlet, to_string(fellow.published.value));
    }
    if (fellows.size() > kNamed) out += fmt::format("; and {} more", fellows.size() - kNamed);
    return out;
  }

  void by_passage() {
    std::vector<Key> keys;
    for (uint32_t i = 0; i < docs_.size(); ++i) {
      if (wants_[i]) add_shingles(*docs_[i], i, keys);
    }
    // Of the others only what may stand in those as well: by a few bits of its hash, so that little has to be sorted.
    std::bitset<size_t{1} << 16> wanted;
    const auto bits = [](const Key& key) { return key.hash >> 48; };
    for (const Key& key : keys) wanted.set(bits(key));
    for (uint32_t i = 0; i < docs_.size(); ++i) {
      if (wants_[i] || !tight_[i]) continue;
      std::vector<Key> theirs;
      add_shingles(*docs_[i], i, theirs);
      std::copy_if(theirs.begin(), theirs.end(), std::back_inserter(keys),
                   [&](const Key& key) { return wanted[bits(key)]; });
    }
    sort_unique(keys);
    std::vector<std::pair<uint32_t, uint32_t>> shared;  // undated, dated
    for (size_t i = 0, end = 0; i < keys.size(); i = end) {
      for (end = i; end < keys.size() && keys[end].hash == keys[i].hash;) ++end;
      if (end - i < 2 || end - i > 32) continue;  // what many share is a formula
      for (size_t a = i; a < end; ++a) {
        for (size_t b = i; b < end && wants_[keys[a].doc]; ++b) {
          if (a != b && tight_[keys[b].doc]) shared.emplace_back(keys[a].doc, keys[b].doc);
        }
      }
    }
    std::sort(shared.begin(), shared.end());
    for (size_t i = 0, end = 0; i < shared.size(); i = end) {
      for (end = i; end < shared.size() && shared[end] == shared[i];) ++end;
      if (end - i < kSharedShingles) continue;
      fellows_[shared[i].first].push_back(
          {shared[i].second, end - i >= kCopied ? Bond::copied : Bond::passages, kPassageTells});
    }
  }

  void by_event(const std::vector<SameNews>& pairs) {
    for (const SameNews& pair : pairs) {
      likeliest_[pair.a] = std::max(likeliest_[pair.a], pair.probability);
      likeliest_[pair.b] = std::max(likeliest_[pair.b], pair.probability);
      add_fellow(pair.a, pair.b, pair.probability);
      add_fellow(pair.b, pair.a, pair.probability);
    }
  }

  void add_fellow(uint32_t undated, uint32_t dated, double probability) {
    if (!wants_[undated] || !tight_[dated]) return;
    std::vector<Fellow>& known = fellows_[undated];
    if (std::none_of(known.begin(), known.end(), [&](const Fellow& f) { return f.doc == dated; }))
      known.push_back({dated, Bond::event, probability});
  }

  const std::vector<const Document*>& docs_;
  const DateWords& words_;
  std::vector<std::vector<Fellow>> fellows_;
  std::vector<char> wants_, tight_;  // per report: asks its fellows for its date; may tell them theirs
  std::vector<double> likeliest_;    // per report: that any other, dated or not, tells of the same news
};

}  // namespace

bool fellows_may_date(const std::vector<const Document*>& docs) {
  bool some_want = false, some_know = false;
  for (const Document* doc : docs) some_want |= wants(*doc), some_know |= tight(*doc);
  return some_want && some_know;
}

std::vector<Published> date_by_fellows(const std::vector<const Document*>& docs, const std::vector<SameNews>& pairs,
                                       const DateWords& words) {
  std::vector<Published> out;
  if (!fellows_may_date(docs)) {
    for (const Document* doc : docs) out.push_back(doc->published);
    return out;
  }
  Refiner refiner(docs, pairs, words);
  for (uint32_t i = 0; i < docs.size(); ++i) out.push_back(wants(*docs[i]) ? refiner.date(i) : docs[i]->published);
  return out;
}

}  // namespace dateline
