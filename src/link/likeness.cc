#include "link/likeness.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "base/hash.h"
#include "base/table.h"
#include "text/place_line.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kShingle = 6;          // words
constexpr uint64_t kShingleSample = 4;  // one of so many runs is kept, chosen by its hash

constexpr std::string_view kWeekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

void read_words(Portrait& report, const Document& doc) {
  std::vector<uint32_t> run;
  for (const Section& section : doc.sections) {
    if (section.kind != SectionKind::headline && section.kind != SectionKind::body) continue;
    run.clear();
    uint32_t in_section = 0;
    for_each_word(section.span.of(doc.text), [&](const Word& word) {
      const auto hash = static_cast<uint32_t>(hash64(word.folded));
      run.push_back(hash);
      if (section.kind == SectionKind::body) ++report.words;
      if (in_section++ < 2 * kLeadWords && word.capital) {
        for (size_t i = 0; i < 7; ++i) {
          if (word.folded == kWeekdays[i]) report.weekdays |= static_cast<uint8_t>(1u << i);
        }
      }
      if (run.size() < kShingle || section.kind != SectionKind::body) return;
      const uint32_t* begin = run.data() + run.size() - kShingle;
      const uint64_t shingle = hash64({reinterpret_cast<const char*>(begin), kShingle * sizeof(uint32_t)});
      if (shingle % kShingleSample == 0) report.shingles.push_back(shingle);
    });
  }
  std::sort(report.shingles.begin(), report.shingles.end());
  report.shingles.erase(std::unique(report.shingles.begin(), report.shingles.end()), report.shingles.end());
}

void read_days(Portrait& report, const Document& doc) {
  for (const Timex& time : doc.times) {
    const DayRange days = days_of(time.edtf);
    if (days.bounded() && days.first == days.last) report.days.push_back(days.first);
  }
  std::sort(report.days.begin(), report.days.end());
  report.days.erase(std::unique(report.days.begin(), report.days.end()), report.days.end());
}

// The share of `parts`, by weight, that `words` has; -1 if there are none.
double share(const std::vector<std::pair<uint32_t, float>>& parts, const std::vector<uint32_t>& words) {
  double all = 0, shared = 0;
  size_t j = 0;
  for (const auto& [hash, weight] : parts) {
    all += weight;
    while (j < words.size() && words[j] < hash) ++j;
    if (j < words.size() && words[j] == hash) shared += weight;
  }
  return all > 0 ? shared / all : -1;
}

bool short_span(DayRange days) { return days.bounded() && days.last - days.first <= 3; }

// The days that surely lie between; an open end may be anywhere.
int64_t days_between(DayRange a, DayRange b) {
  if (a.last != kOpenEnd && b.first != kOpenBegin && a.last < b.first) return int64_t{b.first} - a.last;
  if (b.last != kOpenEnd && a.first != kOpenBegin && b.last < a.first) return int64_t{a.first} - b.last;
  return 0;
}

// Where the three likenesses that are seen against the neighbourhood stand, and what becomes of them.
struct Relative {
  Measure measure, less, more;
  float floor;  // a report whose best is below has no good fellow at all
};
constexpr Relative kRelative[] = {{Measure::whole, Measure::whole_less, Measure::whole_more, 0.2f},
                                  {Measure::opening, Measure::opening_less, Measure::opening_more, 0.2f},
                                  {Measure::names, Measure::names_less_best, Measure::names_more_best, 0.25f}};

float& at(Measures& m, Measure measure) { return m[static_cast<size_t>(measure)]; }

void set_relative(std::vector<ComparedPair>& pairs, size_t reports) {
  for (const Relative& relative : kRelative) {
    std::vector<float> best(reports, relative.floor);
    for (ComparedPair& pair : pairs) {
      const float value = at(pair.measures, relative.measure);
      best[pair.a] = std::max(best[pair.a], value);
      best[pair.b] = std::max(best[pair.b], value);
    }
    for (ComparedPair& pair : pairs) {
      const float value = at(pair.measures, relative.measure);
      at(pair.measures, relative.less) = value / std::max(best[pair.a], best[pair.b]);
      at(pair.measures, relative.more) = value / std::min(best[pair.a], best[pair.b]);
    }
  }
}

// Each report's likeness to its nearest others (itself among them), and the cosine of two such rows.
void set_company(std::vector<ComparedPair>& pairs, size_t reports) {
  constexpr size_t kNearest = 60;
  std::vector<TermVector> rows(reports);
  for (ComparedPair& pair : pairs) {
    const float value = at(pair.measures, Measure::whole);
    rows[pair.a].emplace_back(pair.b, value);
    rows[pair.b].emplace_back(pair.a, value);
  }
  for (uint32_t i = 0; i < reports; ++i) {
    auto nearer = [](const auto& x, const auto& y) {
      return std::pair(-x.second, x.first) < std::pair(-y.second, y.first);
    };
    std::sort(rows[i].begin(), rows[i].end(), nearer);
    if (rows[i].size() > kNearest) rows[i].resize(kNearest);
    rows[i].emplace_back(i, 1.0f);
    std::sort(rows[i].begin(), rows[i].end());
    normalise(rows[i]);
  }
  for (ComparedPair& pair : pairs)
    at(pair.measures, Measure::company) = static_cast<float>(cosine(rows[pair.a], rows[pair.b]));
}

template <typename T>
size_t shared_count(const std::vector<T>& a, const std::vector<T>& b) {
  size_t n = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++n, ++i, ++j;
    } else {
      ++(a[i] < b[j] ? i : j);
    }
  }
  return n;
}

bool stated(const Portrait& report) { return report.doc->published.basis != "inferred"; }

bool has(const std::vector<Label>& types, Label type) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

// "Second quake" against "quake": is b's news what a's has one more of?
bool speaks_of_another(const Portrait& a, const Portrait& b) {
  // The second of a kind beside a report that opens with one of that kind, and counts none.
  if (a.marks.turn == 2 || a.marks.turn == 3) {
    return (b.opening_turns & (1u << a.marks.turn)) == 0 && has(b.opening_types, a.another);
  }
  if (!a.another.empty() && a.another == b.main_type) return true;
  // "Powerful quake" may be filed under its dead; then the thing itself must stand in the headline.
  if (a.main_type.empty() || a.main_type != b.main_type) {
    for (const auto& [word, weight] : b.headline) {
      if (!a.another.empty() && std::binary_search(a.another_words.begin(), a.another_words.end(), word)) return true;
    }
    return false;
  }
  for (uint32_t word : a.another_words) {
    const auto at = std::lower_bound(b.opening_words.begin(), b.opening_words.end(), std::pair(word, 0.0f));
    if (at != b.opening_words.end() && at->first == word) return true;
  }
  return false;
}

// What the headline has a "second" or "another" of: by the grammar of its events and of the main one, else by the
// words behind it, with at most two between.
void find_another(Portrait& report, const Document& doc, const MarkReader& reader) {
  constexpr uint32_t kReach = 3;    // words
  constexpr uint32_t kOpening = 2;  // sentences of the body
  const std::vector<Marks> marks = reader.read(doc);
  uint32_t body = 0;
  std::vector<uint32_t> opening;
  for (uint32_t s = 0; s < doc.sentences.size() && body < kOpening; ++s) {
    const SectionKind kind = doc.section_of(doc.sentences[s]).kind;
    if (kind != SectionKind::headline && kind != SectionKind::body) continue;
    body += kind == SectionKind::body && !is_place_line(doc, doc.sentences[s]);
    opening.push_back(s);
    for_each_word(doc.sentences[s].span.of(doc.text), [&](const Word& word) {
      const Turn turn = reader.turn_of(word.folded);
      if (turn >= 1 && turn <= 9) report.opening_turns |= static_cast<uint16_t>(1u << turn);
    });
  }
  for (size_t j = 0; j < doc.events.size() && doc.main_event != kNone; ++j) {
    const EventMention& event = doc.events[j];
    const bool main = doc.main_event == static_cast<int32_t>(j);
    if (!main && !std::binary_search(opening.begin(), opening.end(), event.sentence)) continue;
    report.opening_types.push_back(event.type);
    const bool headline = doc.kind_at(event.span.begin) == SectionKind::headline;
    if (headline && event.type == doc.events[static_cast<size_t>(doc.main_event)].type) report.main_in_headline = true;
    if ((headline || main) && (marks[j].turn == 2 || marks[j].turn == 3) && report.another.empty()) {
      report.another = event.type;
      report.marks.turn = marks[j].turn;
    }
    if (event.type == doc.events[static_cast<size_t>(doc.main_event)].type) {
      report.marks.sizes.insert(report.marks.sizes.end(), marks[j].sizes.begin(), marks[j].sizes.end());
    }
  }
  if (report.marks.turn != 0) return;
  for (const Section& section : doc.sections) {
    if (section.kind != SectionKind::headline) continue;
    uint32_t left = 0;
    for_each_word(section.span.of(doc.text), [&](const Word& word) {
      if (is_further(reader.turn_of(word.folded))) {
        left = kReach;
        return;
      }
      if (left == 0) return;
      --left;
      report.another_words.push_back(static_cast<uint32_t>(hash64(word.folded)));
      for (const EventMention& event : doc.events) {
        if (event.span.contains(section.span.begin + word.begin)) report.another = event.type;
      }
    });
  }
  std::sort(report.another_words.begin(), report.another_words.end());
}

// The capitalised words of those who take part in the main event.
std::vector<uint32_t> names_of_participants(const Document& doc) {
  std::vector<uint32_t> out;
  const IndexRange range = doc.events[static_cast<size_t>(doc.main_event)].participants;
  for (uint32_t p = range.begin; p < range.end; ++p) {
    uint32_t last = 0;  // a name's last word, which every form of it has
    for_each_word(doc.words(doc.participants[p].span), [&](const Word& word) {
      if (word.capital) last = static_cast<uint32_t>(hash64(word.folded));
    });
    if (last != 0) out.push_back(last);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

Result<Yardstick> Yardstick::load(const Resources& resources) {
  Yardstick out;
  TRY(out.background_, Background::load(resources));
  TRY(const Table series, Table::load(resources, "link/series.tsv"));
  TRY(const size_t word, series.column("word"));
  for (size_t row = 0; row < series.rows(); ++row) out.series_.push_back(fold(series.cell(row, word)));
  TRY(out.marks_, MarkReader::load(resources));
  TRY(const Table opposed, Table::load(resources, "link/opposed.tsv"));
  TRY(const size_t types, opposed.column("types"));
  TRY(const size_t against, opposed.column("against"));
  for (size_t row = 0; row < opposed.rows(); ++row) {
    for (const std::string_view a : variants(opposed.cell(row, types))) {
      for (const std::string_view b : variants(opposed.cell(row, against))) {
        out.opposed_.emplace_back(Label(a), Label(b));
        out.opposed_.emplace_back(Label(b), Label(a));
      }
    }
  }
  std::sort(out.opposed_.begin(), out.opposed_.end());
  TRY(const Table pair, Table::load(resources, "link/pair.tsv"));
  TRY(const size_t measure, pair.column("measure"));
  TRY(const size_t weight, pair.column("weight"));
  out.weights_.assign(kMeasures, 0);
  for (size_t row = 0; row < pair.rows(); ++row) {
    const std::string_view name = pair.cell(row, measure), number = pair.cell(row, weight);
    double value = 0;
    const bool read = std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc();
    size_t m = 0;
    while (m < kMeasures && name_of(static_cast<Measure>(m)) != name) ++m;
    if (!read || (m == kMeasures && name != "bias")) {
      return Error{ErrorCode::invalid_input, "no such measure, or not a number",
                   "link/pair.tsv:" + std::to_string(pair.line(row))};
    }
    if (m == kMeasures) {
      out.bias_ = value;
    } else {
      out.weights_[m] = static_cast<float>(value);
    }
  }
  return out;
}

bool Yardstick::opposed(Label a, Label b) const {
  return std::binary_search(opposed_.begin(), opposed_.end(), std::pair(a, b));
}

double Yardstick::weigh(const Measures& measures) const {
  double sum = bias_;
  for (size_t m = 0; m < kMeasures; ++m) sum += static_cast<double>(weights_[m]) * measures[m];
  return sum;
}

Portrait Yardstick::view(const Document& doc) const {
  Portrait report;
  report.doc = &doc;
  const std::vector<WordCount> counts = count_words(doc, background_);
  const std::string headline = fold(doc.headline);
  find_another(report, doc, marks_);
  for (const std::string& word : series_) {
    const size_t found = headline.find(word);
    const bool opens = found != std::string::npos && (found == 0 || headline[found - 1] == ' ' || word.front() == '\'');
    if (opens) report.serial = true;
  }
  report.whole = term_vector(counts);
  for (const WordCount& count : counts) {
    report.all_words.push_back(count.hash);
    const float squared = count.idf;
    if (count.headline || count.lead) {
      report.opening.emplace_back(count.hash,
                                  count.idf * static_cast<float>(1 + std::log(count.lead + 2.0 * count.headline)));
      report.opening_words.emplace_back(count.hash, squared);
      if (count.names) report.opening_names.emplace_back(count.hash, squared);
    }
    if (count.headline) report.headline.emplace_back(count.hash, count.idf);
    if (count.names)
      report.names.emplace_back(count.hash, count.idf * static_cast<float>(1 + std::log(double(count.names))));
  }
  normalise(report.opening);
  normalise(report.headline);
  normalise(report.names);
  report.published = days_of(doc.published.value);
  read_words(report, doc);
  read_days(report, doc);
  if (doc.main_event != kNone) {
    const EventMention& event = doc.events[static_cast<size_t>(doc.main_event)];
    report.main_type = event.type;
    report.told = days_of(event.when);
    report.who = names_of_participants(doc);
  }
  return report;
}

std::string_view name_of(Measure measure) {
  static constexpr std::string_view kNames[] = {
      "whole",      "opening",      "headline",     "names",           "told_less",       "told_more",    "names_less",
      "names_more", "copied",       "series",       "weekday_same",    "weekday_other",   "day_same",     "day_other",
      "gap_known",  "gap_day",      "gap_log",      "gap_far",         "another",         "another_same", "same_act",
      "length",     "type_same",    "type_other",   "type_opposed",    "told_same",       "told_other",   "whole_less",
      "whole_more", "opening_less", "opening_more", "names_less_best", "names_more_best", "company"};
  static_assert(std::size(kNames) == kMeasures);
  return kNames[static_cast<size_t>(measure)];
}

Measures compare(const Portrait& a, const Portrait& b, const Yardstick& yardstick) {
  Measures m{};
  auto set = [&](Measure measure, double value) { m[static_cast<size_t>(measure)] = static_cast<float>(value); };
  const double headline = cosine(a.headline, b.headline);
  set(Measure::whole, cosine(a.whole, b.whole));
  set(Measure::opening, cosine(a.opening, b.opening));
  set(Measure::headline, headline);
  set(Measure::names, cosine(a.names, b.names));
  const double told_a = share(a.opening_words, b.all_words), told_b = share(b.opening_words, a.all_words);
  set(Measure::told_less, std::max(0.0, std::min(told_a, told_b)));
  set(Measure::told_more, std::max(0.0, std::max(told_a, told_b)));
  const double names_a = share(a.opening_names, b.all_words), names_b = share(b.opening_names, a.all_words);
  set(Measure::names_less, names_a < 0 || names_b < 0 ? 0.5 : std::min(names_a, names_b));
  set(Measure::names_more, names_a < 0 || names_b < 0 ? 0.5 : std::max(names_a, names_b));
  const size_t shorter = std::min(a.shingles.size(), b.shingles.size());
  const double copied = shorter ? double(shared_count(a.shingles, b.shingles)) / double(shorter) : 0;
  set(Measure::copied, copied);
  set(Measure::series, a.serial && b.serial && headline > 0.6 && copied < 0.5);
  if (a.weekdays && b.weekdays) set(a.weekdays & b.weekdays ? Measure::weekday_same : Measure::weekday_other, 1);
  if (!a.days.empty() && !b.days.empty()) {
    const size_t same = shared_count(a.days, b.days);
    set(Measure::day_same, double(same) / double(std::min(a.days.size(), b.days.size())));
    set(Measure::day_other, same == 0);
  }
  const int64_t gap = days_between(a.published, b.published);
  const bool known = short_span(a.published) && short_span(b.published);
  set(Measure::gap_known, known);
  set(Measure::gap_day, known && gap <= 1);
  set(Measure::gap_log, std::log1p(static_cast<double>(gap)));
  // A date that we inferred may be wrong by more than a week.
  const bool sure = stated(a) && stated(b);
  set(Measure::gap_far, (sure ? 1 : 0.7) * std::clamp((static_cast<double>(gap) - 1) / (sure ? 6 : 60), 0.0, 1.0));
  if (!a.main_type.empty() && !b.main_type.empty()) {
    set(a.main_type == b.main_type ? Measure::type_same : Measure::type_other, 1);
  }
  set(Measure::type_opposed, a.main_in_headline && b.main_in_headline && yardstick.opposed(a.main_type, b.main_type));
  if (short_span(a.told) && short_span(b.told))
    set(a.told.overlaps(b.told) ? Measure::told_same : Measure::told_other, 1);
  const bool both = (a.marks.turn != 0 || !a.another_words.empty()) && (b.marks.turn != 0 || !b.another_words.empty());
  set(Measure::another,
      contradict(a.marks, b.marks) || (!both && (speaks_of_another(a, b) || speaks_of_another(b, a))));
  set(Measure::another_same, same_turn(a.marks, b.marks));
  if (!a.who.empty() && !b.who.empty() && a.main_type == b.main_type) {
    set(Measure::same_act, 2 * shared_count(a.who, b.who) >= std::max(a.who.size(), b.who.size()));
  }
  set(Measure::length, std::abs(std::log((a.words + 20.0) / (b.words + 20.0))));
  return m;
}

std::vector<ComparedPair> compare_all(const std::vector<Portrait>& reports, const Yardstick& yardstick) {
  constexpr double kLeast = 0.06;  // of whole: below it two reports have nothing to do with each other
  std::vector<ComparedPair> pairs;
  for (uint32_t b = 1; b < reports.size(); ++b) {
    for (uint32_t a = 0; a < b; ++a) {
      if (cosine(reports[a].whole, reports[b].whole) >= kLeast)
        pairs.push_back({a, b, compare(reports[a], reports[b], yardstick)});
    }
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const auto& x, const auto& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  set_relative(pairs, reports.size());
  set_company(pairs, reports.size());
  return pairs;
}

}  // namespace dateline
