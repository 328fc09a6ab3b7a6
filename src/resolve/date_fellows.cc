#include "resolve/date_fellows.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/hash.h"
#include "resolve/date_evidence.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kShingle = 8;  // words
// Of 130 pairs of dated reports that shared 16 runs of eight words or more, 94 in 100 lay within two days; of those
// with 64, within one. Fewer are often old quotations.
constexpr size_t kSharedShingles = 24, kCopied = 64;
constexpr Day kTight = 4;  // days: a date that may date others

bool wants(const Document& doc) {
  const DayRange days = days_of(doc.published.value);
  return doc.published.basis == "inferred" ? !days.bounded() || days.last > days.first : !doc.published.value.known();
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

// Weekday that the main event's own time expression names without a date, or that its day is; -1 if neither.
int weekday_of_main(const Document& doc) {
  const EventMention& event = doc.events[doc.main_event];
  const DayRange when = days_of(event.when);
  if (when.bounded() && when.first == when.last) return weekday(when.first);
  if (event.time == kNone) return -1;
  const std::string_view value = doc.times[event.time].value.view();
  return value.starts_with("XXXX-WXX-") && value[9] >= '1' && value[9] <= '7' ? value[9] - '1' : -1;
}

// "TYPE a b" for each pair of named participants of the main event, names by their last word.
void add_main_events(const Document& doc, uint32_t index, std::vector<Key>& out) {
  if (doc.main_event == kNone || weekday_of_main(doc) < 0) return;
  const EventMention& event = doc.events[doc.main_event];
  std::vector<std::string> names;
  for (uint32_t p = event.participants.begin; p < event.participants.end && p < doc.participants.size(); ++p) {
    const int32_t entity = doc.participants[p].entity;
    if (entity == kNone) continue;
    const std::string name = fold(doc.entities[entity].name);
    names.push_back(name.substr(name.find_last_of(' ') + 1));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (size_t i = 0; i < names.size(); ++i) {
    for (size_t j = i + 1; j < names.size(); ++j) {
      out.push_back(
          {hash64(fmt::format("{}\n{}\n{}\n{}", event.type.view(), names[i], names[j], weekday_of_main(doc))), index});
    }
  }
}

// What one fellow allows, and why.
struct Hint {
  DayRange days;
  uint32_t fellow;
  bool passage;
};

class Refiner {
 public:
  explicit Refiner(const std::vector<const Document*>& docs) : docs_(docs), hints_(docs.size()) {
    bool any = false;
    for (const Document* doc : docs) any |= wants(*doc);
    if (!any) return;
    by_passage();
    by_main_event();
  }

  Published date(uint32_t i) {
    const Document& doc = *docs_[i];
    Published out = doc.published;
    std::vector<Hint>& hints = hints_[i];
    std::sort(hints.begin(), hints.end(), [&](const Hint& a, const Hint& b) {
      if (a.passage != b.passage) return a.passage;
      return docs_[a.fellow]->id < docs_[b.fellow]->id;
    });
    DayRange days = days_of(out.value);
    for (const Hint& hint : hints) {
      const DayRange cut{std::max(days.first, hint.days.first), std::min(days.last, hint.days.last)};
      if (cut.first > cut.last || cut == days) continue;
      days = cut;
      const std::string who = docs_[hint.fellow]->outlet.empty() ? docs_[hint.fellow]->id : docs_[hint.fellow]->outlet;
      out.why += fmt::format(
          "{}{} {}", out.why.empty() ? "" : "; ",
          hint.passage ? "it shares passages with the report of" : "it tells of the same event as the report of", who);
    }
    if (days == days_of(out.value)) return out;
    if (days.bounded() && days.last - days.first < 30) {
      days = likeliest_days(collect_date_evidence(doc), days,
                            std::vector<double>(static_cast<size_t>(days.last - days.first) + 1, 0));
    }
    out.value = one_of(days);
    out.basis = "inferred";
    return out;
  }

 private:
  // Calls fn(undated, dated) for reports that share a key, keys shared by many left out: they are formulas.
  template <typename Fn>
  void pairs(std::vector<Key>& keys, const Fn& fn) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (size_t i = 0, end = 0; i < keys.size(); i = end) {
      for (end = i; end < keys.size() && keys[end].hash == keys[i].hash;) ++end;
      if (end - i < 2 || end - i > 32) continue;
      for (size_t a = i; a < end; ++a) {
        if (!wants(*docs_[keys[a].doc])) continue;
        for (size_t b = i; b < end; ++b) {
          if (a != b && tight(*docs_[keys[b].doc])) fn(keys[a].doc, keys[b].doc);
        }
      }
    }
  }

  void by_passage() {
    std::vector<Key> keys;
    for (uint32_t i = 0; i < docs_.size(); ++i) add_shingles(*docs_[i], i, keys);
    std::vector<std::pair<uint32_t, uint32_t>> shared;
    pairs(keys, [&](uint32_t a, uint32_t b) { shared.emplace_back(a, b); });
    std::sort(shared.begin(), shared.end());
    for (size_t i = 0, end = 0; i < shared.size(); i = end) {
      for (end = i; end < shared.size() && shared[end] == shared[i];) ++end;
      if (end - i < kSharedShingles) continue;
      const DayRange days = days_of(docs_[shared[i].second]->published.value);
      const Day around = end - i >= kCopied ? 1 : 2;
      hints_[shared[i].first].push_back({{days.first - around, days.last + around}, shared[i].second, true});
    }
  }

  void by_main_event() {
    std::vector<Key> keys;
    for (uint32_t i = 0; i < docs_.size(); ++i) add_main_events(*docs_[i], i, keys);
    pairs(keys, [&](uint32_t a, uint32_t b) {
      const Document& fellow = *docs_[b];
      const DayRange when = days_of(fellow.events[fellow.main_event].when);
      if (!when.bounded() || when.first != when.last) return;
      // The report names that day by its weekday, so it is of the same week, mostly of that day or the next.
      hints_[a].push_back({{when.first, when.first + 2}, b, false});
    });
  }

  const std::vector<const Document*>& docs_;
  std::vector<std::vector<Hint>> hints_;
};

}  // namespace

std::vector<Published> date_by_fellows(const std::vector<const Document*>& docs) {
  Refiner refiner(docs);
  std::vector<Published> out;
  for (uint32_t i = 0; i < docs.size(); ++i) out.push_back(wants(*docs[i]) ? refiner.date(i) : docs[i]->published);
  return out;
}

}  // namespace dateline
