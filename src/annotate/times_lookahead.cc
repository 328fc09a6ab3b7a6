// Which words may follow which where something begins. "The", "in", "more" begin many rules and nearly never an
// expression; two lexemes tell. Nothing is lost: the sets are those of an LL grammar (FIRST and FOLLOW; Aho, Sethi and
// Ullman 1986, 4.4), so a position is passed over only if no rule can come to an expression from it.
#include <bit>

#include "annotate/times_grammar.h"

namespace dateline::times {

void Grammar::Follow::join(const Follow& other) {
  for (size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
  numbers |= other.numbers;
  nothing |= other.nothing;
}

class Grammar::Foresight {
 public:
  explicit Foresight(Grammar& grammar) : g_(grammar), size_(grammar.words_->size() / 64 + 1) {
    classes_.assign(kNoClass, none());
    for (size_t w = 1; w < g_.words_->size(); ++w) {
      for (uint64_t rest = g_.words_->classes_of(static_cast<WordId>(w)); rest != 0; rest &= rest - 1)
        set(classes_[static_cast<size_t>(std::countr_zero(rest))], w);
    }
    for (ClassId c = 0; Words::is_number_class(c); ++c) classes_[c].numbers |= uint64_t{1} << c;
    begin_.assign(g_.categories_.size(), none());
    end_.assign(g_.categories_.size(), none());
  }

  void run() {
    until_settled(begin_, [&] {
      for (const CompiledRule& rule : g_.rules_) begin_[rule.category].join(first(rule.start));
    });
    std::vector<std::pair<uint16_t, const CompiledRule*>> states;  // every state with the rule that it belongs to
    std::vector<bool> met(g_.states_.size());
    for (const CompiledRule& rule : g_.rules_) collect(rule.start, rule, met, states);
    until_settled(end_, [&] {
      for (const CompiledRule& rule : g_.rules_) end_[rule.category].nothing |= rule.alone;
      for (const auto& [state, rule] : states) {
        for (const Edge& edge : g_.states_[state].edges) {
          if (edge.kind == Edge::category) end_[edge.what].join(after(edge.next, *rule));
        }
      }
    });
    g_.after_word_.assign(g_.words_->size(), none());
    g_.after_number_.fill(none());
    for (const CompiledRule& rule : g_.rules_) {
      for (const Edge& edge : g_.states_[rule.start].edges) {
        if (edge.kind == Edge::category) continue;  // what it begins with has been seen where that is made
        const Follow next = after(edge.next, rule);
        if (edge.kind == Edge::word) g_.after_word_[edge.what].join(next);
        if (edge.kind != Edge::cls) continue;
        if (Words::is_number_class(static_cast<ClassId>(edge.what))) g_.after_number_[edge.what].join(next);
        for (size_t w = 1; w < g_.words_->size(); ++w) {
          if (classes_[edge.what].words[w / 64] >> (w % 64) & 1) g_.after_word_[w].join(next);
        }
      }
    }
  }

 private:
  Follow none() const { return {std::vector<uint64_t>(size_, 0), 0, false}; }
  static void set(Follow& f, size_t word) { f.words[word / 64] |= uint64_t{1} << (word % 64); }

  template <typename Fn>
  static void until_settled(std::vector<Follow>& sets, Fn round) {
    for (std::vector<Follow> before; before != sets;) {
      before = sets;
      round();
    }
  }

  Follow first(uint16_t state) const {
    Follow out = none();
    for (const Edge& edge : g_.states_[state].edges) {
      if (edge.kind == Edge::word) set(out, edge.what);
      if (edge.kind == Edge::cls) out.join(classes_[edge.what]);
      if (edge.kind == Edge::category) out.join(begin_[edge.what]);
    }
    return out;
  }

  // What may come next in `state`: what goes on the rule, or, where it may end there, what may follow it.
  Follow after(uint16_t state, const CompiledRule& rule) const {
    Follow out = first(state);
    if (g_.states_[state].accepts) out.join(end_[rule.category]);
    return out;
  }

  void collect(uint16_t state, const CompiledRule& rule, std::vector<bool>& met,
               std::vector<std::pair<uint16_t, const CompiledRule*>>& out) const {
    if (met[state]) return;
    met[state] = true;
    out.emplace_back(state, &rule);
    for (const Edge& edge : g_.states_[state].edges) collect(edge.next, rule, met, out);
  }

  Grammar& g_;
  const size_t size_;
  std::vector<Follow> classes_;      // the words and numbers of a class
  std::vector<Follow> begin_, end_;  // by category: what may begin it, and follow it
};

void Grammar::look_ahead() { Foresight(*this).run(); }

bool Grammar::Follow::allows(const Lexeme* next) const {
  if (nothing) return true;
  if (next == nullptr) return false;
  return next->number ? (numbers & next->classes) != 0 : (words[next->word / 64] >> (next->word % 64) & 1) != 0;
}

bool Grammar::may_begin(const Lexeme& lexeme, const Lexeme* next) const {
  if (!lexeme.number) return after_word_[lexeme.word].allows(next);
  for (uint64_t rest = lexeme.classes; rest != 0; rest &= rest - 1) {
    if (after_number_[static_cast<size_t>(std::countr_zero(rest))].allows(next)) return true;
  }
  return false;
}

}  // namespace dateline::times
