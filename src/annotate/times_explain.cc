// In words: by which rule an expression was read, and what decided which day it is.
#include <fmt/format.h>

#include "annotate/times_lexicon.h"

namespace dateline {
namespace {

using namespace times;  // NOLINT: this file's own parts
using F = times::Field;

std::string_view told_as(int tense) {
  if (tense < 0) return "told as past";
  return tense > 0 ? "told as to come" : "no verb tells whether past or to come";
}

std::string anchor_of(const Document& doc, const Timex& t) {
  if (t.anchor != kNone) return fmt::format("from “{}”", doc.words(doc.times[static_cast<size_t>(t.anchor)].span));
  return fmt::format("from the report's date {}", to_string(doc.published.value));
}

std::string why(const Document& doc, const Timex& t, const Meaning& m, const Basis& basis) {
  std::string out;
  const auto add = [&](std::string_view words) { out += fmt::format("; {}", words); };
  if (m.has(F::toward) && m[F::toward] != 0)
    add(m[F::toward] < 0 ? "its words mean the one before" : "its words mean the one after");
  if (basis.asked) add(told_as(basis.tense));
  if (basis.same_day) add("the report gives this day with its year");
  if (basis.year_after) add("its year is that of the date that it is joined to");
  if (basis.narrative) add("the text tells of bygone years in order");
  if (t.anchored) add(anchor_of(doc, t));
  const bool point = t.type == TimexType::DATE || t.type == TimexType::TIME;
  if (point && !t.edtf.known() && !m.has(F::ref))
    add("which day depends on the report's date, which is not known well enough");
  if (t.edtf.form == EdtfForm::interval && t.edtf.open_end) add("the word before leaves its end open");
  if (t.edtf.form == EdtfForm::interval && t.edtf.open_begin) add("the word before leaves its beginning open");
  return out;
}

}  // namespace

std::vector<std::string> TimeAnnotator::explain(const Document& given) const {
  Document doc = given;
  std::vector<Meaning> meanings = lexicon_->meanings_of(doc);
  const std::vector<Basis> bases = resolve_all(lexicon_->signals, lexicon_->tense, meanings, true, doc);
  std::vector<std::string> out;
  for (size_t i = 0; i < doc.times.size(); ++i) {
    const Timex& t = doc.times[i];
    out.push_back(fmt::format("{}{}", lexicon_->grammar.rule_name(t.rule), why(doc, t, meanings[i], bases[i])));
  }
  return out;
}

}  // namespace dateline
