#include "text/lost_verbs.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/tree.h"

namespace dateline {

bool is_past(Xpos tag) { return tag == Xpos::VBD || tag == Xpos::VBN || tag == Xpos::VBP; }

void raise_clause(Document& doc, IndexRange tokens, uint32_t noun, uint32_t verb) {
  if (doc.tokens[noun].deprel != Deprel::root) return;
  for (uint32_t t = verb + 1; t < tokens.end; ++t) {  // what is behind the verb hangs on it
    Token& token = doc.tokens[t];
    if (token.head != static_cast<int32_t>(noun)) continue;
    if (token.deprel == Deprel::nmod) token.deprel = Deprel::obl;
    if (token.deprel == Deprel::nmod_unmarked) token.deprel = Deprel::obl_unmarked;
    if (token.deprel == Deprel::acl) token.deprel = Deprel::advcl;
    token.head = static_cast<int32_t>(verb);
  }
  doc.tokens[verb].head = kNone;
  doc.tokens[verb].deprel = Deprel::root;
  doc.tokens[noun].head = static_cast<int32_t>(verb);
  doc.tokens[noun].deprel = Deprel::nsubj;
}

namespace {

bool is_noun(Xpos tag) { return tag == Xpos::NN || tag == Xpos::NNS || tag == Xpos::NNP || tag == Xpos::NNPS; }

// Whether a word that the tagger takes for no finite verb may be one all the same: "collapsed", not "taken".
bool may_be_past(std::string_view word, Xpos tag) {
  if (tag == Xpos::JJ) return word.size() > 4 && word.ends_with("ed");
  return tag == Xpos::VBN && !word.ends_with('n') && !word.ends_with("ne");
}

bool is_of_noun(Deprel relation) {
  return relation == Deprel::det || relation == Deprel::cop || relation == Deprel::case_ || relation == Deprel::amod ||
         relation == Deprel::nmod_poss;
}

// "|A| quake struck Turkey": what is before the noun that stands right before `noun` as its part may belong to that.
bool belongs_before(const Document& doc, uint32_t part, uint32_t noun) {
  if (part + 1 >= noun || doc.tokens[part].deprel == Deprel::cop || doc.tokens[part].deprel == Deprel::case_)
    return false;
  const Token& before = doc.tokens[noun - 1];
  return before.head == static_cast<int32_t>(noun) && before.deprel == Deprel::compound;
}

// The verb of a sentence whose root was taken to be a noun, found by what hangs on that noun and behind it.
struct LostVerb {
  const Document& doc;
  IndexRange tokens;
  uint32_t root;

  const Token& at(uint32_t t) const { return doc.tokens[t]; }

  // Whether the noun is a predicate, or the verb of the sentence stands beside it.
  bool nominal() const {
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (at(t).head != static_cast<int32_t>(root)) continue;
      const Deprel d = at(t).deprel;
      if (d == Deprel::cop || d == Deprel::nsubj || d == Deprel::case_ || d == Deprel::parataxis) return true;
      if (d == Deprel::conj && is_finite(at(t).xpos)) return true;
    }
    return false;
  }

  bool has_child(uint32_t verb, std::initializer_list<Deprel> relations) const {
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (at(t).head == static_cast<int32_t>(verb) &&
          std::find(relations.begin(), relations.end(), at(t).deprel) != relations.end())
        return true;
    }
    return false;
  }

  bool may_be_finite(uint32_t t) const { return is_finite(at(t).xpos) || may_be_past(doc.words(at(t)), at(t).xpos); }

  // "The regulator on Tuesday |blocked| the deal": no participle, since it has an object.
  bool is_participle_with_object(uint32_t t) const {
    if (at(t).deprel != Deprel::acl || at(t).head != static_cast<int32_t>(root)) return false;
    if (!may_be_finite(t)) return false;
    bool sum = false;
    for (uint32_t o = t + 1; o < tokens.end; ++o)
      sum |= at(o).head == static_cast<int32_t>(t) && at(o).upos == Upos::SYM;
    return (sum || has_child(t, {Deprel::obj, Deprel::ccomp})) && !has_child(t, {Deprel::mark});
  }

  // "The minister, who said that talks had failed, |left| for Paris": behind the comma that ends a relative clause or
  // another aside ("The minister, on a visit, |left|").
  bool goes_on_after_aside(uint32_t t) const {
    uint32_t first = t;  // of the verb and its auxiliaries: "|will| appear"
    while (first > root + 3 && at(first - 1).head == static_cast<int32_t>(t) && at(first - 1).upos == Upos::AUX)
      --first;
    if (t < root + 3 || doc.words(at(first - 1)) != "," || !(may_be_finite(t) || is_finite(at(first).xpos)))
      return false;
    const Deprel d = at(t).deprel;
    if (d != Deprel::advcl && d != Deprel::conj && d != Deprel::acl) return false;
    const bool aside = has_child(root, {Deprel::acl_relcl}) || doc.words(at(past_name())) == ",";
    return aside && !has_child(t, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::mark, Deprel::cc});
  }

  // The first token behind the root and the rest of its name.
  uint32_t past_name() const {
    uint32_t t = root + 1;
    while (t + 1 < tokens.end && at(t).head == static_cast<int32_t>(root) && at(t).deprel == Deprel::flat &&
           at(t).upos == Upos::PROPN)
      ++t;
    return t;
  }

  // "Thousands |gathered| in Cairo to protest.": right behind the noun, where nothing else can be the verb.
  bool is_only_verb(uint32_t t) const {
    if (t != root + 1 || at(t).deprel != Deprel::acl || !may_be_finite(t)) return false;
    if (doc.words(at(t + 1)) == "by" || !has_child(t, {Deprel::obl, Deprel::obl_unmarked})) return false;
    for (uint32_t v = tokens.begin; v < tokens.end; ++v) {
      const bool infinitive = v > tokens.begin && doc.words(at(v - 1)) == "to";
      if (v != t && is_finite(at(v).xpos) && !infinitive) return false;
    }
    return true;
  }

  uint32_t find() const {
    for (uint32_t t = root + 1; t < tokens.end; ++t) {
      if (at(t).upos == Upos::VERB && (is_participle_with_object(t) || is_only_verb(t) || goes_on_after_aside(t)))
        return t;
    }
    return tokens.end;
  }
};

}  // namespace

// "A bridge |collapsed| in Genoa.", "Court |orders| recount": a sentence has a finite verb, so what is likeliest to be
// one right behind a noun is it, unless it names who did it ("a bridge built by Romans").
void give_verb(const Document& doc, const Sentence& sentence, const Tagger& tagger, const WordForm* forms,
               uint8_t* tags) {
  constexpr uint32_t kShortest = 4;  // tokens, with the full stop
  // Three in four of the sentences that it changes so have that verb, nine in ten of the headlines, which may have
  // none.
  constexpr int kMostCost = 300, kMostInHeadline = 120;
  const IndexRange tokens = sentence.tokens;
  const bool headline = doc.section_of(sentence).kind == SectionKind::headline;
  if (tokens.size() < kShortest || (!headline && doc.words(doc.tokens[tokens.end - 1]) != ".")) return;
  for (uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Xpos tag = tagger.pair(tags[i]).xpos;
    if (is_finite(tag) || tag == Xpos::VB) return;
    if (headline && (tag == Xpos::VBN || tag == Xpos::VBG)) return;
  }
  Tagger::Reading best{kNoTag, headline ? kMostInHeadline : kMostCost};
  uint32_t verb = tokens.end;
  for (uint32_t i = tokens.begin + 1; i + 1 < tokens.end; ++i) {
    if (!is_noun(tagger.pair(tags[i - 1]).xpos) || doc.words(doc.tokens[i + 1]) == "by") continue;
    const auto at = static_cast<int>(i - tokens.begin);
    const auto n = static_cast<int>(tokens.size());
    const Tagger::Reading reading = tagger.as_verb(forms + tokens.begin, n, at, tags + tokens.begin);
    if (reading.tag != kNoTag && reading.cost < best.cost) best = reading, verb = i;
  }
  if (verb < tokens.end) tags[verb] = best.tag;
}

namespace {

// "Gunmen |shot dead| a priest", "many victims |shot dead|": who does it has an object behind.
int shot_dead(const Document& doc, const Sentence& sentence, const Tagger& tagger, uint32_t i) {
  if (i + 2 >= sentence.tokens.end || doc.words(doc.tokens[i + 1]) != "dead") return -1;
  const std::string_view after = doc.words(doc.tokens[i + 2]);
  for (const char* ends : {"in", "by", "on", "near", "outside", "after", "while", ".", ",", "and"}) {
    if (after == ends) return tagger.find({Upos::VERB, Xpos::VBN});
  }
  return tagger.find({Upos::VERB, Xpos::VBD});
}

}  // namespace

void give_known_verbs(const Document& doc, const Sentence& sentence, const Tagger& tagger, uint8_t* tags) {
  const int participle = tagger.find({Upos::VERB, Xpos::VBG});
  for (uint32_t i = sentence.tokens.begin + 1; i + 1 < sentence.tokens.end; ++i) {
    if (tagger.pair(tags[i]).upos != Upos::NOUN || !is_noun(tagger.pair(tags[i - 1]).xpos)) continue;
    const std::string_view word = doc.words(doc.tokens[i]), next = doc.words(doc.tokens[i + 1]);
    const bool asks = word == "calling" || word == "pushing" || word == "pressing";
    int verb = -1;
    if (asks && (next == "for" || next == "on")) verb = participle;
    if (word == "shot") verb = shot_dead(doc, sentence, tagger, i);
    if (verb >= 0) tags[i] = static_cast<uint8_t>(verb);
  }
}

// "Quake struck Turkey": what has a subject before it (or stands in a clause behind a noun) and an object behind it,
// and nothing that nouns have, is a verb, whatever the tagger took it for.
void retag_verbs(Document& doc, const Sentence& sentence, const Tagger& tagger, const Lemmatiser& lemmatiser) {
  enum : uint8_t { kSubject = 1, kObject = 2, kNominal = 4 };
  std::vector<uint8_t> has(sentence.tokens.size(), 0);
  for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const Token& token = doc.tokens[i];
    if (token.head == kNone) continue;
    const auto head = static_cast<uint32_t>(token.head);
    uint8_t& of_head = has[head - sentence.tokens.begin];
    if ((token.deprel == Deprel::nsubj || token.deprel == Deprel::compound) && i + 1 == head) of_head |= kSubject;
    if (token.deprel == Deprel::nsubj && i < head) of_head |= kSubject;
    if (token.deprel == Deprel::obj && i > head) of_head |= kObject;
    if (is_of_noun(token.deprel) && !belongs_before(doc, i, head)) of_head |= kNominal;
  }
  std::string lemma;
  for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    Token& token = doc.tokens[i];
    const uint8_t signs = has[i - sentence.tokens.begin] | (token.deprel == Deprel::acl ? kSubject : 0);
    if (token.upos != Upos::NOUN || signs != (kSubject | kObject)) continue;
    const int tag = tagger.find({Upos::VERB, token.xpos == Xpos::NNS ? Xpos::VBZ : Xpos::VBD});
    if (tag < 0) continue;
    token.upos = Upos::VERB;
    token.xpos = tagger.pair(static_cast<uint8_t>(tag)).xpos;
    lemmatiser.lemma(doc.words(token), Shape::lower, static_cast<uint8_t>(tag), i == sentence.tokens.begin,
                     is_past(token.xpos), lemma);
    token.lemma = static_cast<uint32_t>(doc.lemmas.size());
    doc.lemmas.append(lemma.c_str(), lemma.size() + 1);
    if (token.deprel == Deprel::acl) raise_clause(doc, sentence.tokens, static_cast<uint32_t>(token.head), i);
    Token& before = doc.tokens[i - 1];
    if (before.head != static_cast<int32_t>(i) || before.deprel != Deprel::compound) continue;
    for (uint32_t part = sentence.tokens.begin; part + 1 < i; ++part) {
      if (doc.tokens[part].head == static_cast<int32_t>(i) && is_of_noun(doc.tokens[part].deprel))
        doc.tokens[part].head = static_cast<int32_t>(i) - 1;
    }
    before.deprel = Deprel::nsubj;
  }
}

namespace {

// "As crews cut through steel, the ruins |caught| fire", with what is done meanwhile for the sentence and the ruins for
// a word on its last noun: a clause with a conjunction is no sentence, and what stands behind its comma is.
void raise_main_clause(Document& doc, const LostVerb& lost) {
  const Token& first = doc.tokens[lost.tokens.begin];
  if (first.deprel != Deprel::mark || first.head != static_cast<int32_t>(lost.root)) return;
  for (uint32_t t = lost.root + 1; t < lost.tokens.end; ++t) {
    const Token& verb = doc.tokens[t];
    if (verb.deprel != Deprel::acl || verb.head > static_cast<int32_t>(t) || !lost.may_be_finite(t)) continue;
    const auto noun = static_cast<uint32_t>(verb.head);
    uint32_t begin = noun;  // of its phrase
    while (begin > lost.root && doc.tokens[begin - 1].head == static_cast<int32_t>(noun) &&
           doc.tokens[begin - 1].upos != Upos::PUNCT)
      --begin;
    if (noun <= lost.root || doc.words(doc.tokens[begin - 1]) != "," || lost.has_child(t, {Deprel::mark})) continue;
    doc.tokens[t].head = kNone;
    doc.tokens[t].deprel = Deprel::root;
    if (!is_finite(verb.xpos)) doc.tokens[t].xpos = Xpos::VBD;
    doc.tokens[noun].head = static_cast<int32_t>(t);
    doc.tokens[noun].deprel = Deprel::nsubj;
    doc.tokens[lost.root].head = static_cast<int32_t>(t);
    doc.tokens[lost.root].deprel = Deprel::advcl;
    return;
  }
}

}  // namespace

// A sentence with a full stop has a verb for its root, or a copula.
void raise_lost_verb(Document& doc, const Sentence& sentence) {
  const IndexRange tokens = sentence.tokens;
  if (tokens.empty() || doc.words(doc.tokens[tokens.end - 1]) != ".") return;
  uint32_t root = tokens.begin;
  while (root < tokens.end && doc.tokens[root].deprel != Deprel::root) ++root;
  if (root == tokens.end) return;
  const LostVerb lost{doc, tokens, root};
  if (doc.tokens[root].upos == Upos::VERB) return raise_main_clause(doc, lost);
  if (!is_noun(doc.tokens[root].xpos)) return;
  if (lost.nominal()) return;
  const uint32_t verb = lost.find();
  if (verb == tokens.end) return;
  if (!is_finite(doc.tokens[verb].xpos)) doc.tokens[verb].xpos = Xpos::VBD;
  raise_clause(doc, tokens, root, verb);
}

}  // namespace dateline
