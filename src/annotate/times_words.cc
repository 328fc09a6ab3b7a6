#include "annotate/times_words.h"

#include <algorithm>
#include <charconv>

#include "annotate/times_meaning.h"
#include "base/strings.h"
#include "base/table.h"

namespace dateline::times {
namespace {

// Classes of numbers, told by their shape; words may belong to them too ("eighth" to day, "two" to n).
constexpr std::array<std::string_view, kNumberClasses> kNumbers = {
    "n",       "day",      "monthno", "hour",  "minute",   "year", "yy", "ordinal",
    "decades", "decades2", "decimal", "clock", "hundreds", "qno",  "hno"};
enum NumberBit : uint64_t {
  kN = 1,
  kDay = 2,
  kMonthNo = 4,
  kHour = 8,
  kMinute = 16,
  kYear = 32,
  kYy = 64,
  kOrdinal = 128,
  kDecades = 256,
  kDecades2 = 512,
  kDecimal = 1024,
  kClock = 2048,
  kHundreds = 4096,
  kQuarterNo = 8192,
  kHalfNo = 16384
};

constexpr size_t kLongestWord = 16;

// Letters in lower case, and all bytes of code points beyond ASCII; 0 for anything else.
constexpr std::array<char, 256> kLetters = [] {
  std::array<char, 256> out{};
  for (int c = 'a'; c <= 'z'; ++c) out[c] = static_cast<char>(c);
  for (int c = 'A'; c <= 'Z'; ++c) out[c] = static_cast<char>(c - 'A' + 'a');
  for (int c = 128; c < 256; ++c) out[c] = static_cast<char>(c);
  return out;
}();

char letter(char c) { return kLetters[static_cast<uint8_t>(c)]; }

constexpr uint32_t kHashBegin = 2166136261u;  // FNV-1a

uint32_t hash_on(uint32_t h, char c) { return (h ^ static_cast<uint8_t>(c)) * 16777619u; }

uint32_t hash_word(std::string_view lower) {
  uint32_t h = kHashBegin;
  for (char c : lower) h = hash_on(h, c);
  return h;
}

// Signs beyond ASCII that stand for an ASCII one: dashes, quotation marks, no-break space. 0 if it is none.
char plain_sign(std::string_view text, uint32_t at, uint32_t& size) {
  const auto byte = [&](uint32_t i) { return at + i < text.size() ? static_cast<uint8_t>(text[at + i]) : 0; };
  if (byte(0) == 0xC2 && byte(1) == 0xA0) return size = 2, ' ';
  if (byte(0) != 0xE2 || byte(1) != 0x80) return 0;
  size = 3;
  switch (byte(2)) {
    case 0x90:
    case 0x91:
    case 0x92:
    case 0x93:
    case 0x94: return '-';
    case 0x98:
    case 0x99: return '\'';
    case 0x9C:
    case 0x9D: return '"';
    case 0xAF: return ' ';
    default: return 0;
  }
}

// Whether the digits at `at` are followed by a point and more digits: "5.11.2024" is no decimal number.
bool dotted(std::string_view text, uint32_t at, uint32_t end) {
  while (at < end && is_digit(text[at])) ++at;
  return at + 1 < end && text[at] == '.' && is_digit(text[at + 1]);
}

}  // namespace

bool Words::is_number_class(ClassId which) { return which < kNumberClasses; }

ClassId Words::class_named(std::string_view name) const {
  auto found = std::find(class_names_.begin(), class_names_.end(), name);
  return found == class_names_.end() ? kNoClass : static_cast<ClassId>(found - class_names_.begin());
}

ClassId Words::add_class(std::string_view name) {
  if (ClassId known = class_named(name); known != kNoClass) return known;
  class_names_.emplace_back(name);
  return static_cast<ClassId>(class_names_.size() - 1);
}

void Words::grow() {
  slots_.assign(std::max<size_t>(2048, slots_.size() * 2), 0);
  for (size_t id = 1; id < spelling_.size(); ++id) {
    size_t slot = slot_of(hash_word(spelling_[id]));
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<WordId>(id);
  }
}

WordId Words::find(std::string_view lower) const { return slots_.empty() ? 0 : find(lower, hash_word(lower)); }

WordId Words::find(std::string_view lower, uint32_t hash) const {
  size_t slot = slot_of(hash);
  while (slots_[slot] != 0 && spelling_[slots_[slot]] != lower) slot = (slot + 1) & (slots_.size() - 1);
  return slots_[slot];
}

WordId Words::add(std::string_view lower) {
  if (WordId known = find(lower); known != 0) return known;
  spelling_.emplace_back(lower);
  classes_.push_back(0);
  lower_classes_.push_back(0);
  senses_.emplace_back();
  if (slots_.size() < spelling_.size() * 4) {
    grow();
  } else {
    size_t slot = slot_of(hash_word(lower));
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<WordId>(spelling_.size() - 1);
  }
  return static_cast<WordId>(spelling_.size() - 1);
}

Status Words::load(const Resources& resources, std::string_view name) {
  for (std::string_view number : kNumbers) add_class(number);
  TRY(Table table, Table::load(resources, name));
  TRY(const size_t group, table.column("class"));
  TRY(const size_t words, table.column("words"));
  TRY(const size_t value, table.column("value"));
  TRY(const size_t capital, table.column("capital"));
  for (size_t row = 0; row < table.rows(); ++row) {
    const auto fail = [&](const char* why) {
      return Error{ErrorCode::invalid_input, why, std::string(name) + ":" + std::to_string(table.line(row))};
    };
    const std::string_view cls = table.cell(row, group), text = table.cell(row, value);
    const ClassId id = add_class(cls);
    if (id >= kNoClass) return fail("more than 64 classes of words");
    // A number, or a name that one of the fields knows: "week", "MO", "START", "SP".
    std::optional<int16_t> number = value_named(Field::unit, text.empty() ? "0" : text);
    for (Field field : {Field::part, Field::mod, Field::season}) {
      if (!number) number = value_named(field, text);
    }
    if (!number) return fail("no such value for this class");
    for (std::string_view word : variants(table.cell(row, words))) {
      if (word.size() > kLongestWord) return fail("a word of more than 16 letters");
      const WordId w = add(word);
      classes_[w] |= uint64_t{1} << id;
      if (table.cell(row, capital) != "yes") lower_classes_[w] |= uint64_t{1} << id;
      senses_[w].push_back({w, id, *number});
    }
  }
  return kDone;
}

int Words::value(const Lexeme& lexeme, ClassId which) const {
  if (lexeme.number) return lexeme.value;
  for (const Sense& sense : senses_[lexeme.word]) {
    if (sense.which == which) return sense.value;
  }
  return 0;
}

// A number from its first digit: "12", "1,200", "2.5", "3rd", "1980s".
// Numbers that a rule may name as such ("11th").
constexpr uint32_t kLongestNumber = 4;

Lexeme Words::read_number(std::string_view text, uint32_t& at, uint32_t end) const {
  Lexeme out;
  out.number = true;
  const uint32_t begin = at;
  int64_t value = 0;
  const auto digits = [&] {
    while (at < end && is_digit(text[at])) value = std::min<int64_t>(value * 10 + (text[at++] - '0'), 1'000'000'000);
  };
  digits();
  const uint32_t size = at - begin;
  bool grouped = false;
  while (size <= 3 && at + 3 < end && text[at] == ',' && is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
         is_digit(text[at + 3]) && (at + 4 >= end || !is_digit(text[at + 4]))) {
    ++at;
    digits();
    grouped = true;
  }
  out.value = static_cast<int32_t>(value);
  const bool after_point = begin > 1 && text[begin - 1] == '.' && is_digit(text[begin - 2]);
  if (at + 1 < end && text[at] == '.' && is_digit(text[at + 1]) && !after_point && !dotted(text, at + 1, end)) {
    const uint32_t point = at++;
    int64_t whole = value;
    value = 0;
    digits();
    const uint32_t places = at - point - 1;
    out.classes = kDecimal;
    if (places == 1) out.value = static_cast<int32_t>(std::min<int64_t>(whole, 3000) * 10 + value);
    if (places == 2 && size <= 2 && whole <= 24 && value < 60)
      out.classes = kClock, out.value = static_cast<int32_t>(whole * 100 + value);
    if (places > 2 || (places == 1 && whole > 3000)) out.classes = 0;
    return out;
  }
  char suffix[3] = {at < end ? letter(text[at]) : '\0', at + 1 < end ? letter(text[at + 1]) : '\0',
                    at + 2 < end ? letter(text[at + 2]) : '\0'};
  if (suffix[0] == 's' && !suffix[1] && value % 10 == 0 && !grouped && (size == 4 || size == 2)) {
    out.classes = size == 2 ? kDecades2 : value % 100 == 0 && value < 2000 ? kHundreds : kDecades;
    ++at;
  } else if (suffix[0] && suffix[1] && !suffix[2] && !grouped) {
    const std::string_view two(suffix, 2);
    if (two == "st" || two == "nd" || two == "rd" || two == "th") {
      out.classes = kOrdinal | (value >= 1 && value <= 31 ? static_cast<uint64_t>(kDay) : 0);
      at += 2;
    }
  }
  if (out.classes != 0) return out;
  out.classes = kN;
  if (grouped) return out;
  if (size <= 2 && value >= 1 && value <= 31) out.classes |= kDay;
  if (size <= 2 && value >= 1 && value <= 12) out.classes |= kMonthNo;
  if (size <= 2 && value <= 24) out.classes |= kHour;
  if (size == 2 && value < 60) out.classes |= kMinute;
  if (size == 2) out.classes |= kYy;
  if (size == 4 && value >= 1000 && value < 2200) out.classes |= kYear;
  if (size == 4 && value <= 2400 && value % 100 < 60) out.classes |= kClock;
  if (size == 1 && value >= 1 && value <= 4) out.classes |= kQuarterNo;
  if (size == 1 && value >= 1 && value <= 2) out.classes |= kHalfNo;
  return out;
}

void Words::lex(std::string_view text, Span span, const std::vector<Sentence>& sentences,
                std::vector<Lexeme>& out) const {
  uint32_t at = span.begin;
  auto sentence = std::lower_bound(sentences.begin(), sentences.end(), at,
                                   [](const Sentence& s, uint32_t b) { return s.span.begin < b; });
  bool space = true, line = true;
  char buffer[kLongestWord];
  while (at < span.end) {
    const char c = text[at];
    if (is_space(c)) {
      line |= c == '\n';
      space = true;
      ++at;
      continue;
    }
    const uint32_t begin = at;
    uint32_t size = 1;
    const char sign = static_cast<uint8_t>(c) >= 128 ? plain_sign(text, at, size) : '\0';
    if (sign == ' ') {
      at += size;
      space = true;
      continue;
    }
    Lexeme& lexeme = out.emplace_back();
    if (is_digit(c)) {
      lexeme = read_number(text, at, span.end);
      if (at - begin <= kLongestNumber) lexeme.word = find(text.substr(begin, at - begin));
    } else if (sign != 0) {
      buffer[0] = sign;
      at += size;
      lexeme.word = find({buffer, 1});
    } else if (letter(c)) {
      size_t n = 0;
      uint32_t hash = kHashBegin;
      lexeme.capital = is_upper(c);
      for (char l; at < span.end && (l = letter(text[at])) != 0; ++at, ++n) {
        if (static_cast<uint8_t>(l) >= 128 && plain_sign(text, at, size) != 0) break;
        if (n >= kLongestWord) continue;
        buffer[n] = l;
        hash = hash_on(hash, l);
      }
      if (n <= kLongestWord) lexeme.word = find({buffer, n}, hash);
      lexeme.classes = lexeme.capital ? classes_[lexeme.word] : lower_classes_[lexeme.word];
    } else {
      buffer[0] = c;
      ++at;
      lexeme.word = find({buffer, 1});
      lexeme.classes = classes_[lexeme.word];
    }
    lexeme.span = {begin, at};
    lexeme.space_before = space;
    if (line) {
      while (sentence != sentences.end() && sentence->span.begin < begin) ++sentence;
      lexeme.barrier = out.size() == 1 || (sentence != sentences.end() && sentence->span.begin == begin);
    }
    space = line = false;
  }
}

}  // namespace dateline::times
