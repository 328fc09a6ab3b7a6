#include "text/headline_case.h"

#include <algorithm>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kShortest = 3;   // of the capitals that count: "Die", not "To"
constexpr size_t kLongSmall = 6;  // of the small words that speak against it: "from" and "after" are small in many
constexpr int kFewestWords = 3;

// Hashes of words by how the running text writes them inside a sentence.
struct Written {
  std::vector<uint32_t> small, capital;

  void sort() {
    std::sort(small.begin(), small.end());
    std::sort(capital.begin(), capital.end());
  }
};

size_t count(const std::vector<uint32_t>& sorted, uint32_t word) {
  const auto range = std::equal_range(sorted.begin(), sorted.end(), word);
  return static_cast<size_t>(range.second - range.first);
}

bool in_title_case(const Document& doc, const std::vector<WordForm>& forms, IndexRange tokens) {
  int capital = 0, small = 0;
  for (uint32_t t = tokens.begin + 1; t < tokens.end; ++t) {
    const size_t size = doc.tokens[t].span.size();
    capital += size >= kShortest && forms[t].shape == Shape::capital;
    small += size >= kLongSmall && forms[t].shape == Shape::lower;
  }
  return capital >= kFewestWords && capital >= 4 * small;
}

Written read_body(const Document& doc, const std::vector<WordForm>& forms) {
  Written out;
  for (const Sentence& sentence : doc.sentences) {
    if (doc.section_of(sentence).kind != SectionKind::body || in_title_case(doc, forms, sentence.tokens)) continue;
    for (uint32_t t = sentence.tokens.begin + 1; t < sentence.tokens.end; ++t) {
      const std::string_view before = doc.words(doc.tokens[t - 1]);
      if (forms[t].shape == Shape::lower)
        out.small.push_back(forms[t].lower);
      else if (forms[t].shape == Shape::capital && before != "“" && before != "\"" && before != ":")
        out.capital.push_back(forms[t].lower);
    }
  }
  out.sort();
  return out;
}

}  // namespace

Result<HeadlineCase> HeadlineCase::load(const Resources& resources) {
  HeadlineCase out;
  TRY(out.people_, SortedTable::load(resources, "names/people.tsv"));
  TRY(out.places_, SortedTable::load(resources, "names/places.tsv"));
  return out;
}

// Of words that the text below does not hold: a place, or a person by two names. "Close" is a surname, too.
bool HeadlineCase::is_name(const Document& doc, IndexRange sentence, uint32_t t) const {
  const auto person = [&](uint32_t at) {
    if (at < sentence.begin || at >= sentence.end || doc.tokens[at].span.size() < kShortest) return false;
    return people_.contains(name_key(doc.words(doc.tokens[at])));
  };
  if (places_.contains(name_key(doc.words(doc.tokens[t])))) return true;
  return person(t) && (person(t + 1) || (t > 0 && person(t - 1)));
}

void HeadlineCase::lower(const Document& doc, const WordClusters& clusters, std::vector<WordForm>& forms) const {
  Written body;
  bool read = false;
  for (const Sentence& sentence : doc.sentences) {
    if (doc.section_of(sentence).kind != SectionKind::headline || sentence.tokens.empty()) continue;
    if (!in_title_case(doc, forms, sentence.tokens)) continue;
    if (!read) body = read_body(doc, forms);
    read = true;
    for (uint32_t t = sentence.tokens.begin + 1; t < sentence.tokens.end; ++t) {
      if (forms[t].shape != Shape::capital) continue;
      const std::string_view word = doc.words(doc.tokens[t]);
      const size_t small = count(body.small, forms[t].lower), capital = count(body.capital, forms[t].lower);
      const bool name = small + capital > 0 ? capital >= small : is_name(doc, sentence.tokens, t);
      if (!name) forms[t] = clusters.form(ascii_lower(word));
    }
  }
}

}  // namespace dateline
