#include <algorithm>

#include "annotate/times_grammar.h"

namespace dateline::times {

// One search over one text, from right to left: when a position is read, all that begins later is known, so a rule
// finds what it is built of whatever its stage.
struct Grammar::Run {
  const Grammar& g;
  const std::vector<Lexeme>& lexemes;
  std::vector<Found> found;
  std::vector<int32_t> head;  // by lexeme: the first of what begins there
  int32_t whole = -1;  // a rule: the lexemes were cut out of a text as what it found, their neighbours are not there

  // While one rule runs: where each slot's content begins, and what was found there (-1: a lexeme).
  struct Taken {
    uint32_t at = UINT32_MAX;
    int32_t found = -1;
    ClassId cls = kNoClass;
  };
  std::array<Taken, kMaxSlots> taken, best;
  uint32_t best_end = 0;

  Run(const Grammar& grammar, const std::vector<Lexeme>& text) : g(grammar), lexemes(text), head(text.size() + 1, -1) {}

  // May the path go on with the lexeme at `at`? REQUIRES: at < lexemes.size().
  bool open(uint32_t at, uint32_t begin, bool glued) const {
    return at == begin || (!lexemes[at].barrier && !(glued && lexemes[at].space_before));
  }

  void walk(uint16_t state, uint32_t begin, uint32_t at) {
    const State& s = g.states_[state];
    if (s.accepts && at > best_end) {
      best_end = at;
      best = taken;
    }
    if (at >= lexemes.size()) return;
    for (const Edge& edge : s.edges) {
      if (!open(at, begin, edge.glued)) continue;
      if (edge.kind == Edge::category) {
        for (int32_t i = head[at]; i >= 0; i = found[i].next) {
          if (g.rules_[found[i].rule].category != edge.what) continue;
          step(edge, begin, at, found[i].end, i);
        }
      } else if (edge.kind == Edge::word ? lexemes[at].word == edge.what
                                         : (lexemes[at].classes >> edge.what & 1) != 0) {
        step(edge, begin, at, at + 1, -1);
      }
    }
  }

  void step(const Edge& edge, uint32_t begin, uint32_t at, uint32_t end, int32_t what) {
    if (edge.slot == kNoSlot) return walk(edge.next, begin, end);
    const Taken before = taken[edge.slot];
    taken[edge.slot] = {at, what, edge.kind == Edge::cls ? static_cast<ClassId>(edge.what) : kNoClass};
    walk(edge.next, begin, end);
    taken[edge.slot] = before;
  }

  bool passes(const CompiledRule& rule, uint32_t begin, uint32_t end) const {
    for (size_t i = 0; whole < 0 && i < rule.tests.size(); ++i) {
      const Test& test = rule.tests[i];
      const bool inside =
          test.before ? begin > 0 && !lexemes[begin].barrier : end < lexemes.size() && !lexemes[end].barrier;
      bool any = false;
      if (inside) {
        const Lexeme& other = lexemes[test.before ? begin - 1 : end];
        const bool space = lexemes[test.before ? begin : end].space_before;
        for (const Edge& e : test.any) {
          any |=
              !(e.glued && space) && (e.kind == Edge::word ? other.word == e.what : (other.classes >> e.what & 1) != 0);
        }
      }
      if (any != test.wanted) return false;
    }
    return true;
  }

  // The field's value in what the slot took: of a lexeme its own, of something found that field, or what stands for it.
  int16_t slot_value(const Taken& t, Field field) const {
    if (t.found < 0) return static_cast<int16_t>(std::clamp(g.words_->value(lexemes[t.at], t.cls), -32000, 32000));
    const Meaning& m = found[t.found].meaning;
    if (m.has(field)) return m[field];
    if (field == Field::byunit || field == Field::every || field == Field::grain) return m[Field::unit];
    return field == Field::by || field == Field::yearby || field == Field::monthby ? m[Field::n] : kUnset;
  }

  Meaning meaning(const CompiledRule& rule) const {
    Meaning out;
    for (const Assignment& a : rule.value) {
      if (a.kind == Assignment::constant) {
        out[a.field] = a.value;
        continue;
      }
      const Taken& t = best[a.slot];
      if (t.at == UINT32_MAX) continue;  // an optional part that was not there
      if (a.kind == Assignment::merge && t.found >= 0) out.merge(found[t.found].meaning);
      if (a.kind != Assignment::from_slot) continue;
      const int16_t value = slot_value(t, a.field);
      if (value == kUnset) continue;
      if (a.field == Field::by && value == -1 && t.found >= 0) {
        out[a.field] = static_cast<int16_t>(-kUnknownBack * a.value);  // "several years ago"
      } else {
        out[a.field] = static_cast<int16_t>(value * a.value);
      }
    }
    out.settle();
    return out;
  }

  void try_rule(uint16_t r, uint32_t at) {
    const CompiledRule& rule = g.rules_[r];
    best_end = 0;
    walk(rule.start, at, at);
    if (best_end == 0 || !passes(rule, at, best_end)) return;
    const bool asked = whole == r && at == 0 && best_end == lexemes.size();
    for (int32_t i = head[at]; !asked && i >= 0; i = found[i].next) {
      if (found[i].end == best_end && g.rules_[found[i].rule].category == rule.category)
        return;  // an earlier rule has it
    }
    Found f;
    f.begin = at;
    f.end = best_end;
    f.rule = r;
    f.next = head[at];
    f.meaning = meaning(rule);
    head[at] = static_cast<int32_t>(found.size());
    found.push_back(f);
  }

  void at_position(uint32_t at) {
    const Lexeme& lexeme = lexemes[at];
    if (lexeme.word == 0 && !lexeme.number) return;
    // Rules by stage; those that begin with something found have to wait for it, so they are looked up stage by stage.
    const std::vector<uint16_t>& words = g.by_word_[lexeme.word];
    if (words.empty() && !lexeme.number) return;
    const bool last = at + 1 == lexemes.size() || lexemes[at + 1].barrier;
    if (!g.may_begin(lexeme, last ? nullptr : &lexemes[at + 1])) return;
    size_t w = 0, n = 0;
    for (uint8_t stage = 0; stage < g.stages_; ++stage) {
      for (; w < words.size() && g.rules_[words[w]].stage <= stage; ++w) {
        if (lexeme.word != 0) try_rule(words[w], at);
      }
      for (; lexeme.number && n < g.by_number_.size() && g.rules_[g.by_number_[n].second].stage <= stage; ++n) {
        if (g.by_number_[n].first & lexeme.classes) try_rule(g.by_number_[n].second, at);
      }
      uint64_t seen = 0;
      for (int32_t i = head[at]; stage > 0 && i >= 0; i = found[i].next) {
        const CategoryId category = g.rules_[found[i].rule].category;
        if (seen >> category & 1) continue;
        seen |= uint64_t{1} << category;
        for (uint16_t r : g.by_category_[category]) {
          if (g.rules_[r].stage == stage) try_rule(r, at);
        }
      }
    }
  }

  void run() {
    for (size_t at = lexemes.size(); at-- > 0;) at_position(static_cast<uint32_t>(at));
  }
};

std::vector<Found> Grammar::search(const std::vector<Lexeme>& lexemes) const {
  Run run(*this, lexemes);
  run.run();
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < run.found.size(); ++i) {
    if (rules_[run.found[i].rule].alone) order.push_back(i);
  }
  // Longest first in words; of equals the one that begins earlier, then the rule that stands first.
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const Found &x = run.found[a], &y = run.found[b];
    const uint32_t m = x.end - x.begin, n = y.end - y.begin;
    return std::tie(n, x.begin, x.rule) < std::tie(m, y.begin, y.rule);
  });
  std::vector<uint8_t> covered(order.empty() ? 0 : lexemes.size(), 0);
  std::vector<Found> out;
  for (uint32_t i : order) {
    Found& f = run.found[i];
    const auto first = covered.begin() + f.begin, last = covered.begin() + f.end;
    if (std::find(first, last, 1) != last) continue;
    std::fill(first, last, 1);
    if (f.meaning.get(Field::none, 0) == 0) out.push_back(f);
  }
  std::sort(out.begin(), out.end(), [](const Found& a, const Found& b) { return a.begin < b.begin; });
  return out;
}

bool Grammar::read_whole(const std::vector<Lexeme>& lexemes, uint16_t rule, Meaning& out) const {
  Run run(*this, lexemes);
  run.whole = rule;
  run.run();
  for (const Found& f : run.found) {
    if (f.begin == 0 && f.end == lexemes.size() && f.rule == rule) {
      out = f.meaning;
      return true;
    }
  }
  return false;
}

}  // namespace dateline::times
