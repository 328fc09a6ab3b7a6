// Loads what comparing rests on, and sums measures to a verdict.
#include <algorithm>
#include <array>
#include <charconv>

#include "base/table.h"
#include "link/likeness.h"
#include "text/utf8.h"

namespace dateline {

namespace {

// Each name of column `left` with each of column "against", and the other way round.
Result<LabelPairs> read_pairs(const Resources& resources, std::string_view file, std::string_view left) {
  LabelPairs out;
  TRY(const Table table, Table::load(resources, file));
  TRY(const size_t ours, table.column(left));
  TRY(const size_t theirs, table.column("against"));
  for (size_t row = 0; row < table.rows(); ++row) {
    for (const std::string_view a : variants(table.cell(row, ours))) {
      for (const std::string_view b : variants(table.cell(row, theirs))) {
        out.emplace_back(Label(a), Label(b));
        out.emplace_back(Label(b), Label(a));
      }
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool contains(const LabelPairs& pairs, Label a, Label b) {
  return std::binary_search(pairs.begin(), pairs.end(), std::pair(a, b));
}

// The type, and the type with its mode.
std::array<Label, 2> names_of(const EventMention& event) {
  return {event.type, Label(std::string(event.type.view()) + ":" + std::string(event.mode.view()))};
}

}  // namespace

Result<Yardstick> Yardstick::load(const Resources& resources, const Background* background) {
  Yardstick out;
  TRY(out.background_, Background::load(resources, background));
  TRY(const Table series, Table::load(resources, "link/series.tsv"));
  TRY(const size_t word, series.column("word"));
  for (size_t row = 0; row < series.rows(); ++row) out.series_.push_back(fold(series.cell(row, word)));
  TRY(const Table followers, Table::load(resources, "link/followers.tsv"));
  TRY(const size_t follower, followers.column("word"));
  for (size_t row = 0; row < followers.rows(); ++row) out.followers_.emplace(followers.cell(row, follower), true);
  TRY(const Table once, Table::load(resources, "link/once.tsv"));
  TRY(const size_t acts, once.column("words"));
  for (size_t row = 0; row < once.rows(); ++row) {
    for (const std::string_view one : variants(once.cell(row, acts))) out.once_.emplace(one, true);
  }
  TRY(const Table alike, Table::load(resources, "link/alike.tsv"));
  TRY(const size_t words, alike.column("words"));
  for (size_t row = 0; row < alike.rows(); ++row) {
    for (const std::string_view one : variants(alike.cell(row, words)))
      out.alike_.emplace(one, {}).first->push_back(static_cast<uint16_t>(row));
  }
  TRY(out.marks_, MarkReader::load(resources));
  TRY(out.opposed_, read_pairs(resources, "link/opposed.tsv", "types"));
  TRY(out.other_acts_, read_pairs(resources, "link/other_acts.tsv", "act"));
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

std::span<const uint16_t> Yardstick::alike(std::string_view lemma) const {
  const std::vector<uint16_t>* rows = alike_.find(lemma);
  return rows ? std::span<const uint16_t>(*rows) : std::span<const uint16_t>();
}

bool Yardstick::opposed(Label a, Label b) const { return contains(opposed_, a, b); }

bool Yardstick::other_acts(const EventMention& a, const EventMention& b) const {
  for (const Label mine : names_of(a)) {
    for (const Label theirs : names_of(b)) {
      if (contains(other_acts_, mine, theirs)) return true;
    }
  }
  return false;
}

double Yardstick::weigh(const Measures& measures) const {
  double sum = bias_;
  for (size_t m = 0; m < kMeasures; ++m) sum += static_cast<double>(weights_[m]) * measures[m];
  return sum;
}

Portrait Yardstick::view(const Document& doc) const { return portray(doc, background_, marks_, series_); }

std::string_view name_of(Measure measure) {
  static constexpr std::string_view kNames[] = {
      "whole",      "opening",    "headline",     "names",        "told_less",       "told_more",      "names_less",
      "names_more", "copied",     "series",       "weekday_same", "weekday_other",   "day_same",       "day_other",
      "gap_known",  "gap_day",    "gap_log",      "gap_far",      "percent_other",   "another",        "another_same",
      "same_act",   "length",     "type_same",    "type_other",   "type_opposed",    "told_same",      "told_other",
      "whole_less", "whole_more", "opening_less", "opening_more", "names_less_best", "names_more_best"};
  static_assert(std::size(kNames) == kMeasures);
  return kNames[static_cast<size_t>(measure)];
}

}  // namespace dateline
