#include "annotate/figures_relations.h"

#include <algorithm>

#include "annotate/figures_events.h"
#include "base/strings.h"

namespace dateline {
namespace {

bool is_number(double x) { return x == x; }
double size_of(const Figure& f) { return is_number(f.value) ? f.value : is_number(f.min) ? f.min : f.max; }

// "out of the 57", "of the 57": the whole stands right behind "of"; `at` is the whole's first atom.
bool behind_of(const std::vector<FigureAtom>& atoms, uint32_t at) {
  uint32_t i = at;
  while (i > 0 && (atoms[i - 1].word == kW_the || atoms[i - 1].word == kW_those || atoms[i - 1].word == kW_these ||
                   atoms[i - 1].word == kW_its || atoms[i - 1].word == kW_their)) {
    --i;
  }
  return i > 0 && atoms[i - 1].word == kW_of;
}

// "including 12", "among them 12": parts that may overlap. "Of these, 12", "of whom 12", "of them, 12": parts that
// stand apart from one another.
enum class Lead : uint8_t { none, including, partition };

Lead lead_to(const std::vector<FigureAtom>& atoms, uint32_t at) {
  for (uint32_t i = at, n = 0; i > 0 && n < 4; --i, ++n) {
    const FigureWordId w = atoms[i - 1].word;
    if (w == kW_including || w == kW_among) return Lead::including;
    const bool pronoun = w == kW_them || w == kW_these || w == kW_those || w == kW_whom || w == kW_which;
    if (pronoun && i >= 2 && atoms[i - 2].word == kW_among) return Lead::including;
    if (pronoun && i >= 2 && atoms[i - 2].word == kW_of) return Lead::partition;
  }
  return Lead::none;
}

// "22 of the 57, or 39 percent", "22 of the 57 (39 percent)", "39 percent, or 22, of the 57": one said twice.
bool said_again(const std::vector<FigureAtom>& atoms, const FigureNotes& first, const FigureNotes& second) {
  uint32_t i = first.atoms.end;
  if (second.atoms.begin < i || second.atoms.begin - i > 12) return false;
  for (; i < second.atoms.begin; ++i) {
    if (atoms[i].word == kW_lparen) return i + 1 == second.atoms.begin;
    if (atoms[i].word == kW_or && i > first.atoms.end && i + 1 == second.atoms.begin) return true;
  }
  return false;
}

// A percentage that says a part again ("22 of the 57, or 39 percent") hangs on that part.
void relate_shares(const std::vector<FigureAtom>& atoms, Document& doc, const std::vector<FigureNotes>& notes,
                   size_t first) {
  const auto part_of = [&](size_t i) { return doc.figures[i].part_of; };
  for (size_t i = first; i < doc.figures.size(); ++i) {
    if (doc.figures[i].unit != Label("percent") || part_of(i) != kNone) continue;
    int32_t part = kNone;
    if (i > first && said_again(atoms, notes[i - 1], notes[i])) {
      // Behind the part, or behind the whole that the part stands before.
      if (notes[i - 1].counts && part_of(i - 1) != kNone)
        part = static_cast<int32_t>(i - 1);
      else if (i - 1 > first && part_of(i - 2) == static_cast<int32_t>(i - 1))
        part = static_cast<int32_t>(i - 2);
    }
    if (part == kNone && i + 1 < doc.figures.size() && notes[i + 1].counts && part_of(i + 1) != kNone &&
        said_again(atoms, notes[i], notes[i + 1]))
      part = static_cast<int32_t>(i + 1);
    doc.figures[i].part_of = part;
  }
}

}  // namespace

void relate_parts(const std::vector<FigureAtom>& atoms, Document& doc, std::vector<FigureNotes>& notes, size_t first) {
  int32_t whole = kNone;  // governs the parts that follow in this sentence
  for (size_t i = first; i < doc.figures.size(); ++i) {
    Figure& f = doc.figures[i];
    FigureNotes& n = notes[i];
    if (!n.counts) continue;
    // "22 of the 57 people", "60 of the 240, or 25 percent"
    const bool bare = f.counted.empty() && n.atoms.begin > 0 && atoms[n.atoms.begin - 1].word == kW_the;
    if (behind_of(atoms, n.atoms.begin) && (bare || !f.counted.empty())) {
      whole = static_cast<int32_t>(i);
      // "22 of the 57 people": the figure right before is a part of this one.
      if (i > first && notes[i - 1].counts && n.atoms.begin - notes[i - 1].atoms.end <= 4 &&
          size_of(doc.figures[i - 1]) <= size_of(f)) {
        doc.figures[i - 1].part_of = whole;
        if (doc.figures[i - 1].counted.empty() || notes[i - 1].of_pronoun ||
            doc.figures[i - 1].counted.overlaps(f.span) || doc.figures[i - 1].counted == f.counted) {
          doc.figures[i - 1].counted = f.counted;
        }
      }
      continue;
    }
    int32_t of = kNone;
    const Lead lead = lead_to(atoms, n.atoms.begin);
    if (n.of_pronoun || lead != Lead::none) {
      of = whole;
      for (size_t j = i; of == kNone && j > 0; --j) {
        // The nearest larger count before, here or in the sentence before.
        if (notes[j - 1].sentence + 1 < n.sentence) break;
        if (notes[j - 1].counts && doc.figures[j - 1].part_of == kNone && size_of(doc.figures[j - 1]) >= size_of(f))
          of = static_cast<int32_t>(j - 1);
      }
    } else if (whole != kNone && f.counted.empty() && size_of(f) <= size_of(doc.figures[whole])) {
      of = whole;
    }
    // "nine of the dead": a part, whatever the whole is.
    if (of == kNone && n.atoms.end < atoms.size() && atoms[n.atoms.end].word == kW_of) f.among = true;
    if (of == kNone) continue;
    f.part_of = of;
    f.among = !n.of_pronoun && lead == Lead::including;
    // "Of these, 18 were released, nine were charged and two …": the list goes on.
    if (lead == Lead::partition) whole = of;
    if (f.counted.empty()) f.counted = doc.figures[of].counted;
  }
  relate_shares(atoms, doc, notes, first);
}

namespace {

// [token]: the statements around it.
using StatementsAround = std::vector<std::vector<int32_t>>;

// The token around the byte, or the next.
size_t token_at(const Document& doc, uint32_t byte) {
  const auto found =
      std::partition_point(doc.tokens.begin(), doc.tokens.end(), [&](const Token& t) { return t.span.end <= byte; });
  return static_cast<size_t>(found - doc.tokens.begin());
}

StatementsAround statements_around(const Document& doc) {
  StatementsAround out(doc.tokens.size());
  for (size_t i = 0; i < doc.statements.size(); ++i) {
    const Span content = doc.statements[i].content;
    for (size_t t = token_at(doc, content.begin); t < out.size() && doc.tokens[t].span.begin < content.end; ++t)
      out[t].push_back(static_cast<int32_t>(i));
  }
  return out;
}

int32_t innermost_statement(const Document& doc, const StatementsAround& around, Span span) {
  const size_t at = token_at(doc, span.begin);
  int32_t best = kNone;
  if (at == around.size()) return best;
  for (const int32_t i : around[at]) {
    const Span content = doc.statements[static_cast<size_t>(i)].content;
    if (!content.contains(span)) continue;
    if (best == kNone || content.size() < doc.statements[static_cast<size_t>(best)].content.size()) best = i;
  }
  return best;
}

// "as of Tuesday", "by Monday evening": only a time that says so.
int32_t as_of(const Document& doc, const Sentence& sentence) {
  const auto from = std::partition_point(doc.times.begin(), doc.times.end(),
                                         [&](const Timex& t) { return t.span.end <= sentence.span.begin; });
  for (auto t = from; t != doc.times.end() && t->span.begin < sentence.span.end; ++t) {
    if (t->type != TimexType::DATE && t->type != TimexType::TIME) continue;
    const std::string_view before =
        trim(std::string_view(doc.text).substr(sentence.span.begin, t->span.begin - sentence.span.begin));
    const std::string tail = ascii_lower(before.size() > 8 ? before.substr(before.size() - 8) : before);
    if (tail.ends_with("as of") || tail == "by" || tail.ends_with(" by"))
      return static_cast<int32_t>(t - doc.times.begin());
  }
  return kNone;
}

}  // namespace

void attach(Document& doc, const std::vector<FigureNotes>& notes) {
  const StatementsAround around = statements_around(doc);
  for (size_t i = 0; i < doc.figures.size(); ++i) {
    Figure& f = doc.figures[i];
    f.statement = innermost_statement(doc, around, f.span);
    if (doc.sentences.empty()) continue;
    const Sentence& sentence = doc.sentences[notes[i].sentence];
    if (!doc.times.empty()) f.time = as_of(doc, sentence);
    if (!doc.events.empty()) f.event = event_of_figure(doc, sentence, f);
  }
  if (!doc.events.empty()) tolls_of_events(doc, notes);
}

}  // namespace dateline
