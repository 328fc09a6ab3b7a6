#include "annotate/figures_attributes.h"

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

class Describer {
 public:
  Describer(const FigureLexicon& lexicon, const Document& doc, const std::vector<FigureAtom>& atoms, const Quantity& q,
            Figure& f)
      : lexicon_(lexicon), doc_(doc), atoms_(atoms), q_(q), f_(f) {
    end_ = q.atoms.end;
    // Behind what is counted, if that stands right behind the number.
    while (end_ < atoms.size() && f.counted.begin >= f.span.begin && atoms[end_].span.begin < f.counted.end) ++end_;
  }

  void run() {
    const FigureWordId before = q_.atoms.begin > 0 ? atoms_[q_.atoms.begin - 1].word : kNoFigureWord;
    f_.definite = before == kW_the || before == kW_those || before == kW_these;
    scope();
    if (q_.base >= 0) {
      const bool magnitude = q_.base == lexicon_.magnitude;
      const int16_t measured = magnitude ? int16_t{-1} : dimension();
      f_.attribute = magnitude            ? Label("magnitude")
                     : measured >= 0      ? Label(lexicon_.dimensions[static_cast<size_t>(measured)].name)
                     : f_.counted.empty() ? Label()
                                          : Label(head());
      if (magnitude) {
        // A shock has one strength wherever it is felt.
        f_.change = FigureChange::fixed;
        f_.scope = {};
      }
      return;
    }
    std::string noun = head();
    const int16_t of_noun = noun.empty() ? int16_t{-1} : facts_of(noun).attribute;
    const bool general = noun.empty() || of_noun == lexicon_.people || of_noun == lexicon_.cases;
    int16_t told = of_noun >= 0 && !general ? of_noun : int16_t{-1};
    if (told < 0) told = beside();
    // "killed 20 hostages", "rescued 13 hostages": what was done to them, not what they are.
    if (const int16_t done = told >= 0 ? verb_before() : int16_t{-1}; done >= 0) told = done;
    const std::string_view apart = set_apart(noun);
    // "162 passengers and crew" are not 162 passengers.
    if (told < 0 && !noun.empty()) noun += fellow();
    if (told < 0) {
      f_.attribute = noun.empty() ? Label() : Label(std::string(apart) + noun);
      return;
    }
    f_.change = lexicon_.attributes[told].change;
    std::string name(apart);
    name += lexicon_.attributes[told].name;
    f_.attribute = general || told == of_noun ? Label(name) : Label(name + " " + noun);
  }

 private:
  const FigureWord& facts_of(std::string_view word) const { return lexicon_.facts(lexicon_.id(word)); }
  int16_t attribute(uint32_t i) const {
    const int16_t a = lexicon_.facts(atoms_[i].word).attribute;
    return a == lexicon_.people || a == lexicon_.cases ? int16_t{-1} : a;
  }

  // What sets a count apart from a plain count of the same thing: "five other powers", "323 seats are needed", "up from
  // 97". Empty if nothing does.
  std::string_view set_apart(const std::string& noun) const {
    if (q_.atoms.end < atoms_.size() && !noun.empty() && lexicon_.is(atoms_[q_.atoms.end].word, kOthers))
      return "other ";
    if (former()) return "former ";
    if (needed()) return "needed ";
    return {};
  }

  // "up from 97", "from controlling 52 seats to", "instead of 196,000": what it was, or was said to be.
  bool former() const {
    const auto word = [&](int64_t i) { return i >= 0 ? atoms_[static_cast<size_t>(i)].word : kNoFigureWord; };
    const int64_t begin = q_.atoms.begin;
    if (lexicon_.is(word(begin - 1), kFormer) || lexicon_.is(word(begin - 2), kFormer)) return true;
    const int64_t from = word(begin - 1) == kW_from ? begin - 1 : begin - 2;
    if (word(from) != kW_from) return false;
    if (lexicon_.is(word(from - 1), kChange)) return true;
    for (uint32_t i = end_; i + 2 < atoms_.size() && i < end_ + 4; ++i) {
      if (atoms_[i].word == kW_to && (number_at(i + 1) || number_at(i + 2))) return true;
    }
    return false;
  }
  bool number_at(uint32_t i) const {
    return atoms_[i].kind == FigureAtomKind::number || lexicon_.facts(atoms_[i].word).number != FigureNumberKind::none;
  }

  // "requires 1,237 delegates", "the 218 seats needed to", "323 seats are needed": a mark to reach, not a count.
  bool needed() const {
    for (uint32_t i = q_.atoms.begin, n = 0; i > 0 && n < 2 && !stops(i - 1); --i, ++n) {
      if (lexicon_.is(atoms_[i - 1].word, kNeeded)) return true;
    }
    for (uint32_t i = end_, n = 0; i < atoms_.size() && n < 3 && !stops(i); ++i, ++n) {
      if (lexicon_.is(atoms_[i].word, kNeeded)) return true;
    }
    return false;
  }

  // The class of the verb right before the number.
  int16_t verb_before() const {
    if (q_.atoms.begin == 0) return -1;
    const IndexRange own = doc_.tokens_in(atoms_[q_.atoms.begin - 1].span);
    return !own.empty() && doc_.tokens[own.begin].upos == Upos::VERB ? attribute(q_.atoms.begin - 1) : int16_t{-1};
  }

  // "a height of [about] 47,000 feet", "weighs 5 tons", "80 feet wide", "5,000 feet in altitude"
  int16_t dimension() const {
    const auto facts = [&](int64_t i) -> const FigureWord& {
      return lexicon_.facts(i >= 0 && i < static_cast<int64_t>(atoms_.size()) ? atoms_[static_cast<size_t>(i)].word
                                                                              : kNoFigureWord);
    };
    const int64_t before = static_cast<int64_t>(q_.atoms.begin) - 1;
    if (before > 0 && atoms_[static_cast<size_t>(before)].word == kW_of && facts(before - 1).dimension_before >= 0)
      return facts(before - 1).dimension_before;
    if (facts(before).dimension_verb >= 0) return facts(before).dimension_verb;
    int64_t behind = q_.atoms.end;
    if (behind < static_cast<int64_t>(atoms_.size()) &&
        (atoms_[static_cast<size_t>(behind)].word == kW_in || atoms_[static_cast<size_t>(behind)].word == kW_hyphen))
      ++behind;
    return facts(behind).dimension_behind;
  }

  // The head noun in its singular, lower case: the lemma where there is one.
  std::string head() const {
    if (f_.counted.empty()) return {};
    const IndexRange tokens = doc_.tokens_in(f_.counted);
    if (!tokens.empty()) {
      const Token& last = doc_.tokens[tokens.end - 1];
      if (facts_of(ascii_lower(doc_.words(last))).attribute >= 0) return ascii_lower(doc_.words(last));
      if (const std::string_view lemma = doc_.lemma(last); !lemma.empty()) return fold(lemma);
    }
    std::string_view words = doc_.words(f_.counted);
    if (const size_t space = words.find_last_of(" \n\t"); space != std::string_view::npos)
      words.remove_prefix(space + 1);
    std::string word = fold(words);
    if (facts_of(word).attribute >= 0) return word;
    if (word.size() > 3 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
    if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")) word.pop_back();
    return word;
  }

  bool stops(uint32_t i) const {
    const FigureAtom& a = atoms_[i];
    return a.kind == FigureAtomKind::number || a.word == kW_comma || a.word == kW_and || a.word == kW_dot ||
           a.word == kW_colon || a.word == kW_emdash || a.word == kW_with ||
           lexicon_.facts(a.word).number != FigureNumberKind::none;
  }

  // The class that the words around the number name.
  int16_t beside() const {
    for (uint32_t i = q_.atoms.end; i < end_; ++i) {
      if (attribute(i) >= 0) return attribute(i);
    }
    for (uint32_t i = 0; i < atoms_.size() && !f_.restriction.empty(); ++i) {
      if (f_.restriction.contains(atoms_[i].span) && attribute(i) >= 0) return attribute(i);
    }
    // "killing at least five people": right before; "killed about" too.
    for (uint32_t i = q_.atoms.begin, n = 0; i > 0 && n < 2 && !stops(i - 1); --i, ++n) {
      if (attribute(i - 1) >= 0) return attribute(i - 1);
    }
    // "five people were killed", "five dead", "64 soldiers and three civilians died"
    for (uint32_t i = end_, n = 0; i < atoms_.size() && n < 5; ++i, ++n) {
      if (atoms_[i].word == kW_and && counts_on(i + 1)) {
        ++i;
        n = 0;
        continue;
      }
      if (stops(i)) break;
      if (attribute(i) >= 0) return attribute(i);
    }
    if (lives_taken()) return facts_of("dead").attribute;
    // "kills eighteen in Turkey, thirteen in Syria": the verb serves the list.
    if (f_.counted.empty() && !doc_.figures.empty() && doc_.figures.back().change == FigureChange::grows &&
        same_sentence() && q_.atoms.begin > 0 &&
        (atoms_[q_.atoms.begin - 1].word == kW_comma || atoms_[q_.atoms.begin - 1].word == kW_and)) {
      return facts_of(doc_.figures.back().attribute.view().substr(0, doc_.figures.back().attribute.view().find(' ')))
          .attribute;
    }
    if (const int16_t put = put_at(); put >= 0) return put;
    // "put the number of protesters at 8,000, while organisers said 20,000 had taken part": the same once more.
    if (f_.counted.empty() && f_.unit.empty() && !doc_.figures.empty() && same_sentence()) {
      const Figure& last = doc_.figures.back();
      if (last.change == FigureChange::fixed && last.unit.empty()) return facts_of(last.attribute.view()).attribute;
    }
    if (const int16_t of_subject = subject_counts(); of_subject >= 0) return of_subject;
    // "the death toll rose to 1,300"
    for (uint32_t i = q_.atoms.begin, n = 0; i > 0 && n < 9 && !stops(i - 1); --i, ++n) {
      const std::string word = ascii_lower(atoms_[i - 1].span.of(doc_.text));
      if (word == "toll" || word == "deaths" || word == "dead" || word == "fatalities")
        return facts_of("dead").attribute;
    }
    return -1;
  }
  // "put the number of protesters at 8,000", "estimated the crowd at 20,000": what stands before "at".
  int16_t put_at() const {
    if (!f_.counted.empty() || q_.atoms.begin < 2 || atoms_[q_.atoms.begin - 1].word != kW_at) return -1;
    for (uint32_t i = q_.atoms.begin - 1, n = 0; i > 0 && n < 5 && !stops(i - 1); --i, ++n) {
      if (attribute(i - 1) >= 0) return attribute(i - 1);
    }
    return -1;
  }

  // "The toll in air, ground and naval bombardments has topped 1,600", "injuries passed 40": a bare number under a verb
  // whose subject is a count that grows.
  int16_t subject_counts() const {
    const IndexRange own = doc_.tokens_in(f_.span);
    if (!f_.counted.empty() || own.empty()) return -1;
    const int32_t verb = doc_.tokens[own.end - 1].head;
    if (verb == kNone || doc_.tokens[static_cast<size_t>(verb)].upos != Upos::VERB) return -1;
    for (auto t = static_cast<uint32_t>(verb); t > 0 && verb - static_cast<int32_t>(t) < 25; --t) {
      const Token& subject = doc_.tokens[t - 1];
      if (subject.head != verb || subject.deprel != Deprel::nsubj || subject.upos != Upos::NOUN) continue;
      const int16_t counts = facts_of(ascii_lower(doc_.words(subject))).attribute;
      return counts >= 0 && lexicon_.attributes[counts].change == FigureChange::grows ? counts : int16_t{-1};
    }
    return -1;
  }

  // " and crew" where what is counted goes on with a second noun.
  std::string fellow() const {
    if (f_.counted.empty() || end_ + 1 >= atoms_.size() || atoms_[end_].word != kW_and) return {};
    const IndexRange own = doc_.tokens_in(atoms_[end_ + 1].span);
    if (own.empty() || doc_.tokens[own.begin].upos != Upos::NOUN) return {};
    return " and " + fold(doc_.words(doc_.tokens[own.begin]));
  }
  // A number that goes on to count: "… and three civilians".
  bool counts_on(uint32_t i) const {
    return i + 1 < atoms_.size() && f_.unit.empty() &&
           (atoms_[i].kind == FigureAtomKind::number ||
            lexicon_.facts(atoms_[i].word).number != FigureNumberKind::none) &&
           atoms_[i + 1].kind == FigureAtomKind::word;
  }

  // "claimed 63 soldiers' lives", "cost the lives of 67": the dead.
  bool lives_taken() const {
    bool lives = false;
    for (uint32_t i = q_.atoms.end; i < atoms_.size() && i < end_ + 2; ++i)
      lives = lives || lexicon_.is(atoms_[i].word, kLives);
    uint32_t i = q_.atoms.begin;
    for (uint32_t n = 0; i > 0 && n < 4; --i, ++n) {
      if (lexicon_.is(atoms_[i - 1].word, kTaking)) return lives;
      lives = lives || lexicon_.is(atoms_[i - 1].word, kLives);
    }
    return false;
  }
  bool same_sentence() const { return doc_.figures.back().span.begin >= atoms_.front().span.begin; }

  // "in Turkey and Syria", close behind.
  void scope() {
    for (uint32_t i = end_, n = 0; i + 1 < atoms_.size() && n < 5; ++i, ++n) {
      if (atoms_[i].word == kW_comma || atoms_[i].word == kW_dot || atoms_[i].kind == FigureAtomKind::number) return;
      // "64 soldiers and three civilians in Israel": where the civilians were; "five dead and nine hurt in Turkey":
      // all.
      if (atoms_[i].word == kW_and && counts_on(i + 1) && i + 2 < atoms_.size() && attribute(i + 2) < 0) return;
      const std::string_view w = atoms_[i].span.of(doc_.text);
      if (w != "in" && w != "across") continue;
      uint32_t j = i + 1;
      if (atoms_[j].word == kW_the) ++j;
      const uint32_t begin = j;
      uint32_t last = j;
      while (j < atoms_.size() &&
             (atoms_[j].capital || ((atoms_[j].word == kW_and || atoms_[j].word == kW_comma) && j > begin &&
                                    j + 1 < atoms_.size() && atoms_[j + 1].capital))) {
        if (lexicon_.is(atoms_[j].word, kMonth | kWeekday)) break;
        last = ++j;
      }
      if (last > begin) f_.scope = {atoms_[begin].span.begin, atoms_[last - 1].span.end};
      return;
    }
  }

  const FigureLexicon& lexicon_;
  const Document& doc_;
  const std::vector<FigureAtom>& atoms_;
  const Quantity& q_;
  Figure& f_;
  uint32_t end_ = 0;
};

}  // namespace

void describe(const FigureLexicon& lexicon, const Document& doc, const std::vector<FigureAtom>& atoms,
              const Quantity& quantity, Figure& figure) {
  Describer(lexicon, doc, atoms, quantity, figure).run();
}

}  // namespace dateline
