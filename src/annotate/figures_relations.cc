#include "annotate/figures_relations.h"

#include <algorithm>

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
    if (behind_of(atoms, n.atoms.begin) && !f.counted.empty()) {
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

int32_t innermost_statement(const Document& doc, Span span) {
  int32_t best = kNone;
  for (size_t i = 0; i < doc.statements.size(); ++i) {
    if (!doc.statements[i].content.contains(span)) continue;
    if (best == kNone || doc.statements[i].content.size() < doc.statements[best].content.size())
      best = static_cast<int32_t>(i);
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

uint32_t depth_between(const Document& doc, uint32_t token, uint32_t trigger) {
  // Steps up from the number to the trigger; large if the trigger does not govern it.
  int32_t t = static_cast<int32_t>(token);
  for (uint32_t steps = 0; t != kNone && steps < 12; ++steps) {
    if (static_cast<uint32_t>(t) == trigger) return steps;
    t = doc.tokens[t].head;
  }
  return 100;
}

// The verb whose clause the token stands in, itself if it is one; kNone in a sentence without.
int32_t clause_of(const Document& doc, uint32_t token) {
  int32_t t = static_cast<int32_t>(token);
  for (uint32_t steps = 0; t != kNone && steps < 24; ++steps) {
    if (doc.tokens[static_cast<size_t>(t)].upos == Upos::VERB) return t;
    t = doc.tokens[static_cast<size_t>(t)].head;
  }
  return kNone;
}

// "She was $500,000 in debt when he died": the debt is no part of his death.
bool another_clause(const Document& doc, uint32_t number, uint32_t trigger) {
  // "One Democrat who opposed her": the clause hangs on what is counted.
  const int32_t noun = doc.tokens[number].head;
  if (depth_between(doc, trigger, number) < 3 ||
      (noun != kNone && depth_between(doc, trigger, static_cast<uint32_t>(noun)) < 3))
    return false;
  const int32_t own = clause_of(doc, number), its = clause_of(doc, trigger);
  return own != kNone && its != kNone && own != its;
}

int32_t nearest_event(const Document& doc, const Sentence& sentence, Span span) {
  const IndexRange own = doc.tokens_in(span);
  const auto from = std::partition_point(doc.events.begin(), doc.events.end(),
                                         [&](const EventMention& e) { return e.span.end <= sentence.span.begin; });
  int32_t best = kNone;
  uint64_t best_cost = ~0ull;
  for (auto e = from; e != doc.events.end() && e->span.begin < sentence.span.end; ++e) {
    const uint64_t steps = own.empty() ? 100 : depth_between(doc, own.begin, e->token);
    if (steps == 100 && !own.empty() && another_clause(doc, own.begin, e->token)) continue;
    const uint64_t gap = e->span.begin >= span.end   ? e->span.begin - span.end
                         : span.begin >= e->span.end ? span.begin - e->span.end
                                                     : 0;
    const uint64_t cost = steps * 100000 + gap;
    if (cost < best_cost) {
      best_cost = cost;
      best = static_cast<int32_t>(e - doc.events.begin());
    }
  }
  return best;
}

}  // namespace

void attach(Document& doc, const std::vector<FigureNotes>& notes) {
  for (size_t i = 0; i < doc.figures.size(); ++i) {
    Figure& f = doc.figures[i];
    f.statement = innermost_statement(doc, f.span);
    if (doc.sentences.empty()) continue;
    const Sentence& sentence = doc.sentences[notes[i].sentence];
    if (!doc.times.empty()) f.time = as_of(doc, sentence);
    if (!doc.events.empty()) f.event = nearest_event(doc, sentence, f.span);
  }
}

}  // namespace dateline
