#include "annotate/quotes_speakers.h"

#include <algorithm>

#include "annotate/quotes_phrases.h"
#include "base/strings.h"

namespace dateline {
namespace {

constexpr int32_t kSentencesOn = 2;  // that a pronoun may stand behind who spoke last

}  // namespace

std::string SpeakerReader::without_article(Span words) const {
  const IndexRange range = doc_.tokens_in(words);
  if (range.size() > 1 && text_.is(range.begin, kArticle)) words.begin = doc_.tokens[range.begin + 1].span.begin;
  return std::string(doc_.words(words));
}

// "a spokesman for former police director |Ann Lee|": for whom somebody without a name speaks.
bool SpeakerReader::is_spoken_for(const Mention& m, Span words) const {
  IndexRange in = doc_.tokens_in({words.begin, m.span.begin});
  while (!in.empty() && (is_nominal(doc_.tokens[in.end - 1].upos) || doc_.tokens[in.end - 1].upos == Upos::ADJ ||
                         doc_.tokens[in.end - 1].upos == Upos::DET || doc_.words(doc_.tokens[in.end - 1]) == "."))
    --in.end;
  return in.size() > 1 && doc_.tokens[in.end - 1].upos == Upos::ADP && text_.is(in.end - 2, kSpokesperson);
}

// Whether what stands right before a mention makes it part of somebody else's description: "a spokesman for X", "X's
// aide".
bool SpeakerReader::is_only_described(const Mention& m, Span words) const {
  const std::string_view after = std::string_view(doc_.text).substr(m.span.end);
  const bool possessive =
      after.starts_with("'s") || after.starts_with("’s") || after.starts_with("' ") || after.starts_with("’ ");
  if (possessive && m.span.end + 3 < words.end) return true;
  // "|Her| spokesman, Tom Brown"
  if (m.form == MentionForm::pronoun && m.tokens.size() == 1 && text_.token(m.tokens.begin).xpos == Xpos::PRPS &&
      m.span.end + 3 < words.end)
    return true;
  if (qualifies_noun(m, words) || is_spoken_for(m, words)) return true;
  // Past the mention's own titles to the word that joins it.
  const IndexRange before = doc_.tokens_in({words.begin, m.span.begin});
  IndexRange in = before;
  while (!in.empty() && (doc_.tokens[in.end - 1].upos == Upos::PROPN || doc_.tokens[in.end - 1].upos == Upos::DET ||
                         doc_.tokens[in.end - 1].upos == Upos::ADJ || doc_.words(doc_.tokens[in.end - 1]) == ".")) {
    --in.end;
  }
  if (in.empty() || doc_.tokens[in.end - 1].upos != Upos::ADP) return false;
  if (in.end == before.end || m.type != EntityType::person) return true;
  // "the prime minister of Israel Benjamin Netanyahu": the name follows the complement; "a spokesman for President
  // Benjamin Netanyahu": what stands between is a title.
  return std::none_of(doc_.mentions.begin(), doc_.mentions.end(), [&](const Mention& other) {
    return other.entity != m.entity && other.tokens.begin >= in.end && other.tokens.end <= before.end;
  });
}

// "|Obama| administration officials": who only tells of what kind the noun behind is.
bool SpeakerReader::qualifies_noun(const Mention& m, Span words) const {
  if (m.type != EntityType::person || m.form != MentionForm::name || m.tokens.empty()) return false;
  const Token& last = doc_.tokens[text_.tree.head_of(m.tokens)];
  if (last.deprel != Deprel::compound || last.head < static_cast<int32_t>(m.tokens.end)) return false;
  const Token& noun = doc_.tokens[static_cast<uint32_t>(last.head)];
  return noun.upos == Upos::NOUN && words.contains(noun.span);
}

// "|Egypt|'s |Foreign Ministry|": whether the mention after it is what it owns.
bool SpeakerReader::owns_next(const Mention& m, const Mention* next) const {
  if (next == nullptr || next->type == EntityType::person || next->span.begin <= m.span.end) return false;
  const std::string_view between = doc_.words(Span{m.span.end, next->span.begin});
  return between == "'s " || between == "’s ";
}

// A person named in the words (not merely in their description), else the mention that holds the head, else any.
int32_t SpeakerReader::entity_in(Span words, int32_t head, bool described) const {
  auto at = std::partition_point(doc_.mentions.begin(), doc_.mentions.end(),
                                 [&](const Mention& m) { return m.span.begin < words.begin; });
  if (at != doc_.mentions.begin() && (at - 1)->span.end > words.begin) --at;
  int32_t person = kNone, at_head = kNone, any = kNone, aside = kNone;
  for (; at != doc_.mentions.end() && at->span.begin < words.end; ++at) {
    if (at->entity == kNone) continue;
    // "|Leith|-based Oakland Freight"
    if (at->span.end + 1 < words.end && doc_.text[at->span.end] == '-') continue;
    const bool holds_head = head != kNone && at->span.contains(doc_.tokens[head].span);
    if (holds_head && at->type == EntityType::person && is_spoken_for(*at, words)) continue;
    if (holds_head && (at->type == EntityType::person || at->form != MentionForm::name)) return at->entity;
    if (holds_head) at_head = at->entity;
    if (!described && is_only_described(*at, words)) continue;
    if (owns_next(*at, std::next(at) == doc_.mentions.end() ? nullptr : &*std::next(at))) continue;
    if (person == kNone && at->type == EntityType::person) person = at->entity;
    if (any == kNone) any = at->entity;
    if (aside == kNone && at->span.end == words.end && at->span.begin > words.begin + 2 &&
        doc_.text[at->span.begin - 2] == ',')
      aside = at->entity;
  }
  if (person != kNone) return person;
  if (at_head != kNone) return at_head;
  if (aside != kNone) return aside;
  // "officials in Haiti" are not Haiti: without a head, what stands first names the speaker.
  return head == kNone ? any : kNone;
}

// Whether a country or a people only tells of what kind the head noun is.
bool SpeakerReader::only_of(int32_t entity, uint32_t head) const {
  const EntityType type = doc_.entities[entity].type;
  if ((type != EntityType::place && type != EntityType::group) || text_.token(head).upos != Upos::NOUN) return false;
  const IndexRange phrase = text_.tree.noun_phrase(head);
  bool inside = false;
  for (const Mention& m : doc_.mentions) {
    if (m.entity != entity) continue;
    if (m.tokens.contains(head)) return false;
    inside |= phrase.begin <= m.tokens.begin && m.tokens.end <= phrase.end;
  }
  return inside;
}

std::string SpeakerReader::noun_phrase(int32_t head) const {
  return without_article(text_.tree.text_of(text_.tree.noun_phrase(static_cast<uint32_t>(head))));
}

// In "X's spokesperson M", "X spokesman M", "M, a spokesman for X": X.
int32_t SpeakerReader::principal_in(Span words, int32_t speaker) const {
  const IndexRange range = doc_.tokens_in(words);
  int32_t spokes = kNone;
  for (uint32_t i = range.begin; i < range.end && spokes == kNone; ++i) {
    if (text_.is(i, kSpokesperson)) spokes = static_cast<int32_t>(i);
  }
  if (spokes == kNone) return kNone;
  const uint32_t at = doc_.tokens[spokes].span.begin;
  int32_t before = kNone, after = kNone;
  auto from = std::partition_point(doc_.mentions.begin(), doc_.mentions.end(),
                                   [&](const Mention& m) { return m.span.begin < words.begin; });
  for (; from != doc_.mentions.end() && from->span.begin < words.end; ++from) {
    const Mention& m = *from;
    if (m.entity == kNone || m.entity == speaker) continue;
    if (m.span.end <= at)
      before = m.entity;
    else if (after == kNone && m.span.begin > at)
      after = m.entity;
  }
  return before != kNone ? before : after;
}

// “The ministry confirmed the deaths. “We are in contact,” |it| said.”: who spoke in the sentence before, or this one,
// and is no person.
bool SpeakerReader::goes_on(uint32_t thing) const {
  if (last_head_ == kNone || last_head_ >= static_cast<int32_t>(thing)) return false;
  if (last_.entity != kNone && doc_.entities[last_.entity].type == EntityType::person) return false;
  if (last_.entity == kNone && text_.token(static_cast<uint32_t>(last_head_)).xpos != Xpos::NN) return false;
  const int32_t before = doc_.sentence_at(text_.token(static_cast<uint32_t>(last_head_)).span.begin),
                now = doc_.sentence_at(text_.token(thing).span.begin);
  return before != kNone && now - before <= kSentencesOn;
}

// “Smith is accused of fraud, Sgt. Brown told reporters. It was a trap, |he| said.”: whether the one who spoke last was
// named after the one whom the pronoun was taken for, and may be meant.
bool SpeakerReader::spoke_later(uint32_t pronoun, int32_t entity, const std::vector<Span>& pieces) const {
  if (entity == kNone || last_.entity == kNone || last_.entity == entity || last_head_ == kNone) return false;
  if (doc_.entities[last_.entity].type != EntityType::person) return false;
  const uint32_t from = text_.token(static_cast<uint32_t>(last_head_)).span.begin, to = text_.token(pronoun).span.begin;
  if (from >= to || doc_.sentence_at(to) - doc_.sentence_at(from) > kSentencesOn) return false;
  const auto named_since = [&](const Mention& m) {
    return m.entity == entity && m.form == MentionForm::name && m.span.begin > from && m.span.begin < to &&
           std::none_of(pieces.begin(), pieces.end(), [&](Span piece) { return piece.contains(m.span); });
  };
  return std::none_of(doc_.mentions.begin(), doc_.mentions.end(), named_since) &&
         fits_pronoun(text_, last_.entity, pronoun) && !is_spoken_of(text_, last_.entity, pieces);
}

// For "he", "who" and "the observer": whom they stand for, if it is not `entity`, and by which noun.
Antecedent SpeakerReader::pointed_at(Span words, int32_t head, int32_t entity, const std::vector<Span>& pieces) const {
  if (head == kNone) return {entity};
  const auto at = static_cast<uint32_t>(head);
  if (is_relative(text_.token(at).xpos)) {
    if (entity != kNone) return {entity};
    const int32_t noun = antecedent(text_, at);
    return {noun == kNone ? kNone : entity_in(text_.token(static_cast<uint32_t>(noun)).span, noun), noun};
  }
  if (text_.is(at, kPersonPronoun) && spoke_later(at, entity, pieces)) return {last_.entity};
  if (text_.is(at, kPersonPronoun) && (entity == kNone || is_spoken_of(text_, entity, pieces))) {
    const Antecedent subject = last_subject(text_, at, pieces, last_.entity);
    return subject.entity == kNone && subject.noun == kNone ? Antecedent{entity} : subject;
  }
  if (entity == kNone && (text_.word(at) == "it" || text_.word(at) == "It"))
    return goes_on(at) ? Antecedent{last_.entity, last_head_} : Antecedent{acting_body(text_, at)};
  if (entity == kNone) entity = named_in_full(text_, words);
  return {entity == kNone ? described(text_, words) : entity};
}

// "The council adopted a statement calling for …": who does something to the paper puts it out.
int32_t SpeakerReader::issuer_of(int32_t paper) const {
  if (paper == kNone) return kNone;
  const Token* noun = &text_.token(static_cast<uint32_t>(paper));
  // "a statement calling for …", with the calling for a noun
  if (noun->deprel == Deprel::compound && noun->head == paper + 1)
    noun = &text_.token(static_cast<uint32_t>(noun->head));
  const Token& token = *noun;
  if (token.deprel != Deprel::obj || token.head == kNone) return kNone;
  const int32_t subject = text_.tree.subject(static_cast<uint32_t>(token.head));
  if (subject == kNone || subject > paper) return kNone;
  return entity_in(text_.tree.subtree_span(static_cast<uint32_t>(subject)), subject);
}

Speaker SpeakerReader::read(Span words, int32_t head, Span cue, const std::vector<Span>& pieces) {
  Speaker out;
  if (words.empty()) return out;
  const IndexRange range = doc_.tokens_in(words);
  bool paper = false;
  if (head != kNone) {
    paper = text_.is(static_cast<uint32_t>(head), kPaper);
    const bool part = text_.is(static_cast<uint32_t>(head), kPart);
    for (uint32_t i = range.begin; part && i < range.end; ++i) paper |= text_.is(i, kPaper);
  } else {
    for (uint32_t i = range.begin; i < range.end; ++i) paper |= text_.is(i, kPaper);
  }
  if (paper) {
    // "a statement from the State Department", "his statement", else the one told of before.
    int32_t named = entity_in(words, kNone, true);
    if (named == kNone) named = issuer_of(head);
    if (named != kNone) {
      out.entity = named;
      out.on_behalf = principal_in(words, named);
      if (out.on_behalf == kNone) out.on_behalf = principal_[named];
      out.name = doc_.entities[named].name;
    } else if (!issuer_.name.empty()) {
      out = issuer_;
    } else if (!last_.name.empty()) {
      out = last_;
    } else {
      out.name = without_article(words);
    }
    issuer_ = out;
    return out;
  }
  out.entity = entity_in(words, head);
  if (out.entity == kNone && head != kNone && text_.is(static_cast<uint32_t>(head), kBody)) {
    // "a report by the council", not "a report obtained by the agency"
    Span own = words;
    for (uint32_t i = static_cast<uint32_t>(head); i < range.end && own == words; ++i) {
      if (text_.token(i).upos == Upos::VERB) own.end = text_.token(i).span.begin;
    }
    out.entity = entity_in(own, kNone, true);
  }
  const Antecedent meant = pointed_at(words, head, out.entity, pieces);
  out.entity = meant.entity;
  if (out.entity == kNone && doc_.words(cue) == ":") out.entity = described(text_, words, true);
  // “Secretary Blinken also offered …”, alone in its paragraph below one on Blinken: somebody else tells of him.
  if (cue.empty() && is_spoken_of(text_, out.entity, pieces)) return out.entity == issuer_.entity ? Speaker{} : issuer_;
  if (out.entity != kNone) {
    out.name = doc_.entities[out.entity].name;
    // "|Kenya|'s foreign ministry", "the |Kenyan| government": the country is who it is of, the ministry who says it.
    if (head != kNone && only_of(out.entity, static_cast<uint32_t>(head))) out.name = noun_phrase(head);
    const int32_t principal = principal_in(words, out.entity);
    if (principal != kNone) principal_[out.entity] = principal;
    out.on_behalf = principal_[out.entity];
  } else {
    // "critics, |who| said", "one woman … |she| said": nobody known, so by their own words.
    const Span own = meant.noun == kNone
                         ? words
                         : text_.tree.text_of(text_.tree.noun_phrase(static_cast<uint32_t>(meant.noun), true));
    out.name = without_article(own.empty() ? words : own);
    out.on_behalf = principal_in(words, kNone);
  }
  last_ = out;
  last_head_ = meant.noun != kNone ? meant.noun : head;
  if (in_a_paper(cue, words)) issuer_ = out;
  return out;
}

// "In a statement, X said": a paper is named in the sentence, outside the speaker's own words.
bool SpeakerReader::in_a_paper(Span cue, Span words) const {
  const int32_t s = cue.empty() ? kNone : doc_.sentence_at(cue.begin);
  if (s == kNone) return false;
  const IndexRange tokens = doc_.sentences[s].tokens;
  for (uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (!words.contains(doc_.tokens[i].span) && text_.is(i, kPaper)) return true;
  }
  return false;
}

}  // namespace dateline
