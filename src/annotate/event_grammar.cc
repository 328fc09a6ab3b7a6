#include "annotate/event_grammar.h"

#include <algorithm>

#include "base/strings.h"
#include "text/tree.h"

namespace dateline {
namespace {

constexpr WordId kNotAsked = UINT32_MAX;

}  // namespace

EventGrammar::EventGrammar(const Document& d, const EventLexicon& lexicon)
    : doc(d),
      lex(lexicon),
      words_(d.tokens.size(), 0),
      first_(d.tokens.size(), kNone),
      next_(d.tokens.size(), kNone),
      names_(d.tokens.size(), kNone),
      referring_(d.tokens.size(), kNone),
      joined_(d.tokens.size(), false) {
  deprels_.reserve(doc.tokens.size());
  heads_.reserve(doc.tokens.size());
  for (const Token& token : doc.tokens) {
    deprels_.push_back(token.deprel);
    heads_.push_back(token.head);
  }
  std::vector<WordId> of_lemma(doc.lemmas.size() + 1, kNotAsked);  // by where it stands
  for (size_t i = 0; i < doc.tokens.size(); ++i) {
    const Token& token = doc.tokens[i];
    WordId& word = of_lemma[token.lemma];
    if (word == kNotAsked) word = look_up(doc.lemma(token));
    words_[i] = word != 0 ? word : look_up_form(token);
  }
  join_hyphens();
  for (size_t m = 0; m < doc.mentions.size(); ++m) {
    const Mention& mention = doc.mentions[m];
    if (mention.form != MentionForm::name && mention.entity == kNone) continue;
    auto& at = mention.form == MentionForm::name ? names_ : referring_;
    for (uint32_t t = mention.tokens.begin; t < mention.tokens.end && t < at.size(); ++t)
      at[t] = static_cast<int32_t>(m);
  }
  mend_roots();
  mend_clauses();
  mend_subjects();
  mend_bare_clauses();
  index_children();
  mend_objects();
}

WordId EventGrammar::look_up(std::string_view lemma) const {
  return std::none_of(lemma.begin(), lemma.end(), is_upper) ? lex.word_id(lemma) : lex.word_id(ascii_lower(lemma));
}

// A lemmatiser may leave a word that it has not seen as it stands; its regular endings come off here.
WordId EventGrammar::look_up_form(const Token& token) const {
  if (token.upos != Upos::VERB && token.upos != Upos::NOUN && token.upos != Upos::PROPN) return 0;
  std::string form = ascii_lower(doc.words(token));
  if (const WordId w = lex.word_id(form)) return w;
  const auto without = [&](std::string_view ending, std::string_view instead) -> WordId {
    if (form.size() < ending.size() + 3 || !form.ends_with(ending)) return 0;
    return lex.word_id(form.substr(0, form.size() - ending.size()) + std::string(instead));
  };
  for (const std::string_view ending : {"ed", "ing"}) {  // "cancelled", "patrolling"
    const size_t stem = form.size() - std::min(form.size(), ending.size());
    if (stem < 4 || !form.ends_with(ending) || form[stem - 1] != form[stem - 2]) continue;
    if (const WordId w = lex.word_id(form.substr(0, stem - 1))) return w;
  }
  for (const auto& [ending, instead] :
       {std::pair{"ies", "y"}, {"ied", "y"}, {"s", ""}, {"es", ""}, {"ed", ""}, {"d", ""}, {"ing", ""}, {"ing", "e"}}) {
    if (const WordId w = without(ending, instead)) return w;
  }
  return 0;
}

// "cease-fire", "re-elected": three tokens to the tokeniser, one word to the tables, standing at the last of them.
void EventGrammar::join_hyphens() {
  for (size_t i = 1; i + 1 < doc.tokens.size(); ++i) {
    const Token &left = doc.tokens[i - 1], &dash = doc.tokens[i], &right = doc.tokens[i + 1];
    if (dash.span.size() != 1 || doc.text[dash.span.begin] != '-' || left.span.end != dash.span.begin ||
        dash.span.end != right.span.begin)
      continue;
    const std::string first = ascii_lower(doc.words(left));
    const WordId joined = lex.word_id(first + ascii_lower(doc.lemma(right)));
    if (joined == 0) continue;
    words_[i + 1] = joined;
    joined_[i + 1] = true;
    words_[i - 1] = 0;
  }
}

int32_t EventGrammar::child(uint32_t token, Deprel deprel) const {
  for (int32_t c = first_[token]; c != kNone; c = next_[c]) {
    if (deprels_[c] == deprel) return c;
  }
  return kNone;
}

bool EventGrammar::has_child_word(uint32_t token, std::string_view lemma) const {
  for (int32_t c = first_[token]; c != kNone; c = next_[c]) {
    if (doc.lemma(doc.tokens[c]) == lemma) return true;
  }
  return false;
}

SlotId EventGrammar::preposition(uint32_t token) const {
  const bool nominal = is_nominal(upos(token));
  for (int32_t c = first_[token]; c != kNone; c = next_[c]) {
    // A preposition before a noun that the parser took for the subject of a clause: "by the council authorised".
    const bool mark = nominal && deprel(c) == Deprel::mark && upos(c) == Upos::ADP;
    if (deprel(c) != Deprel::case_ && !mark) continue;
    const std::string lower = ascii_lower(doc.words(doc.tokens[c]));
    if (lower == "'s" || lower == "’s" || lower == "'") continue;
    return lex.slot_id(lower);
  }
  // "to President William Ruto": the preposition may hang on the title.
  for (int32_t c = first_[token]; c != kNone && static_cast<uint32_t>(c) < token; c = next_[c]) {
    if (deprel(c) != Deprel::nmod_desc && deprel(c) != Deprel::compound) continue;
    if (const SlotId slot = preposition(static_cast<uint32_t>(c)); slot != kNoSlot) return slot;
  }
  return kNoSlot;
}

void EventGrammar::conjuncts(uint32_t token, std::vector<uint32_t>& out) const {
  out.push_back(token);
  each_child(token, [&](uint32_t c) {
    if (deprel(c) == Deprel::conj && is_nominal(upos(c))) conjuncts(c, out);
  });
}

}  // namespace dateline
