#include "annotate/name_features.h"

#include <algorithm>
#include <cstring>

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

namespace {

// What is known of a word without its place in the document; each way of writing is looked at once.
struct Form {
  std::string_view word;
  WordView view;
  uint32_t lower_id = 0;  // the same for all forms that differ in capitals alone
  bool looked_up = false, nameless = false, goes_on = false;
};

// The forms of one document.
class Forms {
 public:
  explicit Forms(size_t tokens) {
    size_t size = 64;
    while (size < tokens * 2) size *= 2;
    slots_.assign(size, 0);
    lower_slots_.assign(size, 0);
  }
  // Its place in all(); `fresh` where it is met for the first time, with the word alone filled in.
  uint32_t add(std::string_view word, bool& fresh) {
    size_t at = hash64(word) & (slots_.size() - 1);
    for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
      if (all_[slots_[at] - 1].word == word) return slots_[at] - 1;
    }
    all_.emplace_back();
    all_.back().word = word;
    slots_[at] = static_cast<uint32_t>(all_.size());
    fresh = true;
    return slots_[at] - 1;
  }
  // A number for the hash of a form in small letters.
  uint32_t lower_id(uint64_t lower) {
    size_t at = lower & (lower_slots_.size() - 1);
    for (; lower_slots_[at] != 0; at = (at + 1) & (lower_slots_.size() - 1)) {
      if (lowers_[lower_slots_[at] - 1] == lower) return lower_slots_[at] - 1;
    }
    lowers_.push_back(lower);
    lower_slots_[at] = static_cast<uint32_t>(lowers_.size());
    return lower_slots_[at] - 1;
  }
  Form& operator[](uint32_t form) { return all_[form]; }
  size_t lowers() const { return lowers_.size(); }

 private:
  std::vector<Form> all_;
  std::vector<uint64_t> lowers_;
  std::vector<uint32_t> slots_, lower_slots_;  // counted from 1; 0: free
};

void fill(Form& form, const NameLexicon& lexicon, const WordClasses& classes) {
  const std::string lower = fold(form.word);
  const std::string_view low = lower;
  WordView& v = form.view;
  v.shape = shape_of(form.word);
  v.lower = hash64(low);
  v.prefix = hash64(low.substr(0, 3), 1);
  v.suffix3 = hash64(low.size() > 3 ? low.substr(low.size() - 3) : low, 2);
  v.suffix2 = hash64(low.size() > 2 ? low.substr(low.size() - 2) : low, 3);
  const uint16_t found = classes.find(low);
  v.cluster = static_cast<uint16_t>(found == 0 ? 0 : ((found - 1) >> 3) + 1);
  v.capital_rate = static_cast<uint8_t>(found == 0 ? 0 : (found - 1) & 7);
  v.joins = std::binary_search(lexicon.particles.begin(), lexicon.particles.end(), low);
}

// Whether a hyphen, without spaces, stands before or after token t.
bool hyphenated(const Document& doc, const Sentence& s, uint32_t t) {
  const auto hyphen = [&](uint32_t i) { return doc.text[doc.tokens[i].span.begin] == '-'; };
  const auto touch = [&](uint32_t i) { return doc.tokens[i].span.end == doc.tokens[i + 1].span.begin; };
  return (t > s.tokens.begin && touch(t - 1) && hyphen(t - 1)) || (t + 1 < s.tokens.end && touch(t) && hyphen(t + 1));
}

// How a line is written: in capitals, like a title, or as usual.
enum class Manner { usual, shouted, titled };

Manner manner_of(const Document& doc, const Sentence& s, const std::vector<WordView>& words) {
  int letters = 0, capitals = 0, longer = 0, all_capitals = 0;
  for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
    const bool capital = capital_shape(words[t].shape);
    const uint32_t shape = words[t].shape & 15;
    if (shape != kLower && !capital) continue;
    ++letters;
    all_capitals += shape == kUpper || shape == kInitial || shape == kDotted;
    if (doc.tokens[t].span.size() > 3) ++longer, capitals += capital;
  }
  if (letters >= 3 && all_capitals * 10 >= letters * 9) return Manner::shouted;
  return longer > 3 && capitals * 10 > longer * 8 ? Manner::titled : Manner::usual;
}

// What the gazetteers say of a word with a capital.
void look_up(Form& form, const NameLexicon& lexicon) {
  form.looked_up = true;
  const std::string key = name_key(form.word);
  form.nameless = key.empty();
  if (form.nameless) return;
  const NameLexicon::Person p = lexicon.person(key);
  const NameLexicon::Known k = lexicon.known(key);
  uint32_t& known = form.view.known;
  if (p.first) known |= kFirst;
  if (p.surname) known |= kSurname;
  if (k.place) known |= kPlace;
  if (k.big_place) known |= kBigPlace;
  if (k.demonym) known |= kDemonym;
  if (k.organisation) known |= kOrganisation;
  if (lexicon.org_word(key)) known |= kOrgWord;
  if (lexicon.titles.find(key)) known |= kTitle;
  if (std::binary_search(lexicon.stop_words.begin(), lexicon.stop_words.end(), key)) known |= kStop;
  if (std::binary_search(lexicon.weak_words.begin(), lexicon.weak_words.end(), key)) known |= kWeak;
  form.goes_on = lexicon.may_go_on(key);
}

// Longer names of the gazetteers that begin at token t.
void look_up_longer(const Document& doc, const Sentence& s, uint32_t t, const NameLexicon& lexicon,
                    std::vector<WordView>& words) {
  for (uint32_t n = std::min(s.tokens.end - t, 5u); n > 1; --n) {
    if (!capital_shape(words[t + n - 1].shape)) continue;
    const Span span{doc.tokens[t].span.begin, doc.tokens[t + n - 1].span.end};
    if (span.size() > 48) continue;
    const NameLexicon::Known longer = lexicon.known(name_key(doc.words(span)));
    if (!longer.place && !longer.organisation) continue;
    for (uint32_t i = 0; i < n; ++i) {
      if (longer.place) words[t + i].known |= i == 0 ? kPlaceBegin : kPlaceIn;
      if (longer.organisation) words[t + i].known |= i == 0 ? kOrgBegin : kOrgIn;
    }
    break;
  }
}

// Whether a longer name of the gazetteers may begin with this word and go on with the next.
bool may_go_on(const Form& form, const Document& doc, const Sentence& s, uint32_t t,
               const std::vector<WordView>& words) {
  if (t + 1 >= s.tokens.end || form.nameless || (form.view.known & kStop)) return false;
  const bool glued = doc.tokens[t].span.end == doc.tokens[t + 1].span.begin;
  if (!form.goes_on && !glued) return false;
  if (capital_shape(words[t + 1].shape)) return true;
  const std::string_view next = doc.words(doc.tokens[t + 1]);
  return next == "of" || next == "-" || next == "and";
}

}  // namespace

std::vector<WordView> NameFeatures::look(const Document& doc) const {
  std::vector<WordView> words(doc.tokens.size());
  std::vector<uint32_t> form_of(doc.tokens.size(), 0);
  Forms forms(doc.tokens.size());
  for (const Sentence& s : doc.sentences) {
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      bool fresh = false;
      form_of[t] = forms.add(doc.words(doc.tokens[t]), fresh);
      Form& form = forms[form_of[t]];
      if (fresh) fill(form, lexicon_, classes_), form.lower_id = forms.lower_id(form.view.lower);
      words[t] = form.view;
      words[t].upos = static_cast<uint8_t>(doc.tokens[t].upos);
      words[t].xpos = static_cast<uint8_t>(doc.tokens[t].xpos);
    }
  }
  std::vector<uint8_t> written(forms.lowers(), 0);  // how this document writes a word
  for (const Sentence& s : doc.sentences) {
    const Manner manner = manner_of(doc, s, words);
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      WordView& v = words[t];
      Form& form = forms[form_of[t]];
      const bool capital = capital_shape(v.shape);
      v.joins = v.joins || hyphenated(doc, s, t);
      if (manner == Manner::usual && t > s.tokens.begin)
        written[form.lower_id] |= (v.shape & 15) == kLower ? 1 : capital ? 2 : 0;
      if (manner == Manner::shouted) v.shape |= 32;
      if (manner == Manner::titled) v.shape |= 64;
      if (!capital) continue;
      if (!form.looked_up) look_up(form, lexicon_);
      v.known |= form.view.known;
      if (may_go_on(form, doc, s, t, words)) look_up_longer(doc, s, t, lexicon_, words);
    }
  }
  for (const Sentence& s : doc.sentences) {
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) words[t].document = written[forms[form_of[t]].lower_id];
  }
  return words;
}

bool NameFeatures::in_no_name(const std::vector<WordView>& words, const Sentence& s, uint32_t t) const {
  return words[t].shape == kLower && !words[t].joins && words[s.tokens.begin].shape != kLower;
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
