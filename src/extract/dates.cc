#include "extract/dates.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/strings.h"
#include "base/table.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr int8_t kWeekday = 20;
constexpr size_t kMaxTokens = 400;  // a date stands near the start of what we are asked to read

struct Piece {
  enum Kind : uint8_t { number, word, mark } kind;
  uint32_t begin, end;
  int value = 0;       // of a number
  int8_t name = -1;    // of a word
  char mark_char = 0;  // of a mark
  bool after_space = false;
  uint32_t size() const { return end - begin; }
};

struct Zone {
  std::string_view name;
  int minutes;
};
// Abbreviations that mean one offset in nearly all news text. IST, BST (before 1972) and the like that name several
// are left out, and so is plain "ET", which shifts in summer.
constexpr std::array kZones = {
    Zone{"gmt", 0},    Zone{"utc", 0},    Zone{"z", 0},      Zone{"est", -300}, Zone{"edt", -240}, Zone{"cst", -360},
    Zone{"cdt", -300}, Zone{"mst", -420}, Zone{"mdt", -360}, Zone{"pst", -480}, Zone{"pdt", -420}, Zone{"bst", 60},
    Zone{"cet", 60},   Zone{"cest", 120}, Zone{"eet", 120},  Zone{"eest", 180}, Zone{"eat", 180},  Zone{"wat", 60},
    Zone{"cat", 120},  Zone{"sast", 120}, Zone{"msk", 180},  Zone{"jst", 540},  Zone{"kst", 540},  Zone{"hkt", 480},
    Zone{"aest", 600}, Zone{"aedt", 660}, Zone{"nzst", 720}, Zone{"nzdt", 780}};

int full_year(int value, uint32_t digits) {
  if (digits == 4) return value;
  if (digits == 2) return value < 70 ? 2000 + value : 1900 + value;
  return 0;
}

bool is_year(const Piece& p) { return p.kind == Piece::number && p.size() == 4 && p.value >= 1800 && p.value <= 2200; }

}  // namespace

// One reading of one text.
class DateScan {
 public:
  DateScan(const DateReader& reader, std::string_view text, NumericOrder order)
      : reader_(reader), text_(text), order_(order) {
    cut();
  }

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
    for (const Piece& p : pieces_) {
      if (found.span.begin <= p.begin && p.end <= found.span.end) continue;
      if (p.kind == Piece::mark) continue;
      if (p.kind == Piece::word && p.name >= 0) continue;
      return false;
    }
    return pieces_.size() < kMaxTokens;
  }

 private:
  const Piece* get(size_t i) const { return i < pieces_.size() ? &pieces_[i] : nullptr; }
  bool mark_at(size_t i, char c) const {
    return i < pieces_.size() && pieces_[i].kind == Piece::mark && pieces_[i].mark_char == c;
  }
  bool month_at(size_t i) const { return i < pieces_.size() && pieces_[i].name >= 1 && pieces_[i].name <= 12; }
  bool joining_at(size_t i) const { return i < pieces_.size() && pieces_[i].name == 0; }
  bool day_at(size_t i) const {
    const Piece* p = get(i);
    return p && p->kind == Piece::number && p->size() <= 2 && p->value >= 1 && p->value <= 31;
  }

  // Right after "+01:".
  bool after_zone_hour() const {
    const size_t n = pieces_.size();
    if (n < 3 || pieces_[n - 1].mark_char != ':' || pieces_[n - 2].size() != 2 || pieces_[n - 2].after_space)
      return false;
    return pieces_[n - 2].kind == Piece::number && pieces_[n - 3].kind == Piece::mark &&
           (pieces_[n - 3].mark_char == '+' || pieces_[n - 3].mark_char == '-');
  }

  void cut() {
    bool space = true;
    for (size_t at = 0; at < text_.size() && pieces_.size() < kMaxTokens;) {
      const size_t begin = at;
      const char c = text_[at];
      Piece p{Piece::mark, static_cast<uint32_t>(at), 0, 0, -1, c, space};
      space = false;
      if (is_digit(c)) {
        const size_t longest = after_zone_hour() ? 2 : text_.size();  // what is glued to a zone is another number
        while (at < text_.size() && is_digit(text_[at]) && at - begin < longest) ++at;
        p.kind = Piece::number;
        p.value = at - begin <= 8 ? std::atoi(std::string(text_.substr(begin, at - begin)).c_str()) : -1;
      } else {
        const char32_t first = next_code_point(text_, at);
        if (is_white_space(first)) {
          space = true;
          continue;
        }
        if (is_letter(first)) {
          while (at < text_.size()) {
            size_t next = at;
            if (!is_letter(next_code_point(text_, next))) break;
            at = next;
          }
          p.kind = Piece::word;
          p.name = reader_.value_of(fold(text_.substr(begin, at - begin)));
        } else if (first >= 128) {
          p.mark_char = first == U'–' || first == U'—' ? '-' : '?';
        }
      }
      p.end = static_cast<uint32_t>(at);
      pieces_.push_back(p);
    }
  }

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
      if (!clock_after(found, end)) clock_before(found, i);
    }
    return found;
  }

  // 2024-11-08, 2024/11/08, 2024.11.8
  std::optional<FoundDate> iso(size_t i) {
    const Piece* y = get(i);
    if (!y || !is_year(*y)) return std::nullopt;
    for (char sep : {'-', '/', '.'}) {
      if (!mark_at(i + 1, sep) || !mark_at(i + 3, sep)) continue;
      const Piece *m = get(i + 2), *d = get(i + 4);
      if (!m || !d || m->kind != Piece::number || d->kind != Piece::number || m->size() > 2 || d->size() > 2) continue;
      if (m->value < 1 || m->value > 12) continue;
      return made(y->value, m->value, d->value, i, i + 5);
    }
    return std::nullopt;
  }

  // 20241108, alone
  std::optional<FoundDate> packed(size_t i) {
    const Piece* p = get(i);
    if (!p || p->kind != Piece::number || p->size() != 8 || p->value < 19000101 || p->value > 22001231)
      return std::nullopt;
    const int month = p->value / 100 % 100, day = p->value % 100;
    if (month < 1 || month > 12 || day < 1) return std::nullopt;
    return made(p->value / 10000, month, day, i, i + 1);
  }

  // Past "st", ".", "of", "de" between a day and a month or a month and a year.
  size_t skip_joining(size_t i) const {
    for (int n = 0; n < 3 && i < pieces_.size(); ++n) {
      const Piece& p = pieces_[i];
      const bool passes = (p.kind == Piece::mark &&
                           (p.mark_char == '.' || p.mark_char == ',' || p.mark_char == '-' || p.mark_char == '/')) ||
                          (p.kind == Piece::word && p.name == 0);
      if (!passes) break;
      ++i;
    }
    return i;
  }

  // 8 November 2024, 8th of Nov., 2024, 8. März 2024, 8 de noviembre de 2024, 08-Nov-24
  std::optional<FoundDate> day_month(size_t i) {
    if (!day_at(i)) return std::nullopt;
    const size_t m = skip_joining(i + 1);
    if (!month_at(m)) return std::nullopt;
    const size_t y = skip_joining(m + 1);
    const Piece* year = get(y);
    if (year == nullptr || year->kind != Piece::number) return std::nullopt;
    if (is_year(*year)) return made(year->value, pieces_[m].name, pieces_[i].value, i, y + 1);
    const bool two_digits = year->size() == 2 && (mark_at(m + 1, '-') || mark_at(y - 1, '\'')) && !mark_at(y + 1, ':');
    if (!two_digits) return std::nullopt;
    return made(full_year(year->value, 2), pieces_[m].name, pieces_[i].value, i, y + 1);
  }

  // November 8, 2024; Nov. 8th 2024; November 2024
  std::optional<FoundDate> month_day(size_t i) {
    if (!month_at(i)) return std::nullopt;
    const int month = pieces_[i].name;
    size_t d = skip_joining(i + 1);
    if (const Piece* y = get(d); y && is_year(*y) && pieces_[i].size() > 2) return made(y->value, month, 0, i, d + 1);
    if (!day_at(d)) return std::nullopt;
    size_t y = skip_joining(d + 1);
    if (const Piece* year = get(y); year && is_year(*year)) return made(year->value, month, pieces_[d].value, i, y + 1);
    // "Nov 8, 10:06 PM EST 2024": the clock stands between
    for (size_t j = d + 1; j < std::min(d + 10, pieces_.size()); ++j) {
      const Piece& p = pieces_[j];
      if (p.kind == Piece::word && p.name < 0 && p.size() > 4) break;
      if (is_year(p) && mark_at(d + 2, ':')) return made(p.value, month, pieces_[d].value, i, j + 1);
    }
    return std::nullopt;
  }

  // 03/10/2024, 08.11.2024, 8-11-2024, 12/5/13
  std::optional<FoundDate> numeric(size_t i) {
    if (!day_at(i)) return std::nullopt;
    for (char sep : {'/', '.', '-'}) {
      if (!mark_at(i + 1, sep) || !mark_at(i + 3, sep) || !day_at(i + 2)) continue;
      const Piece* y = get(i + 4);
      if (!y || y->kind != Piece::number) continue;
      // "4. 2. 2022" is a date, "4 / 2 / 22" hardly ever.
      const bool spaced = sep == '.' && pieces_[i + 2].after_space && y->after_space && y->size() == 4;
      if (pieces_[i + 2].after_space && !spaced) continue;
      if (y->size() != 4 && (y->size() != 2 || mark_at(i + 5, ':') || sep == '-')) continue;
      if (i > 0 && !pieces_[i].after_space && pieces_[i - 1].kind == Piece::mark && pieces_[i - 1].mark_char == sep)
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
    const Piece* y = get(i);
    if (!y || !is_year(*y)) return std::nullopt;
    const Piece *m = get(i + 2), *d = get(i + 4), *day_sign = get(i + 5);
    auto sign = [&](size_t k, std::string_view a, std::string_view b) {
      const Piece* p = get(k);
      if (p == nullptr) return false;
      const std::string_view s = text_.substr(p->begin, p->size());
      return s.starts_with(a) || s.starts_with(b);
    };
    if (!m || !d || !day_sign || !sign(i + 1, "年", "년") || !sign(i + 3, "月", "월") || !sign(i + 5, "日", "일"))
      return std::nullopt;
    if (m->kind != Piece::number || d->kind != Piece::number || m->value < 1 || m->value > 12) return std::nullopt;
    return made(y->value, m->value, d->value, i, i + 6);
  }

  // A weekday's name in the three pieces before; 0 Monday, -1 none.
  int weekday_before(size_t i) const {
    for (size_t back = 1; back <= 3 && back <= i; ++back) {
      const Piece& p = pieces_[i - back];
      if (p.name > kWeekday) return p.name - kWeekday - 1;
      if (p.kind == Piece::number) break;
    }
    return -1;
  }

  void add_weekday_before(FoundDate& found, size_t i) const {
    for (size_t back = 1; back <= 2 && back <= i; ++back) {
      if (pieces_[i - back].name > kWeekday) found.span.begin = std::min(found.span.begin, pieces_[i - back].begin);
    }
  }

  // Hour and minute at i, with am/pm, seconds and zone; returns the piece after them, or i if there is none.
  size_t clock_at(FoundDate& found, size_t i) {
    const Piece* h = get(i);
    if (!h || h->kind != Piece::number || h->size() > 2 || h->value > 23) return i;
    size_t end = i + 1;
    int hour = h->value, minute = -1, second = -1;
    const bool colon = mark_at(i + 1, ':') || mark_at(i + 1, '.');
    const bool french = !colon && get(i + 1) && (text_.substr(pieces_[i + 1].begin, pieces_[i + 1].size()) == "h");
    if (colon || french) {
      const Piece* m = get(i + 2);
      if (m && m->kind == Piece::number && m->size() == 2 && m->value < 60 && !m->after_space) {
        minute = m->value;
        end = i + 3;
        if (mark_at(i + 3, ':')) {
          const Piece* s = get(i + 4);
          if (s && s->kind == Piece::number && s->value < 61) second = s->value, end = i + 5;
          if (mark_at(end, '.') && get(end + 1) && pieces_[end + 1].kind == Piece::number) end += 2;
        }
      }
    }
    std::string half;
    size_t after = end;
    for (int n = 0; n < 3 && after < pieces_.size(); ++n, ++after) {
      const Piece& p = pieces_[after];
      if (p.kind == Piece::mark && p.mark_char == '.') continue;
      if (p.kind != Piece::word || p.size() > 2) break;
      half += ascii_lower(text_.substr(p.begin, p.size()));
      if (half == "am" || half == "pm") {
        ++after;
        if (mark_at(after, '.') && p.size() == 1) ++after;
        break;
      }
      if (half != "a" && half != "p") break;
    }
    if (half == "am" || half == "pm") {
      if (hour < 1 || hour > 12) return i;
      hour = hour % 12 + (half == "pm" ? 12 : 0);
      if (minute < 0) minute = 0;
      end = after;
    }
    if (minute < 0) return i;
    found.date.hour = static_cast<int8_t>(hour);
    found.date.minute = static_cast<int8_t>(minute);
    found.date.second = static_cast<int8_t>(second);
    return zone_at(found, end);
  }

  size_t zone_at(FoundDate& found, size_t i) {
    size_t at = i;
    if (mark_at(at, '(')) ++at;
    const Piece* p = get(at);
    if (p && p->kind == Piece::word) {
      const std::string name = ascii_lower(text_.substr(p->begin, p->size()));
      for (const Zone& zone : kZones) {
        if (zone.name != name) continue;
        found.date.has_zone = true;
        found.date.zone_minutes = static_cast<int16_t>(zone.minutes);
        i = ++at;
        break;
      }
    }
    const Piece* sign = get(at);
    const Piece* hours = get(at + 1);
    if (sign && sign->kind == Piece::mark && (text_[sign->begin] == '+' || sign->mark_char == '-') && hours &&
        hours->kind == Piece::number && !hours->after_space &&
        (hours->size() == 2 || hours->size() == 4 || at > i - 1)) {
      int minutes = hours->size() == 4 ? hours->value / 100 * 60 + hours->value % 100 : hours->value * 60;
      size_t end = at + 2;
      if (hours->size() <= 2 && mark_at(end, ':') && get(end + 1) && pieces_[end + 1].kind == Piece::number &&
          pieces_[end + 1].size() == 2) {
        minutes += pieces_[end + 1].value;
        end += 2;
      }
      if (hours->size() <= 4 && hours->size() != 3 && minutes <= 14 * 60) {
        found.date.has_zone = true;
        found.date.zone_minutes = static_cast<int16_t>(text_[sign->begin] == '+' ? minutes : -minutes);
        return end;
      }
    }
    return i;
  }

  bool clock_after(FoundDate& found, size_t i) {
    for (int n = 0; n < 3 && i < pieces_.size(); ++n, ++i) {
      const size_t end = clock_at(found, i);
      if (end > i) {
        found.span.end = pieces_[end - 1].end;
        return true;
      }
      const Piece& p = pieces_[i];
      const bool between =
          (p.kind == Piece::mark && (p.mark_char == ',' || p.mark_char == '-' || p.mark_char == '@' ||
                                     p.mark_char == '|' || p.mark_char == '?' || p.mark_char == '/')) ||
          (p.kind == Piece::word && (p.name == 0 || text_[p.begin] == 'T'));
      if (!between) return false;
    }
    return false;
  }

  // "10:06 p.m. ET, Friday, Dec. 4, 2015"
  void clock_before(FoundDate& found, size_t i) {
    for (size_t back = 3; back <= 12 && back <= i; ++back) {
      FoundDate trial = found;
      const size_t start = i - back;
      const size_t end = clock_at(trial, start);
      if (end == start || end > i) continue;
      for (size_t j = end; j < i; ++j) {
        const Piece& p = pieces_[j];
        if (p.kind == Piece::number || (p.kind == Piece::word && p.name < 0 && p.size() > 4)) return;
      }
      if (start > 0 && pieces_[start - 1].kind == Piece::mark && pieces_[start - 1].mark_char == ':') continue;
      found = trial;
      found.span.begin = pieces_[start].begin;
      return;
    }
  }

  const DateReader& reader_;
  std::string_view text_;
  NumericOrder order_;
  std::vector<Piece> pieces_;
};

Result<DateReader> DateReader::load(const Resources& resources) {
  TRY(Table table, Table::load(resources, "extract/months.tsv"));
  TRY(size_t value, table.column("value"));
  TRY(size_t words, table.column("words"));
  DateReader reader;
  for (size_t row = 0; row < table.rows(); ++row) {
    const int number = std::atoi(std::string(table.cell(row, value)).c_str());
    for (std::string_view word : variants(table.cell(row, words))) {
      reader.names_.push_back({fold(word), static_cast<int8_t>(number)});
    }
  }
  std::sort(reader.names_.begin(), reader.names_.end(), [](const Name& a, const Name& b) { return a.word < b.word; });
  return reader;
}

int8_t DateReader::value_of(std::string_view word) const {
  auto found = std::lower_bound(names_.begin(), names_.end(), word,
                                [](const Name& n, std::string_view w) { return n.word < w; });
  return found != names_.end() && found->word == word ? found->value : int8_t{-1};
}

std::optional<FoundDate> DateReader::find(std::string_view text, NumericOrder order) const {
  if (std::none_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  return DateScan(*this, text, order).first();
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
  DateScan scan(*this, text, NumericOrder::unknown);
  auto found = scan.first();
  return found && scan.only(*found);
}

}  // namespace dateline
