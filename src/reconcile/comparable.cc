#include "reconcile/comparable.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace dateline {
namespace {

constexpr Day kSameNews = 31;       // days between reports that may still tell of one state of things
constexpr size_t kNameLetters = 5;  // that two names must share at the begin of a word: "Iran", "Iranian"

// The begins of the words of all names in the figure's sentence, sorted.
std::vector<std::string> names_beside(const Document& doc, uint32_t sentence) {
  std::vector<std::string> out;
  if (sentence >= doc.sentences.size()) return out;
  const Span span = doc.sentences[sentence].span;
  auto m = std::partition_point(doc.mentions.begin(), doc.mentions.end(),
                                [&](const Mention& x) { return x.span.begin < span.begin; });
  for (; m != doc.mentions.end() && m->span.begin < span.end; ++m) {
    if (m->form != MentionForm::name) continue;
    const std::string name = fold(doc.words(m->span));
    for (size_t at = 0; at < name.size();) {
      const size_t end = std::min(name.find_first_of(" -\n", at), name.size());
      if (end - at >= 3) out.push_back(name.substr(at, std::min(end - at, kNameLetters)));
      at = end + 1;
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

bool Comparable::one_thing(const FigureTelling& a, const FigureTelling& b) const {
  const DayRange x = published(a), y = published(b);
  if (x.bounded() && y.bounded() && (x.last + kSameNews < y.first || y.last + kSameNews < x.first)) return false;
  const auto ahead = [&](const FigureTelling& t) { return tense_.at(tellings_.doc(t), tellings_.figure(t).span) == 1; };
  return ahead(a) == ahead(b) && of_one_name(a, b);
}

DayRange Comparable::published(const FigureTelling& t) const { return days_of(tellings_.doc(t).published.value); }

bool Comparable::same_occasion(const FigureTelling& a, const FigureTelling& b) const {
  const DayRange x = published(a), y = published(b);
  if (!x.bounded() || !y.bounded()) {
    const int32_t main = tellings_.main_event(a.report);
    return main != kNone && main == tellings_.main_event(b.report);
  }
  return x.first <= y.last + 1 && y.first <= x.last + 1;
}

bool Comparable::same_day_no_clock(const FigureTelling& a, const FigureTelling& b) const {
  const Edtf &x = tellings_.doc(a).published.value, &y = tellings_.doc(b).published.value;
  const bool days = x.form == EdtfForm::single && y.form == EdtfForm::single && x.first.day > 0;
  return days && days_of(x) == days_of(y) && (x.first.hour < 0 || y.first.hour < 0);
}

// A name in common, or one of the two sentences names nobody.
bool Comparable::of_one_name(const FigureTelling& a, const FigureTelling& b) const {
  const std::vector<std::string> x = names_beside(tellings_.doc(a), a.sentence),
                                 y = names_beside(tellings_.doc(b), b.sentence);
  if (x.empty() || y.empty()) return true;
  return std::any_of(x.begin(), x.end(),
                     [&](const std::string& n) { return std::binary_search(y.begin(), y.end(), n); });
}

bool Comparable::gives(uint32_t report, double value) const {
  const IndexRange range = tellings_.of_report(report);
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (tellings_.figure(tellings_.all()[i]).value == value) return true;
  }
  return false;
}

}  // namespace dateline
