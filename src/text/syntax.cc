#include "text/syntax.h"

#include <vector>

#include "base/load_shared.h"
#include "text/clusters.h"
#include "text/lemmatiser.h"
#include "text/mend_tree.h"
#include "text/parser.h"
#include "text/tagger.h"

namespace dateline {

struct SyntaxAnnotator::Lexicon {
  WordClusters clusters;
  Tagger tagger;
  Lemmatiser lemmatiser;
  Parser parser;
};

namespace {

// The document's lemmas, each kept once.
class LemmaPool {
 public:
  LemmaPool(std::string& pool, size_t tokens) : pool_(pool) {
    size_t size = 64;
    while (size < tokens * 2) size *= 2;
    slots_.assign(size, 0);
    if (pool_.empty()) pool_.push_back('\0');
  }
  uint32_t add(const std::string& lemma) {
    if (lemma.empty()) return 0;
    size_t at = hash_bytes(lemma.data(), lemma.data() + lemma.size()) & (slots_.size() - 1);
    for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
      if (lemma == pool_.c_str() + slots_[at]) return slots_[at];
    }
    slots_[at] = static_cast<uint32_t>(pool_.size());
    pool_.append(lemma.c_str(), lemma.size() + 1);
    return slots_[at];
  }

 private:
  std::string& pool_;
  std::vector<uint32_t> slots_;
};

// Taggers take unknown past forms for a present ("struck"); only an infinitive cannot be one.
bool is_past(Xpos tag) { return tag == Xpos::VBD || tag == Xpos::VBN || tag == Xpos::VBP; }

void set_tags(Document& doc, const Tagger& tagger, const Lemmatiser& lemmatiser, const std::vector<WordForm>& forms,
              const std::vector<uint8_t>& tags) {
  LemmaPool lemmas(doc.lemmas, doc.tokens.size());
  std::string lemma;
  for (const Sentence& sentence : doc.sentences) {
    for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      Token& token = doc.tokens[i];
      const TagPair pair = tagger.pair(tags[i]);
      token.upos = pair.upos;
      token.xpos = pair.xpos;
      lemmatiser.lemma(doc.words(token), forms[i].shape, tags[i], i == sentence.tokens.begin, is_past(pair.xpos),
                       lemma);
      token.lemma = lemmas.add(lemma);
    }
  }
}

bool is_finite(Xpos tag) { return tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD; }

bool is_noun(Xpos tag) { return tag == Xpos::NN || tag == Xpos::NNS || tag == Xpos::NNP || tag == Xpos::NNPS; }

// Whether a word that the tagger takes for no finite verb may be one all the same: "collapsed", not "taken".
bool may_be_past(std::string_view word, Xpos tag) {
  if (tag == Xpos::JJ) return word.size() > 4 && word.ends_with("ed");
  return tag == Xpos::VBN && !word.ends_with('n') && !word.ends_with("ne");
}

// "A bridge |collapsed| in Genoa.": a sentence has a finite verb, so what can be one right behind a noun is it, unless
// it names who did it ("a bridge built by Romans").
void give_verb(const Document& doc, const Sentence& sentence, const Tagger& tagger, uint8_t* tags) {
  constexpr uint32_t kShortest = 4;  // tokens, with the full stop
  const IndexRange tokens = sentence.tokens;
  if (tokens.size() < kShortest || doc.words(doc.tokens[tokens.end - 1]) != ".") return;
  for (uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Xpos tag = tagger.pair(tags[i]).xpos;
    if (is_finite(tag) || tag == Xpos::VB) return;
  }
  for (uint32_t i = tokens.begin + 1; i + 1 < tokens.end; ++i) {
    if (!is_noun(tagger.pair(tags[i - 1]).xpos) || doc.words(doc.tokens[i + 1]) == "by") continue;
    if (!may_be_past(doc.words(doc.tokens[i]), tagger.pair(tags[i]).xpos)) continue;
    if (const int past = tagger.find({Upos::VERB, Xpos::VBD}); past >= 0) tags[i] = static_cast<uint8_t>(past);
    return;
  }
}

// A clause behind the noun that was taken for the sentence's root is the sentence, the noun its subject.
void raise_clause(Document& doc, uint32_t verb) {
  Token& noun = doc.tokens[static_cast<uint32_t>(doc.tokens[verb].head)];
  if (noun.deprel != Deprel::root) return;
  doc.tokens[verb].head = kNone;
  doc.tokens[verb].deprel = Deprel::root;
  noun.head = static_cast<int32_t>(verb);
  noun.deprel = Deprel::nsubj;
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
    if (token.deprel == Deprel::det || token.deprel == Deprel::cop || token.deprel == Deprel::case_ ||
        token.deprel == Deprel::amod || token.deprel == Deprel::nmod_poss)
      of_head |= kNominal;
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
    if (token.deprel == Deprel::acl) raise_clause(doc, i);
    Token& before = doc.tokens[i - 1];
    if (before.head == static_cast<int32_t>(i) && before.deprel == Deprel::compound) before.deprel = Deprel::nsubj;
  }
}

bool is_parsed(SectionKind kind) { return kind != SectionKind::comment && kind != SectionKind::boilerplate; }

}  // namespace

Result<SyntaxAnnotator> SyntaxAnnotator::load(const Resources& resources) {
  return load_shared(SyntaxAnnotator(), &SyntaxAnnotator::lexicon_, [&](Lexicon& x) -> Status {
    TRY(x.clusters, WordClusters::load(resources));
    TRY(x.tagger, Tagger::load(resources));
    TRY(x.lemmatiser, Lemmatiser::load(resources));
    TRY(x.parser, Parser::load(resources));
    return kDone;
  });
}

// Tags all sentences, then parses them: the two models hardly fit into the nearer memory together.
void SyntaxAnnotator::annotate(Document& doc) const {
  std::vector<WordForm> forms(doc.tokens.size());
  std::vector<uint8_t> tags(doc.tokens.size());
  for (size_t i = 0; i < forms.size(); ++i) forms[i] = lexicon_->clusters.form(doc.words(doc.tokens[i]));
  std::vector<Tagger::Job> jobs;
  for (const Sentence& sentence : doc.sentences) {
    const uint32_t begin = sentence.tokens.begin;
    if (!sentence.tokens.empty())
      jobs.push_back({&forms[begin], static_cast<int>(sentence.tokens.size()), &tags[begin]});
  }
  lexicon_->tagger.tag(jobs);
  for (const Sentence& sentence : doc.sentences) give_verb(doc, sentence, lexicon_->tagger, tags.data());
  set_tags(doc, lexicon_->tagger, lexicon_->lemmatiser, forms, tags);
  std::vector<Atom> atoms;
  ParserState state;
  for (const Sentence& sentence : doc.sentences) {
    if (!is_parsed(doc.section_of(sentence).kind)) continue;
    const uint32_t begin = sentence.tokens.begin;
    const int n = static_cast<int>(sentence.tokens.size());
    atoms.clear();
    for (int i = 0; i < n; ++i) atoms.push_back(parser_atom(forms[begin + i], tags[begin + i]));
    atoms.push_back(root_atom());
    lexicon_->parser.parse(atoms.data(), n, state);
    for (int i = 0; i < n; ++i) {
      Token& token = doc.tokens[begin + i];
      token.head = state.head[i] == n ? kNone : static_cast<int32_t>(begin) + state.head[i];
      token.deprel = static_cast<Deprel>(state.label[i]);
    }
    retag_verbs(doc, sentence, lexicon_->tagger, lexicon_->lemmatiser);
    mend_tree(doc, sentence);
  }
}

}  // namespace dateline
