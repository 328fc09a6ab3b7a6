#include "annotate/times.h"

#include "annotate/times_lexicon.h"
#include "base/load_shared.h"

namespace dateline {

using namespace times;  // NOLINT: this file's own parts

Result<TimeAnnotator> TimeAnnotator::load(const Resources& resources) {
  return load_shared(TimeAnnotator(), &TimeAnnotator::lexicon_, [&](Lexicon& x) -> Status {
    CHECK_OK(x.words.load(resources, "times/words.tsv"));
    std::vector<RuleFile> files;
    x.files = resources.list("times/");
    for (const std::string& name : x.files) {
      if (!name.ends_with(".rules")) continue;
      TRY(std::string_view text, resources.get(name));
      TRY(RuleFile file, read_rules(name, text));
      files.push_back(std::move(file));
    }
    TRY(x.grammar, Grammar::compile(files, x.words));
    TRY(x.tense, TenseReader::load(resources));
    x.signals.load(x.words);
    return kDone;
  });
}

void TimeAnnotator::find(Document& doc) const {
  doc.times.clear();
  std::vector<Lexeme> lexemes;
  std::vector<Meaning> meanings;
  for (const Section& section : doc.sections) {
    if (section.kind == SectionKind::boilerplate) continue;
    lexemes.clear();
    lexicon_->words.lex(doc.text, section.span, doc.sentences, lexemes);
    for (Found& f : lexicon_->grammar.search(lexemes)) {
      Timex t;
      t.span = {lexemes[f.begin].span.begin, lexemes[f.end - 1].span.end};
      t.rule = f.rule;
      doc.times.push_back(t);
      meanings.push_back(f.meaning);
    }
  }
  resolve_all(lexicon_->signals, lexicon_->tense, meanings, false, doc);
}

std::vector<Meaning> TimeAnnotator::Lexicon::meanings_of(const Document& doc) const {
  std::vector<Lexeme> lexemes;
  std::vector<Meaning> meanings(doc.times.size());
  for (size_t i = 0; i < doc.times.size(); ++i) {
    lexemes.clear();
    words.lex(doc.text, doc.times[i].span, {}, lexemes);
    grammar.read_whole(lexemes, doc.times[i].rule, meanings[i]);
  }
  return meanings;
}

void TimeAnnotator::anchor(Document& doc) const {
  std::vector<Meaning> meanings = lexicon_->meanings_of(doc);
  resolve_all(lexicon_->signals, lexicon_->tense, meanings, true, doc);
}

}  // namespace dateline
