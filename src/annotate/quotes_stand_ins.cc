#include "annotate/quotes_stand_ins.h"

#include <algorithm>
#include <string>

#include "base/strings.h"

namespace dateline {
namespace {

constexpr uint32_t kParagraphsBack = 2;
constexpr uint32_t kLongestTitle = 8;  // tokens before a name

bool is_subject(const QuoteContext& text, const Mention& m) {
  if (m.tokens.empty()) return false;
  uint32_t t = text.tree.head_of(m.tokens);
  for (int steps = 0; steps < 3; ++steps) {
    const Token& token = text.token(t);
    if (token.deprel == Deprel::nsubj || token.deprel == Deprel::nsubj_pass) return true;
    const bool part = token.deprel == Deprel::appos || token.deprel == Deprel::flat ||
                      token.deprel == Deprel::compound || token.deprel == Deprel::nmod_desc;
    if (!part || token.head == kNone) return false;
    t = static_cast<uint32_t>(token.head);
  }
  return false;
}

bool tells_content(const Token& t) {
  return t.upos == Upos::NOUN || t.upos == Upos::PROPN || t.upos == Upos::ADJ || t.upos == Upos::NUM;
}

std::vector<std::string> content_words(const QuoteContext& text, IndexRange tokens) {
  std::vector<std::string> out;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (tells_content(text.token(t))) out.emplace_back(text.lower(t).view());
  }
  return out;
}

// The noun that the relative clause of a pronoun hangs on.
int32_t by_clause(const QuoteContext& text, uint32_t pronoun) {
  int32_t up = text.token(pronoun).head;
  for (int steps = 0; steps < 3 && up != kNone; ++steps) {
    const Token& verb = text.token(static_cast<uint32_t>(up));
    if (verb.deprel == Deprel::acl_relcl || verb.deprel == Deprel::acl)
      return verb.head != kNone && verb.head < static_cast<int32_t>(pronoun) ? verb.head : kNone;
    if (verb.deprel != Deprel::conj && verb.deprel != Deprel::xcomp) return kNone;
    up = verb.head;
  }
  return kNone;
}

// Whether the words before the name, or the roles of whom it names, hold all of `asked`. `as_office`: and one of them
// ends with the last, as a "police chief" is a chief and not the police.
bool is_called(const QuoteContext& text, const Mention& m, const std::vector<std::string>& asked, bool as_office) {
  uint32_t from = m.tokens.begin;
  while (from > 0 && m.tokens.begin - from < kLongestTitle && tells_content(text.token(from - 1))) --from;
  std::vector<std::string> told = content_words(text, {from, m.tokens.begin});
  bool ends = !told.empty() && told.back() == asked.back();
  for (const Role& role : text.doc.entities[m.entity].roles) {
    for (std::string_view word : split(role.text, ' ')) told.push_back(ascii_lower(word));
    ends |= !told.empty() && told.back() == asked.back();
  }
  return (ends || !as_office) && std::all_of(asked.begin(), asked.end(), [&](const std::string& word) {
           return std::find(told.begin(), told.end(), word) != told.end();
         });
}

}  // namespace

bool is_spoken_of(const QuoteContext& text, int32_t entity, const std::vector<Span>& pieces) {
  if (entity == kNone) return false;
  for (const uint32_t i : text.doc.entities[entity].mentions) {
    const Mention& m = text.doc.mentions[i];
    if (m.form != MentionForm::name || m.tokens.empty() || !text.quoted(m.tokens.begin)) continue;
    if (std::any_of(pieces.begin(), pieces.end(), [&](Span piece) { return piece.contains(m.span); })) return true;
  }
  return false;
}

namespace {

// kMan or kWoman, as titles and pronouns of the report have it; 0 where they do not tell, or both.
uint64_t sex_of(const QuoteContext& text, int32_t entity) {
  uint64_t told = 0;
  for (const uint32_t i : text.doc.entities[static_cast<size_t>(entity)].mentions) {
    const Mention& m = text.doc.mentions[i];
    if (m.tokens.empty()) continue;
    const uint32_t first = m.tokens.begin;  // "he", "Mr. Smith", and the title outside the name
    for (const uint64_t sex : {kMan, kWoman}) {
      if (text.is(first, sex) || (m.form == MentionForm::name && first > 0 && text.is(first - 1, sex))) told |= sex;
    }
  }
  return told == (kMan | kWoman) ? 0 : told;
}

bool in_main_clause(const QuoteContext& text, int32_t verb) {
  while (verb != kNone && text.token(static_cast<uint32_t>(verb)).deprel == Deprel::conj)
    verb = text.token(static_cast<uint32_t>(verb)).head;
  return verb != kNone && text.token(static_cast<uint32_t>(verb)).deprel == Deprel::root;
}

// "|A woman| said the bus had not braked.": somebody without a name, whom a sentence is about.
bool is_somebody(const QuoteContext& text, uint32_t t, uint64_t sex) {
  const Token& token = text.token(t);
  if (token.upos != Upos::NOUN || token.xpos != Xpos::NN || !text.is(t, sex | kSomebody) || text.quoted(t))
    return false;
  if (token.deprel != Deprel::nsubj && token.deprel != Deprel::nsubj_pass) return false;
  if (!in_main_clause(text, token.head)) return false;
  return !text.is(t, kNamed) && (t + 1 >= text.size() || !text.is(t + 1, kNamed));  // "Mayor Smith"
}

}  // namespace

bool fits_pronoun(const QuoteContext& text, int32_t entity, uint32_t pronoun) {
  const uint64_t theirs = sex_of(text, entity);
  return theirs == 0 || text.is(pronoun, theirs);
}

Antecedent last_subject(const QuoteContext& text, uint32_t pronoun, const std::vector<Span>& pieces, int32_t spoke) {
  constexpr int32_t kSentencesBack = 5;
  const Document& doc = text.doc;
  const uint32_t at = text.token(pronoun).span.begin;
  const int32_t sentence = doc.sentence_at(at);
  if (sentence == kNone) return {};
  const uint32_t paragraph = doc.sentences[sentence].paragraph;
  const uint64_t sex = text.is(pronoun, kWoman) ? kWoman : kMan;
  const auto too_far = [&](int32_t s) {
    return s == kNone || doc.sentences[s].paragraph + kParagraphsBack < paragraph;
  };
  Antecedent out;
  uint32_t from = 0;  // who is named; only somebody nearer comes before
  auto m = std::partition_point(doc.mentions.begin(), doc.mentions.end(),
                                [&](const Mention& x) { return x.span.begin < at; });
  while (m != doc.mentions.begin() && out.entity == kNone) {
    --m;
    if (too_far(doc.sentence_at(m->span.begin))) break;
    if (m->type != EntityType::person || m->form != MentionForm::name || m->entity == kNone || m->tokens.empty())
      continue;
    if (text.quoted(m->tokens.begin) || (m->entity != spoke && !is_subject(text, *m)) ||
        is_spoken_of(text, m->entity, pieces))
      continue;
    if (!fits_pronoun(text, m->entity, pronoun)) continue;
    out.entity = m->entity;
    from = m->tokens.end;
  }
  for (uint32_t t = pronoun; t-- > from;) {
    const int32_t s = doc.sentence_at(text.token(t).span.begin);
    if (too_far(s) || s + kSentencesBack < sentence) break;
    if (is_somebody(text, t, sex)) return {kNone, static_cast<int32_t>(t)};
  }
  return out;
}

// "a blow to |Smith|, who said": somebody named with whom something is done, where the parser hangs the clause on the
// thing; "the brother of Smith, who" may be the brother.
int32_t named_before(const QuoteContext& text, uint32_t end, int32_t noun) {
  if (text.token(end - 1).upos != Upos::PROPN || text.token(static_cast<uint32_t>(noun)).upos != Upos::NOUN)
    return kNone;
  int32_t top = static_cast<int32_t>(end) - 1;
  while (top > noun && text.token(top).head > noun) top = text.token(top).head;
  const int32_t by = text.tree.preposition(static_cast<uint32_t>(top));
  return by != kNone && text.word(static_cast<uint32_t>(by)) != "of" ? top : kNone;
}

int32_t acting_body(const QuoteContext& text, uint32_t it) {
  const Document& doc = text.doc;
  const int32_t now = doc.sentence_at(text.token(it).span.begin);
  if (now <= 0) return kNone;
  const Sentence& before = doc.sentences[static_cast<size_t>(now) - 1];
  if (before.paragraph + 1 < doc.sentences[static_cast<size_t>(now)].paragraph) return kNone;
  int32_t body = kNone;
  auto at = std::partition_point(doc.mentions.begin(), doc.mentions.end(),
                                 [&](const Mention& m) { return m.span.begin < before.span.begin; });
  for (; at != doc.mentions.end() && at->span.end <= before.span.end; ++at) {
    const Mention& m = *at;
    if (m.tokens.empty()) continue;
    if (m.type != EntityType::organisation || m.entity == kNone || text.quoted(m.tokens.begin)) continue;
    const Token& head = text.token(text.tree.head_of(m.tokens));
    const bool led = head.deprel == Deprel::obj && m.tokens.end < before.tokens.end && text.is(m.tokens.end, kTo);
    if (!led && !is_subject(text, m)) continue;
    if (body != kNone && body != m.entity) return kNone;
    body = m.entity;
  }
  return body;
}

int32_t antecedent(const QuoteContext& text, uint32_t pronoun) {
  const int32_t governed = by_clause(text, pronoun);
  uint32_t before = pronoun;
  if (before > 0 && text.is(before - 1, kComma)) --before;
  if (governed != kNone) {
    const int32_t named = before > 0 ? named_before(text, before, governed) : kNone;
    return named == kNone ? governed : named;
  }
  // By word order: the noun right before it, or before the comma.
  return before > 0 && is_nominal(text.token(before - 1).upos) && !text.quoted(before - 1) &&
                 !text.is(before - 1, kCalendar)
             ? static_cast<int32_t>(before) - 1
             : kNone;
}

int32_t named_in_full(const QuoteContext& text, Span words) {
  const Document& doc = text.doc;
  const IndexRange range = doc.tokens_in(words);
  if (range.size() < 3 || range.size() > kLongestTitle || !text.is(range.begin, kDefinite)) return kNone;
  const uint32_t size = range.size() - 1;
  int32_t found = kNone;
  for (const Mention& m : doc.mentions) {
    if (m.span.begin >= words.begin) break;
    if (m.type == EntityType::person || m.form != MentionForm::name || m.entity == kNone || m.tokens.size() <= size)
      continue;
    bool same = true;
    for (uint32_t t = 1; t <= size; ++t)
      same &= text.lower(m.tokens.end - t).view() == text.lower(range.end - t).view();
    if (same) found = m.entity;
  }
  return found;
}

int32_t described(const QuoteContext& text, Span words, bool label) {
  const Document& doc = text.doc;
  const IndexRange range = doc.tokens_in(words);
  if (range.empty() || range.size() > kLongestTitle) return kNone;
  const std::vector<std::string> asked = content_words(text, range);
  // "the minister" may be anybody; a headline's "Minister:" is the one below.
  const uint32_t article = label ? 0 : 1;
  if (!label && (asked.size() < 2 || !text.is(range.begin, kDefinite))) return kNone;
  if (asked.empty() || asked.size() + article != range.size()) return kNone;
  int32_t found = kNone;
  for (const Mention& m : doc.mentions) {
    const bool before = m.span.begin < words.begin;
    if (m.type != EntityType::person || m.form != MentionForm::name || m.entity == kNone || m.tokens.empty() ||
        before == label || m.entity == found)
      continue;
    if (!is_called(text, m, asked, label)) continue;
    if (found != kNone) return kNone;
    found = m.entity;
  }
  return found;
}

}  // namespace dateline
