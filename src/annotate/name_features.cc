#include "annotate/name_features.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "base/hash.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

enum Known : uint32_t {
  kFirst = 1,
  kSurname = 2,
  kPlace = 4,
  kBigPlace = 8,
  kDemonym = 16,
  kOrganisation = 32,
  kOrgWord = 64,
  kTitle = 128,
  kStop = 256,
  kWeak = 512,
  // Inside a longer name of the gazetteers: where it begins and goes on.
  kPlaceBegin = 1024,
  kPlaceIn = 2048,
  kOrgBegin = 4096,
  kOrgIn = 8192,
};

// Shapes: first letter's case, the rest, digits, what else is in it.
enum Shape : uint32_t {
  kLower = 1,
  kTitleCase = 2,
  kUpper = 3,
  kMixed = 4,
  kNumber = 5,
  kAlnum = 6,
  kInitial = 7,
  kOther = 8,
  kDotted = 9
};

uint64_t mix(uint64_t a, uint64_t b) {
  uint64_t x = (a ^ (b + 0x9E3779B97F4A7C15ull + (a << 6))) * 0xBF58476D1CE4E5B9ull;
  return x ^ (x >> 31);
}

uint32_t shape_of(std::string_view word) {
  int upper = 0, lower = 0, digit = 0, other = 0, dots = 0;
  bool first_upper = false;
  for (size_t at = 0, i = 0; at < word.size(); ++i) {
    const char32_t c = next_code_point(word, at);
    if (is_uppercase(c))
      ++upper, first_upper |= i == 0;
    else if (is_letter(c))
      ++lower;
    else if (c >= '0' && c <= '9')
      ++digit;
    else
      ++other, dots += c == '.';
  }
  uint32_t shape = kOther;
  if (upper + lower == 0)
    shape = digit > 0 ? kNumber : kOther;
  else if (digit > 0)
    shape = kAlnum;
  else if (upper > 0 && dots > 0)
    shape = upper == 1 ? kInitial : kDotted;
  else if (upper == 0)
    shape = kLower;
  else if (lower == 0)
    shape = upper == 1 ? kInitial : kUpper;
  else if (upper == 1 && first_upper)
    shape = kTitleCase;
  else
    shape = kMixed;
  return shape | (other > dots ? 16u : 0u);
}

bool capital_shape(uint32_t shape) {
  const uint32_t s = shape & 15;
  return s == kTitleCase || s == kUpper || s == kMixed || s == kInitial || s == kDotted;
}

}  // namespace

WordClasses WordClasses::over(std::string_view bytes) {
  WordClasses classes;
  classes.slots_ = bytes;
  classes.mask_ = bytes.empty() ? 0 : static_cast<uint32_t>(bytes.size() / 6 - 1);
  return classes;
}

uint16_t WordClasses::find(std::string_view lower) const {
  if (slots_.empty()) return 0;
  const uint64_t h = hash64(lower);
  for (uint32_t at = static_cast<uint32_t>(h) & mask_;; at = (at + 1) & mask_) {
    uint32_t check;
    uint16_t value;
    std::memcpy(&check, slots_.data() + size_t{at} * 6, 4);
    std::memcpy(&value, slots_.data() + size_t{at} * 6 + 4, 2);
    if (value == 0) return 0;
    if (check == static_cast<uint32_t>(h >> 32)) return value;
  }
}

std::vector<WordView> NameFeatures::look(const Document& doc) const {
  std::vector<WordView> words(doc.tokens.size());
  std::unordered_map<uint64_t, uint8_t> written;  // lower-case hash -> how this document writes it
  for (const Sentence& s : doc.sentences) {
    int letters = 0, capitals = 0, longer = 0, all_capitals = 0;
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      const std::string_view word = doc.words(doc.tokens[t]);
      WordView& v = words[t];
      v.shape = shape_of(word);
      const std::string lower = fold(word);
      v.lower = hash64(lower);
      v.prefix = hash64(std::string_view(lower).substr(0, 3), 1);
      v.suffix3 =
          hash64(lower.size() > 3 ? std::string_view(lower).substr(lower.size() - 3) : std::string_view(lower), 2);
      v.suffix2 =
          hash64(lower.size() > 2 ? std::string_view(lower).substr(lower.size() - 2) : std::string_view(lower), 3);
      const uint16_t found = classes_.find(lower);
      v.cluster = static_cast<uint16_t>(found == 0 ? 0 : ((found - 1) >> 3) + 1);
      v.capital_rate = static_cast<uint8_t>(found == 0 ? 0 : (found - 1) & 7);
      v.upos = static_cast<uint8_t>(doc.tokens[t].upos);
      v.xpos = static_cast<uint8_t>(doc.tokens[t].xpos);
      const uint32_t sh = v.shape & 15;
      if (sh == kLower || capital_shape(v.shape)) {
        ++letters;
        all_capitals += sh == kUpper || sh == kInitial || sh == kDotted;
        if (word.size() > 3) ++longer, capitals += capital_shape(v.shape);
      }
    }
    const bool shouted = letters >= 3 && all_capitals * 10 >= letters * 9;
    const bool titled = !shouted && longer > 3 && capitals * 10 > longer * 8;
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      WordView& v = words[t];
      if (shouted) v.shape |= 32;
      if (titled) v.shape |= 64;
      if (!shouted && !titled && t > s.tokens.begin) {
        const uint32_t sh = v.shape & 15;
        if (sh == kLower)
          written[v.lower] |= 1;
        else if (capital_shape(v.shape))
          written[v.lower] |= 2;
      }
    }
    look_up_names(doc, s, words);
  }
  for (WordView& v : words) {
    if (auto it = written.find(v.lower); it != written.end()) v.document = it->second;
  }
  return words;
}

void NameFeatures::look_up_names(const Document& doc, const Sentence& s, std::vector<WordView>& words) const {
  for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
    WordView& v = words[t];
    if (!capital_shape(v.shape)) continue;
    const std::string key = name_key(doc.words(doc.tokens[t]));
    if (key.empty()) continue;
    const NameLexicon::Person p = lexicon_.person(key);
    const NameLexicon::Known k = lexicon_.known(key);
    if (p.first) v.known |= kFirst;
    if (p.surname) v.known |= kSurname;
    if (k.place) v.known |= kPlace;
    if (k.big_place) v.known |= kBigPlace;
    if (k.demonym) v.known |= kDemonym;
    if (k.organisation) v.known |= kOrganisation;
    if (lexicon_.org_word(key)) v.known |= kOrgWord;
    if (lexicon_.titles.find(key)) v.known |= kTitle;
    if (std::binary_search(lexicon_.stop_words.begin(), lexicon_.stop_words.end(), key)) v.known |= kStop;
    if (std::binary_search(lexicon_.weak_words.begin(), lexicon_.weak_words.end(), key)) v.known |= kWeak;
    // Longer names of the gazetteers; the next word must be able to go on with one.
    if (t + 1 >= s.tokens.end || (v.known & kStop)) continue;
    const std::string_view next = doc.words(doc.tokens[t + 1]);
    if (!capital_shape(words[t + 1].shape) && next != "of" && next != "-" && next != "and") continue;
    for (uint32_t n = std::min(s.tokens.end - t, 5u); n > 1; --n) {
      if (!capital_shape(words[t + n - 1].shape)) continue;
      const Span span{doc.tokens[t].span.begin, doc.tokens[t + n - 1].span.end};
      if (span.size() > 48) continue;
      const NameLexicon::Known longer = lexicon_.known(name_key(doc.words(span)));
      if (!longer.place && !longer.organisation) continue;
      for (uint32_t i = 0; i < n; ++i) {
        if (longer.place) words[t + i].known |= i == 0 ? kPlaceBegin : kPlaceIn;
        if (longer.organisation) words[t + i].known |= i == 0 ? kOrgBegin : kOrgIn;
      }
      break;
    }
  }
}

bool NameFeatures::far_from_names(const std::vector<WordView>& words, const Sentence& s, uint32_t t) const {
  const uint32_t first = std::max(s.tokens.begin + 2, t) - 2, last = std::min(s.tokens.end - 1, t + 2);
  for (uint32_t i = first; i <= last; ++i) {
    if (words[i].shape != kLower) return false;
  }
  return words[s.tokens.begin].shape != kLower;
}

void NameFeatures::at(const std::vector<WordView>& words, const Sentence& s, uint32_t t, bool tags,
                      uint64_t* out) const {
  static const WordView kEdge = [] {
    WordView v;
    v.lower = 0x5EED, v.shape = 15;
    return v;
  }();
  auto view = [&](int d) -> const WordView& {
    const int64_t i = static_cast<int64_t>(t) + d;
    return i < s.tokens.begin || i >= s.tokens.end ? kEdge : words[static_cast<size_t>(i)];
  };
  const WordView &a = view(-2), &b = view(-1), &c = view(0), &d = view(1), &e = view(2);
  uint64_t id = 0;
  uint64_t* const begin = out;
  auto add = [&](uint64_t value) { *out++ = mix(++id * 0x100000001B3ull, value); };
  const uint64_t first = t == s.tokens.begin || (t == s.tokens.begin + 1 && (b.shape & 15) == kOther);
  // In a line of capitals or of title case the shape says something else.
  add(c.lower), add(b.lower), add(d.lower), add(a.lower), add(e.lower);
  add(mix(b.lower, c.lower)), add(mix(c.lower, d.lower)), add(mix(a.lower, b.lower)), add(mix(d.lower, e.lower));
  add(c.shape), add(b.shape), add(d.shape);
  add(c.shape << 1 | first), add(mix(b.shape, c.shape)), add(mix(c.shape, d.shape)),
      add(mix(mix(b.shape, c.shape), d.shape));
  add(mix(c.lower, c.shape));
  add(c.prefix), add(c.suffix3), add(c.suffix2), add(mix(c.suffix3, c.shape)), add(b.suffix3), add(d.suffix3);
  add(c.cluster), add(b.cluster), add(d.cluster), add(a.cluster), add(e.cluster), add(mix(b.cluster, c.cluster)),
      add(mix(c.cluster, d.cluster));
  add(mix(c.cluster, c.shape));
  add(c.known), add(b.known), add(d.known), add(mix(b.known, c.known)), add(mix(c.known, d.known)),
      add(mix(mix(b.known, c.known), d.known));
  add(mix(c.known, b.cluster)), add(mix(c.known, d.cluster));
  add(mix(c.capital_rate, c.shape << 1 | first)), add(mix(mix(c.capital_rate, c.shape), c.document));
  add(mix(c.known, c.capital_rate));
  if (tags && c.upos != 0) {
    add(mix(c.upos, c.xpos)), add(mix(b.upos, b.xpos)), add(mix(d.upos, d.xpos)), add(mix(mix(b.upos, c.upos), d.upos));
  }
  while (out < begin + kCount) *out++ = 0;
}

}  // namespace dateline
