// A text cut into what dates are made of: numbers, words that dates may hold, and marks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// Names in dates, from resources/extract/months.tsv: months 1 to 12, weekdays as kWeekday + 1 (Monday) to 7, and
// joining words ("of", "de") as 0.
class DateNames {
 public:
  static constexpr int8_t kWeekday = 20;

  void add(std::string word, int8_t value) { names_.push_back({std::move(word), value}); }
  void sort();
  int8_t value_of(std::string_view folded) const;  // -1: it is none of them

 private:
  struct Name {
    std::string word;
    int8_t value;
  };
  std::vector<Name> names_;  // sorted by word
};

struct DatePiece {
  enum Kind : uint8_t { number, word, mark } kind;
  uint32_t begin, end;
  int value = 0;       // of a number; -1: too long for one
  int8_t name = -1;    // of a word
  char mark_char = 0;  // of a mark; dashes are '-', others beyond ASCII '?'
  bool after_space = false;

  uint32_t size() const { return end - begin; }
  bool is_year() const { return kind == number && size() == 4 && value >= 1800 && value <= 2200; }
};

class DatePieces {
 public:
  static constexpr size_t kMost = 400;  // a date stands near the start of what we are asked to read

  // The text outlives the pieces.
  DatePieces(std::string_view text, const DateNames& names);

  size_t size() const { return pieces_.size(); }
  const DatePiece& operator[](size_t i) const { return pieces_[i]; }
  auto begin() const { return pieces_.begin(); }
  auto end() const { return pieces_.end(); }
  std::string_view words(const DatePiece& piece) const { return text_.substr(piece.begin, piece.size()); }

  const DatePiece* get(size_t i) const { return i < pieces_.size() ? &pieces_[i] : nullptr; }
  bool mark_at(size_t i, char c) const;
  bool month_at(size_t i) const;
  bool day_at(size_t i) const;

 private:
  bool after_zone_hour() const;

  std::string_view text_;
  std::vector<DatePiece> pieces_;
};

}  // namespace dateline
