#include "annotate/name_words.h"

#include <algorithm>

#include "annotate/name_forms.h"
#include "base/hash.h"

namespace dateline {
namespace {

// What hyphens without spaces join.
class Hyphens {
 public:
  Hyphens(const Document& doc, const Sentence& s) : doc_(doc), s_(s) {}
  bool before(uint32_t t) const { return t > s_.tokens.begin && touches(t) && is(t - 1); }
  bool after(uint32_t t) const { return t + 1 < s_.tokens.end && touches(t + 1) && is(t + 1); }
  // Whether token t, or the hyphen that it is, stands glued to a capital before it.
  bool to_capital(uint32_t t, const std::vector<WordView>& words) const {
    const uint32_t hyphen = is(t) ? t : t - 1;
    if (!is(t) && !before(t)) return false;
    return hyphen > s_.tokens.begin && touches(hyphen) && has_capital(words[hyphen - 1].shape);
  }

 private:
  bool is(uint32_t t) const { return doc_.text[doc_.tokens[t].span.begin] == '-'; }
  bool touches(uint32_t t) const { return doc_.tokens[t - 1].span.end == doc_.tokens[t].span.begin; }

  const Document& doc_;
  const Sentence& s_;
};

bool is_possessive(std::string_view word) { return word == "'s" || word == "’s"; }

// The key of n tokens from t on; where a possessive mark stands apart ("Wendy 's"), as if it did not.
std::string key_of(const Document& doc, uint32_t t, uint32_t n) {
  const uint32_t end = t + n;
  std::string text;
  for (uint32_t from = t, i = t + 1; i <= end; ++i) {
    if (i < end && !is_possessive(doc.words(doc.tokens[i]))) continue;
    text += doc.words(Span{doc.tokens[from].span.begin, doc.tokens[i - 1].span.end});
    from = i;
  }
  return name_key(text);
}

void mark_organisation(uint32_t t, uint32_t n, const NameLexicon::Known& known, std::vector<WordView>& words) {
  if (words[t].org.place != OrgMark::none && words[t].org.place != OrgMark::whole) return;  // inside one already
  for (uint32_t i = 0; i < n; ++i) {
    const auto place = i == 0 ? OrgMark::begin : i + 1 == n ? OrgMark::last : OrgMark::inside;
    words[t + i].org = {place, known.organisation, known.org_kind};
  }
}

// Longer names of the gazetteers that begin at token t.
void look_up_longer(const Document& doc, const Sentence& s, uint32_t t, const NameLexicon& lexicon,
                    std::vector<WordView>& words) {
  constexpr uint32_t kMostWords = 8, kMostBytes = 72;
  for (uint32_t n = std::min(s.tokens.end - t, kMostWords); n > 1; --n) {
    const Span span{doc.tokens[t].span.begin, doc.tokens[t + n - 1].span.end};
    if (span.size() > kMostBytes) continue;
    if (!has_capital(words[t + n - 1].shape) && !is_possessive(doc.words(doc.tokens[t + n - 1]))) continue;
    const NameLexicon::Known longer = lexicon.known(key_of(doc, t, n));
    if (longer.org_kind != OrgKind::none) mark_organisation(t, n, longer, words);
    if (!longer.place && longer.org_kind == OrgKind::none) continue;
    for (uint32_t i = 0; i < n; ++i) {
      if (longer.place) words[t + i].known |= i == 0 ? kPlaceBegin : kPlaceIn;
      if (longer.organisation) words[t + i].known |= i == 0 ? kOrgBegin : kOrgIn;
    }
    break;
  }
}

// Whether a longer name of the gazetteers may begin with this word and go on with the next.
bool may_go_on(const NameForm& form, const Document& doc, const Sentence& s, uint32_t t,
               const std::vector<WordView>& words) {
  const CaseShape shape = bare(form.view.shape);
  const bool plain_stop =
      (form.view.known & kStop) && shape != CaseShape::upper && shape != CaseShape::dotted;  // not "US"
  if (t + 1 >= s.tokens.end || form.nameless || plain_stop) return false;
  const bool glued = doc.tokens[t].span.end == doc.tokens[t + 1].span.begin;
  if (!form.goes_on && !glued) return false;
  if (has_capital(words[t + 1].shape)) return true;
  const std::string_view next = doc.words(doc.tokens[t + 1]);
  return next == "of" || next == "-" || next == "and" || next == "&" || next == "for" || is_possessive(next);
}

// WordView::run: the place in the run (1 alone, 2 first, 3 last, 4 between), and from bit 4 its length up to 5.
constexpr uint32_t kRunAlone = 1, kRunFirst = 2, kRunLast = 3, kRunBetween = 4;

// Marks the runs of words with capitals: what their last word is tells of the first. None in headlines.
void find_runs(const Document& doc, const Sentence& s, std::vector<WordView>& words) {
  const auto goes_on = [&](uint32_t t) {
    if (t >= s.tokens.end) return false;
    if (has_capital(words[t].shape)) return true;
    return t + 1 < s.tokens.end && words[t + 1].joins && has_capital(words[t + 1].shape) &&
           doc.text[doc.tokens[t].span.begin] == '-';
  };
  if (s.tokens.empty() || !in_usual_line(words[s.tokens.begin].shape)) return;
  for (uint32_t t = s.tokens.begin; t < s.tokens.end;) {
    if (!has_capital(words[t].shape)) {
      ++t;
      continue;
    }
    uint32_t end = t + 1;
    while (goes_on(end)) ++end;
    const uint32_t n = end - t;
    uint32_t known = words[end - 1].known;
    for (uint32_t i = t; i < end; ++i) known |= words[i].known & kOrgWord ? kOrgInRun : 0u;
    for (uint32_t i = t; i < end; ++i) {
      const uint32_t place = n == 1 ? kRunAlone : i == t ? kRunFirst : i + 1 == end ? kRunLast : kRunBetween;
      words[i].run = static_cast<uint8_t>(place | std::min(n, 5u) << 4);
      words[i].run_kind = words[end - 1].in.kind;
      words[i].run_known = known;
    }
    t = end;
  }
}

// Bits of WordView::evidence.
enum Evidence : uint8_t {
  kAfterTitle = 1,
  kAfterFirstName = 2,
  kAfterIn = 4,
  kBeforeOrgWord = 8,
  kBeforeSurname = 16,
  kInRunOfOrgWord = 32,
};

uint8_t evidence_of(const Sentence& s, uint32_t t, const std::vector<WordView>& words) {
  static const uint64_t kIn = hash64("in"), kAt = hash64("at");
  const WordView& v = words[t];
  if (!in_usual_line(v.shape)) return 0;
  uint32_t bits = 0;
  if (t > s.tokens.begin) {
    const WordView& before = words[t - 1];
    if (before.known & kTitle) bits |= kAfterTitle;
    if ((before.known & kFirst) && !(before.known & (kPlace | kStop))) bits |= kAfterFirstName;
    if (before.lower == kIn || before.lower == kAt) bits |= kAfterIn;
  }
  if (t + 1 < s.tokens.end) {
    const WordView& after = words[t + 1];
    if (has_capital(after.shape) && (after.known & kOrgWord)) bits |= kBeforeOrgWord;
    if ((v.known & kFirst) && (after.known & kSurname) && !(after.known & (kPlace | kStop | kOrgWord)))
      bits |= kBeforeSurname;
  }
  const uint32_t place = v.run & 15;
  if ((place == kRunFirst || place == kRunBetween) && (v.run_known & kOrgWord)) bits |= kInRunOfOrgWord;
  return static_cast<uint8_t>(bits);
}

class Looker {
 public:
  Looker(const Document& doc, const NameLexicon& lexicon, const WordClasses& classes)
      : doc_(doc), lexicon_(lexicon), forms_(doc.tokens.size(), lexicon, classes) {}

  std::vector<WordView> run() {
    words_.resize(doc_.tokens.size());
    form_of_.assign(doc_.tokens.size(), 0);
    for (const Sentence& s : doc_.sentences) look_at_forms(s);
    written_.assign(forms_.lowers(), 0);
    for (const Sentence& s : doc_.sentences) look_at_line(s);
    evidence_.assign(forms_.lowers(), 0);
    for (const Sentence& s : doc_.sentences) {
      find_runs(doc_, s, words_);
      for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        if (has_capital(words_[t].shape)) evidence_[lower_id(t)] |= evidence_of(s, t, words_);
      }
    }
    for (const Sentence& s : doc_.sentences) {
      for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        words_[t].document = written_[lower_id(t)];
        if (has_capital(words_[t].shape)) words_[t].evidence = evidence_[lower_id(t)];
      }
    }
    return std::move(words_);
  }

 private:
  uint32_t lower_id(uint32_t t) { return forms_[form_of_[t]].lower_id; }

  void look_at_forms(const Sentence& s) {
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      form_of_[t] = forms_.add(doc_.words(doc_.tokens[t]));
      words_[t] = forms_[form_of_[t]].view;
      words_[t].upos = static_cast<uint8_t>(doc_.tokens[t].upos);
      words_[t].xpos = static_cast<uint8_t>(doc_.tokens[t].xpos);
    }
  }

  void look_at_line(const Sentence& s) {
    Manner manner;
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) manner.add(words_[t].shape, doc_.tokens[t].span.size());
    const PackedShape flag = manner.flag();
    const Hyphens hyphens(doc_, s);
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      WordView& v = words_[t];
      const bool capital = has_capital(v.shape), lower = bare(v.shape) == CaseShape::lower;
      v.joins = v.joins || hyphens.before(t) || hyphens.after(t);
      if (!capital && hyphens.to_capital(t, words_)) v.shape |= kGlued;
      if (flag == 0 && t > s.tokens.begin) written_[lower_id(t)] |= lower ? 1 : capital ? 2 : 0;
      v.shape |= flag;
      const bool article = !capital && v.joins && hyphens.after(t);  // "al-Qassam Brigades"
      if (!capital && !article && !(lower && v.in.capital_rate >= kMostlyCapital)) continue;
      const NameForm& form = forms_.looked_up(form_of_[t]);
      v.known |= form.view.known | (capital ? 0u : kSmall);
      if (v.org.place == OrgMark::none) v.org = form.view.org;
      if ((capital || article) && may_go_on(form, doc_, s, t, words_)) look_up_longer(doc_, s, t, lexicon_, words_);
    }
  }

  const Document& doc_;
  const NameLexicon& lexicon_;
  NameForms forms_;
  std::vector<WordView> words_;
  std::vector<uint32_t> form_of_;            // [token]
  std::vector<uint8_t> written_, evidence_;  // [lower_id]
};

}  // namespace

std::vector<WordView> look_at_words(const Document& doc, const NameLexicon& lexicon, const WordClasses& classes) {
  return Looker(doc, lexicon, classes).run();
}

}  // namespace dateline
