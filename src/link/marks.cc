#include "link/marks.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "base/table.h"

namespace dateline {
namespace {

constexpr uint32_t kReach = 4;      // words from "second" to what it counts
constexpr double kSameSize = 0.02;  // two measurements of one thing differ by so much of it
constexpr std::string_view kFile = "link/another.tsv";

bool is_noun(const Token& token) { return token.upos == Upos::NOUN || token.upos == Upos::PROPN; }

// The noun that "second" stands before; the token itself if there is none.
uint32_t counted_by(const Document& doc, uint32_t t, uint32_t end) {
  const int32_t head = doc.tokens[t].head;
  if (head != kNone && static_cast<uint32_t>(head) > t && static_cast<uint32_t>(head) <= t + kReach + 1 &&
      is_noun(doc.tokens[static_cast<size_t>(head)]))
    return static_cast<uint32_t>(head);
  for (uint32_t i = t + 1; i < end && i <= t + kReach; ++i) {
    if (is_noun(doc.tokens[i])) return i;
    if (doc.tokens[i].upos == Upos::VERB || doc.tokens[i].upos == Upos::ADP) break;
  }
  return t;
}

// Whether a verb's event happens to, or through, this noun: "a second earthquake struck", "rocked by a second quake".
bool takes_part(const Document& doc, uint32_t noun) {
  switch (doc.tokens[noun].deprel) {
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::obj:
    case Deprel::obl_agent:
    case Deprel::compound: return true;
    case Deprel::obl: break;
    default: return false;
  }
  for (uint32_t i = noun; i-- > 0 && i + kReach + 1 > noun;) {
    if (doc.words(doc.tokens[i]) == "by") return true;
  }
  return false;
}

}  // namespace

Result<MarkReader> MarkReader::load(const Resources& resources) {
  TRY(const Table table, Table::load(resources, kFile));
  TRY(const size_t word, table.column("word"));
  TRY(const size_t turn, table.column("turn"));
  MarkReader reader;
  for (size_t row = 0; row < table.rows(); ++row) {
    const std::string_view name = table.cell(row, turn);
    Turn value = 0;
    if (name == "more") value = kOneMore;
    if (name == "new") value = kNewOne;
    if (name == "before") value = kOneBefore;
    if (name.size() == 1 && name[0] >= '1' && name[0] <= '9') value = static_cast<Turn>(name[0] - '0');
    if (value == 0) {
      return Error{ErrorCode::invalid_input, "turn is 1 to 9, more, new or before",
                   std::string(kFile) + ":" + std::to_string(table.line(row))};
    }
    for (const std::string_view variant : variants(table.cell(row, word))) reader.words_.emplace(variant, value);
  }
  return reader;
}

Turn MarkReader::turn_of(std::string_view word) const {
  const Turn* turn = words_.find(word);
  return turn ? *turn : Turn{0};
}

std::vector<Marks> MarkReader::read(const Document& doc) const {
  std::vector<Marks> out(doc.events.size());
  for (const Figure& figure : doc.figures) {
    if (figure.change != FigureChange::fixed || figure.event == kNone || !std::isfinite(figure.value)) continue;
    const Label key = figure.attribute.empty() ? figure.unit : figure.attribute;
    out[static_cast<size_t>(figure.event)].sizes.emplace_back(key, figure.value);
  }
  for (size_t j = 0, first = 0; j < doc.events.size(); ++j) {
    const uint32_t s = doc.events[j].sentence;
    if (s >= doc.sentences.size() || (j > 0 && doc.events[j - 1].sentence == s)) continue;
    const IndexRange range = doc.sentences[s].tokens;
    for (first = j; j + 1 < doc.events.size() && doc.events[j + 1].sentence == s;) ++j;
    for (uint32_t t = range.begin; t < range.end; ++t) {
      const Upos u = doc.tokens[t].upos;
      if (u == Upos::PUNCT || u == Upos::VERB || u == Upos::PRON) continue;
      const Turn turn = turn_of(ascii_lower(doc.words(doc.tokens[t])));
      if (turn == 0) continue;
      const uint32_t noun = counted_by(doc, t, range.end);
      if (noun == t) continue;
      for (size_t e = first; e <= j; ++e) {
        const uint32_t token = doc.events[e].token;
        const bool between = token > t && token <= noun;
        const bool verb = doc.tokens[noun].head == static_cast<int32_t>(token) && takes_part(doc, noun);
        const bool clause = doc.tokens[token].head == static_cast<int32_t>(noun) &&
                            (doc.tokens[token].deprel == Deprel::acl || doc.tokens[token].deprel == Deprel::acl_relcl);
        if ((between || verb || clause) && out[e].turn == 0) out[e].turn = turn;
      }
    }
  }
  return out;
}

bool is_further(Turn turn) { return (turn >= 2 && turn <= 9) || turn == kOneMore; }

bool same_turn(const Marks& a, const Marks& b) { return a.turn == b.turn && is_further(a.turn); }

bool contradict(const Marks& a, const Marks& b) {
  const bool counted = a.turn >= 1 && a.turn <= 9 && b.turn >= 1 && b.turn <= 9;
  if (counted && a.turn != b.turn) return true;
  if ((a.turn == 1 && b.turn == kOneMore) || (b.turn == 1 && a.turn == kOneMore)) return true;
  const auto later = [](Turn turn) { return is_further(turn) || turn == kNewOne; };
  if ((a.turn == kOneBefore && later(b.turn)) || (b.turn == kOneBefore && later(a.turn))) return true;
  bool comparable = false;
  for (const auto& [key, value] : a.sizes) {
    for (const auto& [other, size] : b.sizes) {
      if (key != other) continue;
      comparable = true;
      if (std::abs(value - size) <= kSameSize * std::max(std::abs(value), std::abs(size))) return false;
    }
  }
  return comparable;
}

}  // namespace dateline
