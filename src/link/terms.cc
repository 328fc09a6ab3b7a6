#include "link/terms.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

#include "base/hash.h"
#include "base/sort_unique.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr std::string_view kTable = "link/background.tsv";

bool is_word_byte(char c) { return is_digit(c) || is_upper(c) || is_lower(c); }

// The length of an apostrophe at `at`, straight or curly; 0 if there is none.
size_t apostrophe(std::string_view text, size_t at) {
  if (at < text.size() && text[at] == '\'') return 1;
  return text.substr(at).starts_with("\xE2\x80\x99") ? 3 : 0;
}

// The length of the letter, digit or mark at `at`; 0 if something else stands there.
size_t word_part(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  if (!(static_cast<uint8_t>(text[at]) & 0x80)) return is_word_byte(text[at]) ? 1 : 0;
  size_t end = at;
  const char32_t c = next_code_point(text, end);
  return is_letter(c) || (c >= 0x300 && c < 0x370) ? end - at : 0;
}

// "cities" and "city", "talks" and "talk" count as one word; "gas", "crisis", "press" stay.
void strip_plural(std::string& word) {
  const size_t n = word.size();
  if (n < 5 || word[n - 1] != 's') return;
  const char before = word[n - 2];
  if (before == 's' || before == 'u' || before == 'i') return;
  if (word.ends_with("ies")) {
    word.replace(n - 3, 3, "y");
  } else {
    word.pop_back();
  }
}

}  // namespace

namespace detail {

bool WordReader::next(Word& word) {
  size_t part = 0;
  while (at_ < text_.size() && (part = word_part(text_, at_)) == 0) {
    ++at_;
    while (at_ < text_.size() && (static_cast<uint8_t>(text_[at_]) & 0xC0) == 0x80) ++at_;
  }
  if (at_ >= text_.size()) return false;
  word.begin = static_cast<uint32_t>(at_);
  bool ascii = true;
  buffer_.clear();
  size_t end = at_;
  while ((part = word_part(text_, end)) != 0) {
    ascii = ascii && part == 1;
    const size_t from = end;
    end += part;
    while (end < text_.size() && is_word_byte(text_[end])) ++end;  // most words are ASCII: at one go
    buffer_.append(text_.substr(from, end - from));
    const size_t mark = apostrophe(text_, end);
    if (mark == 0 || word_part(text_, end + mark) == 0) continue;
    if (buffer_.size() <= 2) {  // O'Brien, d'Estaing: one word
      end += mark;
      continue;
    }
    for (end += mark; (part = word_part(text_, end)) != 0;) end += part;  // the 's of a possessive, the 't of "don't"
    break;
  }
  at_ = end;
  size_t first = 0;
  word.capital = is_uppercase(next_code_point(buffer_, first));
  if (ascii) {
    for (char& c : buffer_) c = is_upper(c) ? static_cast<char>(c + 32) : c;
  } else {
    buffer_ = fold(buffer_);
  }
  strip_plural(buffer_);
  word.folded = buffer_;
  return true;
}

}  // namespace detail

uint32_t word_hash(std::string_view folded) { return static_cast<uint32_t>(hash64(folded)); }

Result<Background> Background::load(const Resources& resources, const Background* known) {
  if (known != nullptr) return *known;
  TRY(std::string_view text, resources.get(kTable));
  double documents = 0;
  // The head of the file is "# N documents …" and the header row.
  while (text.starts_with('#')) {
    if (text.starts_with("# documents ")) {
      const std::string_view number = text.substr(12, text.find('\n') - 12);
      std::from_chars(number.data(), number.data() + number.size(), documents);
    }
    text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  }
  if (documents < 2) return Error{ErrorCode::invalid_input, "no line '# documents N'", std::string(kTable)};
  text.remove_prefix(std::min(text.find('\n') + 1, text.size()));

  Background background;
  background.unseen_ = static_cast<float>(std::log(documents + 1));
  const auto rows = static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  const size_t size = std::bit_ceil(rows + rows / 2);
  std::vector<Slot> slots(size);
  std::vector<float> idf_of(1024, -1);  // by count: most words are rare
  while (!text.empty()) {
    const size_t tab = text.find('\t'), end = std::min(text.find('\n'), text.size());
    if (tab >= end) return Error{ErrorCode::invalid_input, "a row without a count", std::string(kTable)};
    uint32_t df = 0;
    std::from_chars(text.data() + tab + 1, text.data() + end, df);
    const uint32_t word = word_hash(text.substr(0, tab));
    size_t at = word & (size - 1);
    while (slots[at].word != 0) at = (at + 1) & (size - 1);
    const auto idf = [&] { return static_cast<float>(std::log((documents + 1) / (static_cast<double>(df) + 1))); };
    if (df < idf_of.size() && idf_of[df] < 0) idf_of[df] = idf();
    slots[at] = {word, df < idf_of.size() ? idf_of[df] : idf()};
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  background.slots_ = std::make_shared<const std::vector<Slot>>(std::move(slots));
  return background;
}

double Background::idf(uint32_t word) const {
  const Slot* slots = slots_->data();
  const size_t mask = slots_->size() - 1;
  for (size_t at = word & mask; slots[at].word != 0; at = (at + 1) & mask) {
    if (slots[at].word == word) return slots[at].idf;
  }
  return unseen_;
}

std::vector<SectionWords> see_words(const Document& doc) {
  std::vector<SectionWords> out;
  for (const Section& section : doc.sections) {
    if (section.kind != SectionKind::headline && section.kind != SectionKind::body) continue;
    SectionWords& seen = out.emplace_back();
    seen.kind = section.kind;
    const std::string_view text = section.span.of(doc.text);
    for_each_word(text, [&](const Word& word) {
      // A capital after a full stop, or in a headline, need not be a name's.
      size_t before = word.begin;
      while (before > 0 && !is_word_byte(text[before - 1]) && text[before - 1] != '.' && text[before - 1] != '\n')
        --before;
      const bool opens = before == 0 || !is_word_byte(text[before - 1]);
      seen.words.push_back({word_hash(word.folded), word.capital, word.capital && !opens});
    });
  }
  return out;
}

std::vector<WordCount> count_words(const Document& doc, const Background& background) {
  return count_words(see_words(doc), background);
}

std::vector<WordCount> count_words(const std::vector<SectionWords>& sections, const Background& background) {
  constexpr double kCommon = 0.7;
  std::vector<WordCount> seen;  // one per word in the text, joined below
  uint32_t body_words = 0;
  for (const SectionWords& section : sections) {
    const bool headline = section.kind == SectionKind::headline;
    for (const SeenWord& word : section.words) {
      WordCount count;
      count.hash = word.hash;
      count.names = word.name;
      count.headline = headline;
      count.body = !headline;
      count.lead = !headline && body_words < kLeadWords;
      body_words += !headline;
      count.idf = static_cast<float>(background.idf(count.hash));
      if (count.idf >= kCommon) seen.push_back(count);
    }
  }
  std::stable_sort(seen.begin(), seen.end(), [](const WordCount& a, const WordCount& b) { return a.hash < b.hash; });
  size_t n = 0;
  for (const WordCount& count : seen) {
    if (n > 0 && seen[n - 1].hash == count.hash) {
      WordCount& sum = seen[n - 1];
      sum.headline = static_cast<uint16_t>(sum.headline + count.headline);
      sum.lead = static_cast<uint16_t>(sum.lead + count.lead);
      sum.body = static_cast<uint16_t>(sum.body + count.body);
      sum.names = static_cast<uint16_t>(sum.names + count.names);
    } else {
      seen[n++] = count;
    }
  }
  seen.resize(n);
  return seen;
}

void normalise(TermVector& terms) {
  double sum = 0;
  for (const auto& [hash, weight] : terms) sum += static_cast<double>(weight) * weight;
  if (sum <= 0) return;
  const double scale = 1 / std::sqrt(sum);
  for (auto& [hash, weight] : terms) weight = static_cast<float>(weight * scale);
}

TermVector term_vector(const std::vector<WordCount>& counts) {
  TermVector terms;
  terms.reserve(counts.size());
  for (const WordCount& count : counts) {
    const double times = count.body + 3.0 * count.headline;
    terms.emplace_back(count.hash, static_cast<float>((1 + std::log(times)) * count.idf));
  }
  normalise(terms);
  return terms;
}

TermVector sentence_terms(std::string_view sentence, const Background& background) {
  TermVector terms;
  for_each_word(sentence, [&](const Word& word) {
    const uint32_t hash = word_hash(word.folded);
    if (const auto idf = static_cast<float>(background.idf(hash)); idf > 1) terms.emplace_back(hash, idf);
  });
  sort_unique(terms);
  normalise(terms);
  return terms;
}

double cosine(const TermVector& a, const TermVector& b) {
  double sum = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].first == b[j].first) {
      sum += static_cast<double>(a[i++].second) * b[j++].second;
    } else {
      ++(a[i].first < b[j].first ? i : j);
    }
  }
  return sum;
}

}  // namespace dateline
