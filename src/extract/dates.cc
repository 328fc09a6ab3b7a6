#include "extract/dates.h"

#include <algorithm>
#include <cstdlib>

#include "base/strings.h"
#include "base/table.h"
#include "extract/date_clock.h"
#include "text/utf8.h"

namespace dateline {
namespace {

int full_year(int value, uint32_t digits) {
  if (digits == 4) return value;
  if (digits == 2) return value < 70 ? 2000 + value : 1900 + value;
  return 0;
}

// One reading of one text.
class DateScan {
 public:
  DateScan(const DateNames& names, std::string_view text, NumericOrder order) : pieces_(text, names), order_(order) {}

  std::optional<FoundDate> first() {
    for (size_t i = 0; i < pieces_.size(); ++i) {
      if (auto found = at(i)) {
        add_weekday_before(*found, i);
        return found;
      }
    }
    return std::nullopt;
  }

  // Whether all pieces but joining words and marks lie inside the date.
  bool only(const FoundDate& found) const {
    for (const DatePiece& p : pieces_) {
      if (found.span.begin <= p.begin && p.end <= found.span.end) continue;
      if (p.kind == DatePiece::mark) continue;
      if (p.kind == DatePiece::word && p.name >= 0) continue;
      return false;
    }
    return pieces_.size() < DatePieces::kMost;
  }

 private:
  std::optional<FoundDate> at(size_t i) {
    if (auto d = iso(i)) return d;
    if (auto d = packed(i)) return d;
    if (auto d = day_month(i)) return d;
    if (auto d = month_day(i)) return d;
    if (auto d = numeric(i)) return d;
    return east_asian(i);
  }

  std::optional<FoundDate> made(int year, int month, int day, size_t i, size_t end, bool open = false) {
    if (year < 1800 || year > 2200) return std::nullopt;
    if (month != 0 && day != 0 && !valid_date(year, month, day)) return std::nullopt;
    FoundDate found;
    found.date.year = static_cast<int16_t>(year);
    found.date.month = static_cast<int8_t>(month);
    found.date.day = static_cast<int8_t>(day);
    found.order_open = open;
    found.span = {pieces_[i].begin, pieces_[end - 1].end};
    if (day != 0 && !open) {
      if (!add_clock_after(found, pieces_, end)) add_clock_before(found, pieces_, i);
    }
    return found;
  }

  // 2024-11-08, 2024/11/08, 2024.11.8
  std::optional<FoundDate> iso(size_t i) {
    const DatePiece* y = pieces_.get(i);
    if (!y || !y->is_year()) return std::nullopt;
    for (char sep : {'-', '/', '.'}) {
      if (!pieces_.mark_at(i + 1, sep) || !pieces_.mark_at(i + 3, sep)) continue;
      const DatePiece *m = pieces_.get(i + 2), *d = pieces_.get(i + 4);
      if (!m || !d || m->kind != DatePiece::number || d->kind != DatePiece::number || m->size() > 2 || d->size() > 2)
        continue;
      if (m->value < 1 || m->value > 12) continue;
      return made(y->value, m->value, d->value, i, i + 5);
    }
    return std::nullopt;
  }

  // 20241108, alone
  std::optional<FoundDate> packed(size_t i) {
    const DatePiece* p = pieces_.get(i);
    if (!p || p->kind != DatePiece::number || p->size() != 8 || p->value < 19000101 || p->value > 22001231)
      return std::nullopt;
    const int month = p->value / 100 % 100, day = p->value % 100;
    if (month < 1 || month > 12 || day < 1) return std::nullopt;
    return made(p->value / 10000, month, day, i, i + 1);
  }

  // Past "st", ".", "of", "de" between a day and a month or a month and a year.
  size_t skip_joining(size_t i) const {
    for (int n = 0; n < 3 && i < pieces_.size(); ++n) {
      const DatePiece& p = pieces_[i];
      const bool passes = (p.kind == DatePiece::mark &&
                           (p.mark_char == '.' || p.mark_char == ',' || p.mark_char == '-' || p.mark_char == '/')) ||
                          (p.kind == DatePiece::word && p.name == 0);
      if (!passes) break;
      ++i;
    }
    return i;
  }

  // 8 November 2024, 8th of Nov., 2024, 8. März 2024, 8 de noviembre de 2024, 08-Nov-24
  std::optional<FoundDate> day_month(size_t i) {
    if (!pieces_.day_at(i)) return std::nullopt;
    const size_t m = skip_joining(i + 1);
    if (!pieces_.month_at(m)) return std::nullopt;
    const size_t y = skip_joining(m + 1);
    const DatePiece* year = pieces_.get(y);
    if (year == nullptr || year->kind != DatePiece::number) return std::nullopt;
    if (year->is_year()) return made(year->value, pieces_[m].name, pieces_[i].value, i, y + 1);
    const bool two_digits = year->size() == 2 && (pieces_.mark_at(m + 1, '-') || pieces_.mark_at(y - 1, '\'')) &&
                            !pieces_.mark_at(y + 1, ':');
    if (!two_digits) return std::nullopt;
    return made(full_year(year->value, 2), pieces_[m].name, pieces_[i].value, i, y + 1);
  }

  // November 8, 2024; Nov. 8th 2024; November 2024
  std::optional<FoundDate> month_day(size_t i) {
    if (!pieces_.month_at(i)) return std::nullopt;
    const int month = pieces_[i].name;
    size_t d = skip_joining(i + 1);
    if (const DatePiece* y = pieces_.get(d); y && y->is_year() && pieces_[i].size() > 2)
      return made(y->value, month, 0, i, d + 1);
    if (!pieces_.day_at(d)) return std::nullopt;
    size_t y = skip_joining(d + 1);
    if (const DatePiece* year = pieces_.get(y); year && year->is_year())
      return made(year->value, month, pieces_[d].value, i, y + 1);
    // "Nov 8, 10:06 PM EST 2024": the clock stands between
    for (size_t j = d + 1; j < std::min(d + 10, pieces_.size()); ++j) {
      const DatePiece& p = pieces_[j];
      if (p.kind == DatePiece::word && p.name < 0 && p.size() > 4) break;
      if (p.is_year() && pieces_.mark_at(d + 2, ':')) return made(p.value, month, pieces_[d].value, i, j + 1);
    }
    return std::nullopt;
  }

  // 03/10/2024, 08.11.2024, 8-11-2024, 12/5/13
  std::optional<FoundDate> numeric(size_t i) {
    if (!pieces_.day_at(i)) return std::nullopt;
    for (char sep : {'/', '.', '-'}) {
      if (!pieces_.mark_at(i + 1, sep) || !pieces_.mark_at(i + 3, sep) || !pieces_.day_at(i + 2)) continue;
      const DatePiece* y = pieces_.get(i + 4);
      if (!y || y->kind != DatePiece::number) continue;
      // "4. 2. 2022" is a date, "4 / 2 / 22" hardly ever.
      const bool spaced = sep == '.' && pieces_[i + 2].after_space && y->after_space && y->size() == 4;
      if (pieces_[i + 2].after_space && !spaced) continue;
      if (y->size() != 4 && (y->size() != 2 || pieces_.mark_at(i + 5, ':') || sep == '-')) continue;
      if (i > 0 && !pieces_[i].after_space && pieces_[i - 1].kind == DatePiece::mark && pieces_[i - 1].mark_char == sep)
        continue;
      const int a = pieces_[i].value, b = pieces_[i + 2].value, year = full_year(y->value, y->size());
      if (a > 12 && b <= 12) return made(year, b, a, i, i + 5);
      if (b > 12 && a <= 12) return made(year, a, b, i, i + 5);
      if (a > 12) return std::nullopt;
      if (a == b || sep == '.') return made(year, b, a, i, i + 5);
      const int named = weekday_before(i);
      if (named >= 0) {
        const bool month_first = weekday(to_day(year, a, b)) == named, day_first = weekday(to_day(year, b, a)) == named;
        if (month_first != day_first) return month_first ? made(year, a, b, i, i + 5) : made(year, b, a, i, i + 5);
      }
      if (order_ == NumericOrder::month_first) return made(year, a, b, i, i + 5);
      if (order_ == NumericOrder::day_first) return made(year, b, a, i, i + 5);
      return made(year, 0, 0, i, i + 5, /*open=*/true);
    }
    return std::nullopt;
  }

  // 2024年11月8日, 2024년 11월 8일
  std::optional<FoundDate> east_asian(size_t i) {
    const DatePiece* y = pieces_.get(i);
    if (!y || !y->is_year()) return std::nullopt;
    const DatePiece *m = pieces_.get(i + 2), *d = pieces_.get(i + 4), *day_sign = pieces_.get(i + 5);
    auto sign = [&](size_t k, std::string_view a, std::string_view b) {
      const DatePiece* p = pieces_.get(k);
      if (p == nullptr) return false;
      const std::string_view s = pieces_.words(*p);
      return s.starts_with(a) || s.starts_with(b);
    };
    if (!m || !d || !day_sign || !sign(i + 1, "年", "년") || !sign(i + 3, "月", "월") || !sign(i + 5, "日", "일"))
      return std::nullopt;
    if (m->kind != DatePiece::number || d->kind != DatePiece::number || m->value < 1 || m->value > 12)
      return std::nullopt;
    return made(y->value, m->value, d->value, i, i + 6);
  }

  // A weekday's name in the three pieces before; 0 Monday, -1 none.
  int weekday_before(size_t i) const {
    for (size_t back = 1; back <= 3 && back <= i; ++back) {
      const DatePiece& p = pieces_[i - back];
      if (p.name > DateNames::kWeekday) return p.name - DateNames::kWeekday - 1;
      if (p.kind == DatePiece::number) break;
    }
    return -1;
  }

  void add_weekday_before(FoundDate& found, size_t i) const {
    for (size_t back = 1; back <= 2 && back <= i; ++back) {
      if (pieces_[i - back].name > DateNames::kWeekday)
        found.span.begin = std::min(found.span.begin, pieces_[i - back].begin);
    }
  }

  DatePieces pieces_;
  NumericOrder order_;
};

}  // namespace

Result<DateReader> DateReader::load(const Resources& resources) {
  TRY(Table table, Table::load(resources, "extract/months.tsv"));
  TRY(size_t value, table.column("value"));
  TRY(size_t words, table.column("words"));
  DateReader reader;
  for (size_t row = 0; row < table.rows(); ++row) {
    const int number = std::atoi(std::string(table.cell(row, value)).c_str());
    for (std::string_view word : variants(table.cell(row, words))) {
      reader.names_.add(fold(word), static_cast<int8_t>(number));
    }
  }
  reader.names_.sort();
  return reader;
}

std::optional<FoundDate> DateReader::find(std::string_view text, NumericOrder order) const {
  if (std::none_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  return DateScan(names_, text, order).first();
}

NumericOrder DateReader::order_in(std::string_view text) const {
  for (size_t at = 0; at + 8 <= text.size(); ++at) {
    if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1]))) continue;
    const std::string_view rest = text.substr(at, 10);
    const size_t slash = rest.find('/');
    if (slash > 2) continue;
    const size_t second = rest.find('/', slash + 1);
    if (second == std::string_view::npos || second - slash > 3 || second - slash < 2) continue;
    const int a = std::atoi(std::string(rest.substr(0, slash)).c_str());
    const int b = std::atoi(std::string(rest.substr(slash + 1, second - slash - 1)).c_str());
    if (a > 12 && a <= 31 && b >= 1 && b <= 12) return NumericOrder::day_first;
    if (b > 12 && b <= 31 && a >= 1 && a <= 12) return NumericOrder::month_first;
  }
  return NumericOrder::unknown;
}

bool DateReader::is_only_date(std::string_view text) const {
  if (text.size() > 120 || std::none_of(text.begin(), text.end(), is_digit)) return false;
  DateScan scan(names_, text, NumericOrder::unknown);
  auto found = scan.first();
  return found && scan.only(*found);
}

}  // namespace dateline
