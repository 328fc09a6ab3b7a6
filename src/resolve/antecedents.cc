#include "resolve/antecedents.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

constexpr int32_t kUnclear = -2;  // a person is meant, and it cannot be said who
constexpr uint32_t kReach = 3;    // sentences back
constexpr int kClimb = 8;

bool subject_of_clause(Deprel d) { return d == Deprel::nsubj || d == Deprel::nsubj_pass; }

}  // namespace

void Antecedents::begin_sentence(uint32_t sentence, size_t first_mention) {
  sentence_ = sentence;
  closing_.clear();
  const IndexRange tokens = doc_.sentences[sentence].tokens;
  for (size_t m = first_mention; m < doc_.mentions.size() && doc_.mentions[m].tokens.begin < tokens.end; ++m) {
    const Mention& mention = doc_.mentions[m];
    if (mention.type != EntityType::person || !is_aside(sentence, mention.tokens)) continue;
    closing_.push_back({clusters_.of[m], sentence, mention.tokens, true, true});
  }
}

void Antecedents::see(int32_t cluster, IndexRange tokens) {
  seen_.push_back({cluster, sentence_, tokens, is_subject(sentence_, tokens), is_aside(sentence_, tokens)});
}

// By the tree where there is one ("the suspect, John Reed, fled" too); else by word order: before any verb's object,
// not after a preposition, not "X's".
bool Antecedents::is_subject(uint32_t sentence, IndexRange tokens) const {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const Token& token = doc_.tokens[t];
    if (subject_of_clause(token.deprel)) return true;
    if (token.deprel == Deprel::appos && token.head != kNone && subject_of_clause(doc_.tokens[token.head].deprel))
      return true;
  }
  if (doc_.tokens[tokens.end - 1].deprel != Deprel::dep) return false;
  if (tokens.end < doc_.tokens.size() && (word(tokens.end) == "'s" || word(tokens.end) == "’s")) return false;
  return tokens.begin < doc_.sentences[sentence].tokens.begin + 8;
}

// "…, Reed said" and no more: the verb ends the clause, and words stand before the name. By the words alone, since a
// parser often takes "sheriff Paul Reed said" for a relative clause.
bool Antecedents::is_aside(uint32_t sentence, IndexRange tokens) const {
  const IndexRange all = doc_.sentences[sentence].tokens;
  if (tokens.end >= all.end || !words_.is(PersonWords::kSay, lemma(tokens.end))) return false;
  const std::string_view next = tokens.end + 1 < all.end ? word(tokens.end + 1) : ".";
  const bool closes = !next.empty() && !is_lower(next[0]) && next != ":" && next != "\"" && next != "“";
  if (!closes) return false;
  for (uint32_t t = tokens.begin; t > all.begin && t + 8 > tokens.begin; --t) {
    const std::string_view before = word(t - 1);
    if (before == "," || before == "”" || before == "\"" || before == "—") return t - 1 > all.begin + 1;
  }
  return false;
}

std::span<const Antecedents::Seen> Antecedents::seen_in(uint32_t sentence) const {
  const auto begin =
      std::partition_point(seen_.begin(), seen_.end(), [&](const Seen& s) { return s.sentence < sentence; });
  const auto end = std::partition_point(begin, seen_.end(), [&](const Seen& s) { return s.sentence == sentence; });
  return {begin, end};
}

bool Antecedents::unnamed_person(uint32_t sentence, uint32_t t) const {
  const Token& token = doc_.tokens[t];
  if (token.upos != Upos::NOUN || token.xpos == Xpos::NNS || !subject_of_clause(token.deprel)) return false;
  if (!words_.is(PersonWords::kPerson, doc_.lemma(token))) return false;
  const std::span<const Seen> here = seen_in(sentence);
  return std::none_of(here.begin(), here.end(), [&](const Seen& s) { return s.tokens.contains(t); });
}

bool Antecedents::fits(const Seen& s, char sex) const {
  return clusters_.all[s.cluster].sex == 0 || clusters_.all[s.cluster].sex == sex;
}

bool Antecedents::excluded(const Seen& s, uint32_t pronoun) const {
  return std::any_of(closing_.begin(), closing_.end(), [&](const Seen& speaker) {
    return speaker.cluster == s.cluster && pronoun < speaker.tokens.begin;
  });
}

// Up from the pronoun, clause by clause. The subject of its own clause is meant by "his", never by "him".
int32_t Antecedents::around(uint32_t t, char sex) const {
  const Deprel own = doc_.tokens[t].deprel;
  int32_t clause = doc_.tokens[t].head;
  const bool possessive = own == Deprel::nmod_poss;
  if (clause == kNone) return kNone;
  if (!possessive) clause = doc_.tokens[clause].head;
  for (int i = 0; i < kClimb && clause != kNone; ++i, clause = doc_.tokens[clause].head) {
    for (uint32_t c = doc_.sentences[sentence_].tokens.begin; c < t; ++c) {
      if (doc_.tokens[c].head != clause || !subject_of_clause(doc_.tokens[c].deprel)) continue;
      if (unnamed_person(sentence_, c)) return kUnclear;
      for (const Seen& s : seen_in(sentence_)) {
        if (s.tokens.contains(c) && !s.aside && fits(s, sex) && !excluded(s, t)) return s.cluster;
      }
    }
  }
  return kNone;
}

int32_t Antecedents::in_sentence(uint32_t sentence, uint32_t t, char sex) const {
  int32_t subject = kNone, speaker = kNone, any = kNone;
  uint32_t subject_at = doc_.sentences[sentence].tokens.end;
  bool several = false;
  for (const Seen& x : seen_in(sentence)) {
    if (!fits(x, sex) || excluded(x, t)) continue;
    if (x.subject && !x.aside && subject == kNone) subject = x.cluster, subject_at = x.tokens.begin;
    if (x.aside && speaker == kNone) speaker = x.cluster;
    if (any != kNone && any != x.cluster) several = true;
    any = x.cluster;
  }
  // "He said" after "…, Reed said" goes on with Reed.
  const int32_t verb = doc_.tokens[t].head;
  if (speaker != kNone && verb != kNone && words_.is(PersonWords::kSay, doc_.lemma(doc_.tokens[verb]))) return speaker;
  const IndexRange tokens = doc_.sentences[sentence].tokens;
  for (uint32_t c = tokens.begin; c < std::min(subject_at, std::min(tokens.end, t)); ++c) {
    if (unnamed_person(sentence, c)) return kUnclear;
  }
  if (subject != kNone) return subject;
  if (speaker != kNone) return speaker;
  return several ? kUnclear : any;
}

int32_t Antecedents::of_pronoun(uint32_t t, char sex) const {
  int32_t found = around(t, sex);
  for (uint32_t back = 0; found == kNone && back <= kReach && back <= sentence_; ++back)
    found = in_sentence(sentence_ - back, t, sex);
  return found == kUnclear ? kNone : found;
}

}  // namespace dateline
