#include "annotate/figures_counted.h"

#include "base/strings.h"

namespace dateline {
namespace {

bool tagged(const Document& doc, const Sentence& sentence) {
  for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    if (doc.tokens[t].upos != Upos::X) return true;
  }
  return false;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (std::string_view w : words) {
    if (w == word) return true;
  }
  return false;
}

// With tags.
class TaggedCounted {
 public:
  TaggedCounted(const FigureLexicon& lexicon, const Document& doc, const Sentence& sentence, const Quantity& q,
                uint32_t number_begin, bool glued)
      : lexicon_(lexicon), doc_(doc), begin_(sentence.tokens.begin), end_(sentence.tokens.end), q_(q), glued_(glued) {
    at_ = sentence.tokens.begin;
    while (at_ < end_ && doc.tokens[at_].span.begin < q.end_byte) ++at_;
    first_ = begin_;
    while (first_ < at_ && doc.tokens[first_].span.end <= number_begin) ++first_;
  }

  Counted find() const {
    Counted out;
    if (q_.age || q_.score) return out;
    uint32_t i = skip_hyphen(at_);
    const bool measured = q_.base >= 0;
    if (measured) {
      if (lower(i) == "of") {
        if (!within()) out.phrase = whole(i + 1);
        return out;
      }
      if (lower(i) == "in") {  // "$5 million in aid"
        if (is_money() && substance(i + 1)) out.phrase = noun_phrase(i + 1, true);
        return out;
      }
      // "10% tariff", "a 27-kilometer ring", "155mm shells": the measured thing stands behind.
      if (q_.hyphenated || glued_ || q_.unit.view() == "percent" || q_.unit.view() == "magnitude" || is_money())
        out.phrase = begins_anew(i) ? Span() : noun_phrase(i, true);
      if (is_money() && !q_.hyphenated && forecasts(out.phrase)) out.phrase = {};
      return out;
    }
    if (lower(i) == "of" || (lower(i) == "out" && lower(i + 1) == "of")) {
      i += lower(i) == "of" ? 1 : 2;
      if (i < end_ &&
          (tok(i).upos == Upos::PRON || one_of(lower(i), {"them", "these", "those", "which", "whom", "us", "you"})) &&
          !next_is_noun(i + 1)) {
        out.phrase = kind(i + 1);
        out.partitive_of_pronoun = out.phrase.empty();
        if (out.phrase.empty()) out.restriction = predicate(i + 1);
        return out;
      }
      out.phrase = whole(i);
      return out;
    }
    // "60-vote threshold", "seven-state list": votes and states are counted.
    if (i > at_ && noun(i)) {
      out.phrase = tok(i).span;
      return out;
    }
    if (i > at_ && lower(i) == "strong") ++i;  // "the 10,000-strong force"
    // "if one truly believes": the pronoun.
    if (q_.bare_one && i < end_ && tok(i).upos == Upos::ADV) return out;
    // "half the price": of the whole.
    out.phrase = q_.fraction && i < end_ && tok(i).upos == Upos::DET ? whole(i) : noun_phrase(i, false);
    if (out.phrase.empty()) out.restriction = predicate(i);
    if (out.phrase.empty() && out.restriction.empty()) out.phrase = number_of();
    return out;
  }

 private:
  const Token& tok(uint32_t i) const { return doc_.tokens[i]; }
  std::string lower(uint32_t i) const { return i < end_ ? ascii_lower(doc_.words(tok(i))) : std::string(); }
  bool is_money() const {
    return q_.unit.view().size() >= 3 && is_upper(q_.unit.view()[0]) && is_upper(q_.unit.view()[1]);
  }
  bool noun(uint32_t i) const { return i < end_ && (tok(i).upos == Upos::NOUN || tok(i).upos == Upos::PROPN); }
  bool next_is_noun(uint32_t i) const { return noun(i) || (i < end_ && tok(i).upos == Upos::ADJ && noun(i + 1)); }

  // "$16 million last year", "$773 million worldwide": nothing that is measured.
  bool begins_anew(uint32_t i) const {
    return !q_.hyphenated &&
           (one_of(lower(i), {"last", "this", "next", "each", "every", "per", "worldwide", "nationwide", "overall",
                              "annually", "yesterday", "today", "tomorrow"}) ||
            (noun(i) && tok(i).deprel == Deprel::obl_unmarked));
  }

  // "within 50 miles of the border": the border is not measured.
  bool within() const { return first_ > begin_ && lower(first_ - 1) == "within"; }

  // "the $100 million analysts had forecast": they say it, it is not theirs.
  bool forecasts(Span phrase) const {
    uint32_t i = at_;
    while (i < end_ && tok(i).span.begin < phrase.end) ++i;
    return !phrase.empty() && i < end_ && tok(i - 1).xpos == Xpos::NNS &&
           (tok(i).upos == Upos::AUX || tok(i).xpos == Xpos::VBD);
  }

  // "$5 million in damages", not "in January", "in the quarter", "in total".
  bool substance(uint32_t i) const {
    if (i >= end_ || lexicon_.is(lexicon_.id(lower(i)), kNoSubstance | kMonth)) return false;
    return tok(i).upos == Upos::NOUN || (tok(i).upos == Upos::ADJ && next_is_noun(i + 1));
  }

  uint32_t skip_hyphen(uint32_t i) const {
    while (i < end_ && i > 0 && one_of(doc_.words(tok(i)), {"-", "–"}) && tok(i).span.begin == tok(i - 1).span.end) ++i;
    return i;
  }

  // "the capital", "Kenya's police officers", "all voters": past determiners and numbers to the noun.
  Span whole(uint32_t i) const {
    const auto goes_before = [&](uint32_t k) {
      return tok(k).upos == Upos::DET || tok(k).upos == Upos::NUM ||
             (tok(k).upos == Upos::PRON && next_is_noun(k + 1)) ||
             (tok(k).upos == Upos::ADJ && k + 1 < end_ && tok(k + 1).upos == Upos::NUM);  // "the last eight games"
    };
    while (i < end_ && goes_before(i)) ++i;
    // "the country's 33 million firms": the firms.
    for (uint32_t k = i; k + 1 < end_ && k < i + 5; ++k) {
      if (possessive(k) && tok(k + 1).upos == Upos::NUM) return whole(k + 1);
      if (!noun(k) && tok(k).upos != Upos::ADJ) break;
    }
    // "the dead": who is so.
    const bool such = i > begin_ && lower(i - 1) == "the" && (tok(i).upos == Upos::ADJ || tok(i).xpos == Xpos::VBN);
    return such && !next_is_noun(i + 1) ? tok(i).span : noun_phrase(i, false);
  }
  // "46 of them |are health workers|", not "22 of them are in hospital".
  Span kind(uint32_t i) const {
    if (i + 1 >= end_ || tok(i).upos != Upos::AUX || !one_of(lower(i), {"are", "were", "is", "was"})) return {};
    return tok(i + 1).upos == Upos::VERB ? Span() : noun_phrase(i + 1, true);
  }
  // "bringing the number of |children being watched| to eight": what stands before "to", "at" or a verb.
  Span number_of() const {
    constexpr uint32_t kReach = 14;  // tokens
    if (first_ < begin_ + 4 || (!one_of(lower(first_ - 1), {"to", "at"}) && tok(first_ - 1).upos != Upos::VERB))
      return {};
    for (uint32_t i = first_ - 1; i > begin_ + 1 && first_ - i < kReach; --i) {
      if (tok(i).upos == Upos::NUM) return {};
      if (lower(i - 1) == "number" && lower(i) == "of") return whole(i + 1);
    }
    return {};
  }
  bool possessive(uint32_t i) const { return tok(i).upos == Upos::PART && one_of(lower(i), {"'s", "’s", "'", "’"}); }

  // From i over modifiers to the last noun of the phrase; empty if there is none.
  Span noun_phrase(uint32_t i, bool near) const {
    while (i < end_ && one_of(lower(i), {"more", "other", "additional", "further", "such", "new"}) &&
           next_is_noun(i + 1))
      ++i;
    const uint32_t begin = i;
    int64_t last = -1;
    uint32_t modifiers = 0;
    for (; i < end_; ++i) {
      const Token& t = tok(i);
      if (last >= 0 && lower(i) == "worth") break;  // "2.7 tonnes of cocaine worth $200m"
      if (noun(i)) {
        if (last >= 0 && breaks(i)) break;
        last = i;
      } else if (last >= 0 && i > begin && hyphen(i - 1) && tok(i - 1).span.end == t.span.begin) {
        if (t.upos != Upos::NUM || !noun(i + 1)) last = i;  // "runner-up", "Covid-19 cases"
      } else if (t.upos == Upos::NUM && last >= 0 && tok(i - 1).upos == Upos::PROPN && noun(i + 1)) {
        continue;  // "14 Leopard 2 tanks"
      } else if (t.upos == Upos::ADJ || ((t.xpos == Xpos::VBN || t.xpos == Xpos::VBG) && attributive(i))) {
        if (last >= 0 && !noun(i + 1)) break;
        if (last >= 0 && t.upos != Upos::ADJ) break;
        ++modifiers;
      } else if (t.upos == Upos::ADV && i + 1 < end_ && (tok(i + 1).upos == Upos::ADJ || attributive(i + 1)) &&
                 last < 0) {
        ++modifiers;
      } else if (possessive(i) && last >= 0) {
        continue;
      } else if (hyphen(i) && i > begin && tok(i - 1).span.end == t.span.begin && i + 1 < end_ &&
                 tok(i + 1).span.begin == t.span.end) {
        continue;
      } else if ((t.upos == Upos::CCONJ || lower(i) == ",") && last < 0 && modifiers > 0 && i + 1 < end_ &&
                 (tok(i + 1).upos == Upos::ADJ || attributive(i + 1))) {
        continue;
      } else {
        break;
      }
      if (modifiers > 5 || (near && last >= 0 && i > begin + 4)) break;
    }
    if (last < 0) return {};
    return {tok(begin).span.begin, tok(static_cast<uint32_t>(last)).span.end};
  }

  // Whether the noun at i begins something else: "Monday" behind "officers", a capital behind a small noun.
  bool breaks(uint32_t i) const {
    const Token& t = tok(i);
    if (t.span.begin == tok(i - 1).span.end) return false;
    const bool time = t.upos == Upos::PROPN && tok(i - 1).upos == Upos::NOUN;
    return time || t.deprel == Deprel::obl_unmarked || t.deprel == Deprel::nmod_unmarked;
  }

  // A participle before its noun: "wounded people", "kidnapped teenage girls", not "killed in".
  bool attributive(uint32_t i) const {
    if (i >= end_) return false;
    const Token& t = tok(i);
    if (t.xpos != Xpos::VBN && t.xpos != Xpos::VBG) return false;
    return next_is_noun(i + 1) && (t.deprel == Deprel::amod || t.deprel == Deprel::compound) &&
           t.head > static_cast<int32_t>(i);
  }

  // "were found alive", "are still missing", "are in hospital", "dead", "injured": without its auxiliaries.
  Span predicate(uint32_t i) const {
    bool is = false;
    while (i < end_ &&
           (tok(i).upos == Upos::AUX || (tok(i).upos == Upos::ADV && i + 1 < end_ && tok(i + 1).upos != Upos::ADP) ||
            one_of(lower(i), {"were", "are", "was", "is", "have", "has", "had", "been", "others", "being", "who"}))) {
      is = is || one_of(lower(i), {"were", "are", "was", "is", "been", "being"});
      ++i;
    }
    const uint32_t begin = i;
    while (i < end_ && (tok(i).upos == Upos::VERB || tok(i).upos == Upos::ADJ || lower(i) == "alive") && i < begin + 3)
      ++i;
    if (i == begin && is && i < end_ && tok(i).upos == Upos::ADP) {
      while (++i < end_ && (noun(i) || tok(i).upos == Upos::DET || tok(i).upos == Upos::ADJ) && i < begin + 5) continue;
      if (!noun(i - 1)) i = begin;
    }
    if (i == begin) return {};
    return {tok(begin).span.begin, tok(i - 1).span.end};
  }

  bool hyphen(uint32_t i) const { return one_of(doc_.words(tok(i)), {"-", "–"}); }

  const FigureLexicon& lexicon_;
  const Document& doc_;
  uint32_t begin_, end_, at_ = 0, first_ = 0;
  const Quantity& q_;
  bool glued_;  // the unit is written right behind the digits
};

// Without tags: lower-case words up to a stop word.
Counted by_word_order(const FigureLexicon& lexicon, const Document& doc, const std::vector<FigureAtom>& atoms,
                      const Quantity& q) {
  Counted out;
  uint32_t i = q.atoms.end;
  if (q.age || q.score || i >= atoms.size()) return out;
  const auto hyphen = [&](uint32_t k) {
    return k < atoms.size() && atoms[k].word == kW_hyphen && !atoms[k].space_before;
  };
  if (hyphen(i)) ++i;
  const bool of = i < atoms.size() && atoms[i].word == kW_of;
  if (q.base >= 0 && !of && !q.hyphenated && q.unit.view() != "percent" && q.unit.view() != "magnitude") return out;
  if (of) ++i;
  while (of && i < atoms.size() && (atoms[i].word == kW_the || atoms[i].word == kW_their || atoms[i].word == kW_its))
    ++i;
  const uint32_t begin = i;
  while (i < atoms.size() && i < begin + 4 && (atoms[i].kind == FigureAtomKind::word || hyphen(i)) &&
         !lexicon.is(atoms[i].word, kStop | kChange | kClock) &&
         lexicon.facts(atoms[i].word).number == FigureNumberKind::none) {
    const std::string_view w = atoms[i].span.of(doc.text);
    ++i;
    // A plural or "people" ends the phrase.
    if (!hyphen(i) && w.size() > 3 && is_lower(w[0]) && (w.ends_with('s') || w == "people" || w == "children") &&
        !w.ends_with("ss"))
      break;
  }
  if (i > begin) out.phrase = {atoms[begin].span.begin, atoms[i - 1].span.end};
  return out;
}

}  // namespace

Counted find_counted(const FigureLexicon& lexicon, const Document& doc, const Sentence& sentence,
                     const std::vector<FigureAtom>& atoms, const Quantity& quantity) {
  const uint32_t unit = quantity.number.end;
  const bool glued = quantity.base >= 0 && unit < quantity.atoms.end && !atoms[unit].space_before;
  if (tagged(doc, sentence))
    return TaggedCounted(lexicon, doc, sentence, quantity, atoms[quantity.number.begin].span.begin, glued).find();
  return by_word_order(lexicon, doc, atoms, quantity);
}

}  // namespace dateline
