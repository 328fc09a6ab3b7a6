#include "text/syntax.h"

#include <vector>

#include "base/load_shared.h"
#include "text/clusters.h"
#include "text/headline_case.h"
#include "text/lemmatiser.h"
#include "text/lost_verbs.h"
#include "text/marks.h"
#include "text/mend_tree.h"
#include "text/parser.h"
#include "text/tagger.h"
#include "text/tree.h"
#include "text/warmed.h"
#include "text/word_numbers.h"

namespace dateline {

struct SyntaxAnnotator::Lexicon {
  WordClusters clusters;
  HeadlineCase headlines;
  Warmed<Tagger> tagger;
  Lemmatiser lemmatiser;
  Warmed<Parser> parser;
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

// The words of a document with what the models see of each.
struct Words {
  explicit Words(const Document& doc, const WordClusters& clusters)
      : numbers(doc.tokens.size()), number(doc.tokens.size()), forms(doc.tokens.size()) {
    std::vector<WordForm> known;
    for (size_t i = 0; i < forms.size(); ++i) {
      const std::string_view word = doc.words(doc.tokens[i]);
      number[i] = numbers.add(word);
      if (number[i] == known.size()) known.push_back(clusters.form(word));
      forms[i] = known[number[i]];
    }
  }

  WordNumbers numbers;
  std::vector<uint32_t> number;  // [token] of its form
  std::vector<WordForm> forms;   // [token]
};

// The lemma of a word that stands as it stood before is the same.
struct LastLemma {
  Shape shape = Shape::other;
  uint8_t tag = 0;
  bool first = false, known = false;
  uint32_t lemma = 0;
};

void set_tags(Document& doc, const Tagger& tagger, const Lemmatiser& lemmatiser, const Words& words,
              const std::vector<uint8_t>& tags) {
  LemmaPool lemmas(doc.lemmas, doc.tokens.size());
  std::vector<LastLemma> last(words.numbers.size());
  std::string lemma;
  for (const Sentence& sentence : doc.sentences) {
    for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      Token& token = doc.tokens[i];
      const TagPair pair = tagger.pair(tags[i]);
      token.upos = pair.upos;
      token.xpos = pair.xpos;
      const bool first = i == sentence.tokens.begin;
      const Shape shape = words.forms[i].shape;
      LastLemma& before = last[words.number[i]];
      if (!before.known || before.shape != shape || before.tag != tags[i] || before.first != first) {
        lemmatiser.lemma(doc.words(token), shape, tags[i], first, is_past(pair.xpos), lemma);
        before = {shape, tags[i], first, true, lemmas.add(lemma)};
      }
      token.lemma = before.lemma;
    }
  }
}

Part part_of(const Token& token, std::string_view lemma) {
  if (token.upos == Upos::DET && (lemma == "the" || lemma == "a")) return Part::article;
  if (is_relative(token.xpos)) return Part::relative;
  return token.upos == Upos::NOUN || token.upos == Upos::PROPN ? Part::noun : Part::other;
}

// Parses the words of a sentence, and hangs its marks on the tree, whenever that has changed.
class SentenceParser {
 public:
  SentenceParser(Document& doc, const Parser& parser) : doc_(doc), parser_(parser) {}

  void parse(IndexRange tokens, const WordForm* forms, const uint8_t* tags) {
    tokens_ = tokens;
    marks_.start();
    for (uint32_t t = tokens.begin; t < tokens.end; ++t)
      marks_.add(doc_.words(doc_.tokens[t]), doc_.tokens[t].upos == Upos::PUNCT);
    marks_.finish();
    const std::vector<int>& words = marks_.words();
    const int n = static_cast<int>(words.size());
    atoms_.clear();
    for (int i = 0; i < n; ++i) {
      atoms_.push_back(parser_atom(forms[words[i]], tags[words[i]], marks_.gaps()[i]));
      atoms_.back().part = part_of(token(words[i]), doc_.lemma(token(words[i])));
    }
    atoms_.push_back(root_atom(marks_.gaps().back()));
    parser_.parse(atoms_.data(), n, state_);
    for (int i = 0; i < n; ++i) {
      token(words[i]).head = state_.head[i] == n ? kNone : static_cast<int32_t>(tokens.begin) + words[state_.head[i]];
      token(words[i]).deprel = static_cast<Deprel>(state_.label[i]);
    }
    hung_.clear();
  }

  void hang_marks() {
    const int n = static_cast<int>(tokens_.size());
    if (marks_.words().size() == tokens_.size()) return;
    head_.resize(tokens_.size());
    for (const int word : marks_.words())
      head_[word] = token(word).head == kNone ? n : token(word).head - static_cast<int>(tokens_.begin);
    if (head_ == hung_) return;
    marks_.hang(head_);
    for (int i = 0; i < n; ++i) {
      if (!marks_.is_mark(i)) continue;
      token(i).head = static_cast<int32_t>(tokens_.begin) + head_[i];
      token(i).deprel = Deprel::punct;
    }
    hung_ = head_;
  }

 private:
  Token& token(int i) { return doc_.tokens[tokens_.begin + static_cast<uint32_t>(i)]; }

  Document& doc_;
  const Parser& parser_;
  IndexRange tokens_;
  WordsAndMarks marks_;
  std::vector<Atom> atoms_;
  ParserState state_;
  std::vector<int> head_, hung_;
};

bool is_parsed(SectionKind kind) { return kind != SectionKind::comment && kind != SectionKind::boilerplate; }

}  // namespace

Result<SyntaxAnnotator> SyntaxAnnotator::load(const Resources& resources) {
  return load_shared(SyntaxAnnotator(), &SyntaxAnnotator::lexicon_, [&](Lexicon& x) -> Status {
    TRY(x.clusters, WordClusters::load(resources));
    TRY(x.headlines, HeadlineCase::load(resources));
    TRY(x.tagger, Warmed<Tagger>::load(resources));
    TRY(x.lemmatiser, Lemmatiser::load(resources));
    TRY(x.parser, Warmed<Parser>::load(resources));
    return kDone;
  });
}

// Tags all sentences, then parses them: the two models hardly fit into the nearer memory together.
void SyntaxAnnotator::annotate(Document& doc) const {
  const Tagger& tagger = lexicon_->tagger.get();
  Words words(doc, lexicon_->clusters);
  std::vector<WordForm>& forms = words.forms;
  std::vector<uint8_t> tags(doc.tokens.size());
  lexicon_->headlines.lower(doc, lexicon_->clusters, forms);
  std::vector<Tagger::Job> jobs;
  for (const Sentence& sentence : doc.sentences) {
    const uint32_t begin = sentence.tokens.begin;
    if (!sentence.tokens.empty())
      jobs.push_back({&forms[begin], static_cast<int>(sentence.tokens.size()), &tags[begin]});
  }
  tagger.tag(jobs);
  for (const Sentence& sentence : doc.sentences) {
    give_verb(doc, sentence, tagger, forms.data(), tags.data());
    give_known_verbs(doc, sentence, tagger, tags.data());
  }
  set_tags(doc, tagger, lexicon_->lemmatiser, words, tags);
  SentenceParser parser(doc, lexicon_->parser.get());
  for (const Sentence& sentence : doc.sentences) {
    if (!is_parsed(doc.section_of(sentence).kind)) continue;
    parser.parse(sentence.tokens, &forms[sentence.tokens.begin], &tags[sentence.tokens.begin]);
    parser.hang_marks();
    retag_verbs(doc, sentence, tagger, lexicon_->lemmatiser);
    raise_lost_verb(doc, sentence);
    mend_tree(doc, sentence);
    parser.hang_marks();
  }
}

}  // namespace dateline
