#include <charconv>

#include <date/date.h>
#include <fmt/format.h>

#include "base/strings.h"
#include "dateline/edtf.h"

namespace dateline {

Day to_day(int year, int month, int day) {
  const date::sys_days days = date::year{year} / month / day;
  return days.time_since_epoch().count();
}

PartialDate from_day(Day day) {
  const date::year_month_day ymd{date::sys_days{date::days{day}}};
  PartialDate out;
  out.year = static_cast<int16_t>(static_cast<int>(ymd.year()));
  out.month = static_cast<int8_t>(static_cast<unsigned>(ymd.month()));
  out.day = static_cast<int8_t>(static_cast<unsigned>(ymd.day()));
  return out;
}

int weekday(Day day) { return ((day % 7) + 7 + 3) % 7; }  // 1970-01-01 was a Thursday

int days_in_month(int year, int month) {
  return static_cast<int>(static_cast<unsigned>((date::year{year} / month / date::last).day()));
}

bool valid_date(int year, int month, int day) { return (date::year{year} / month / day).ok(); }

Edtf single(PartialDate date) {
  Edtf out;
  out.form = EdtfForm::single;
  out.first = out.last = date;
  return out;
}

Edtf day_value(Day day) { return single(from_day(day)); }

Edtf interval(PartialDate first, PartialDate last) {
  Edtf out;
  out.form = EdtfForm::interval;
  out.first = first;
  out.last = last;
  return out;
}

Edtf one_of(DayRange days) {
  if (days.first == kOpenBegin && days.last == kOpenEnd) return {};
  if (days.first == days.last) return day_value(days.first);
  Edtf out;
  out.form = EdtfForm::one_of;
  out.open_begin = days.first == kOpenBegin;
  out.open_end = days.last == kOpenEnd;
  if (!out.open_begin) out.first = from_day(days.first);
  if (!out.open_end) out.last = from_day(days.last);
  if (days.bounded()) {
    PartialDate month{out.first.year, out.first.month};
    if (days_of(month) == days) return single(month);
    PartialDate year{out.first.year};
    if (days_of(year) == days) return single(year);
  }
  return out;
}

DayRange days_of(const PartialDate& d) {
  if (d.year == 0) return {};
  if (d.month == 0) return {to_day(d.year, 1, 1), to_day(d.year, 12, 31)};
  if (d.day == 0) return {to_day(d.year, d.month, 1), to_day(d.year, d.month, days_in_month(d.year, d.month))};
  const Day day = to_day(d.year, d.month, d.day);
  return {day, day};
}

DayRange days_of(const Edtf& value) {
  if (!value.known()) return {};
  return {value.open_begin ? kOpenBegin : days_of(value.first).first,
          value.open_end ? kOpenEnd : days_of(value.last).last};
}

std::string to_string(const PartialDate& d) {
  std::string out = fmt::format("{}{:04}", d.year < 0 ? "-" : "", std::abs(d.year));
  if (d.month > 0) out += fmt::format("-{:02}", d.month);
  if (d.day > 0) out += fmt::format("-{:02}", d.day);
  if (d.hour < 0) return out;
  out += fmt::format("T{:02}:{:02}:{:02}", d.hour, std::max<int>(d.minute, 0), std::max<int>(d.second, 0));
  if (!d.has_zone) return out;
  if (d.zone_minutes == 0) return out + "Z";
  const int minutes = std::abs(d.zone_minutes);
  return out + fmt::format("{}{:02}:{:02}", d.zone_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string to_string(const Edtf& v) {
  const std::string first = v.open_begin ? "" : to_string(v.first);
  const std::string last = v.open_end ? "" : to_string(v.last);
  const std::string mark = v.approximate ? "~" : "";
  switch (v.form) {
    case EdtfForm::unknown: return "";
    case EdtfForm::single: return first + mark;
    case EdtfForm::interval: return (v.open_begin ? ".." : first + mark) + "/" + (v.open_end ? ".." : last + mark);
    case EdtfForm::one_of: return "[" + first + ".." + last + "]";
  }
  return "";
}

namespace {

// Reads exactly n digits at the front of `text`, which it shortens; -1 if they are not there.
int digits(std::string_view& text, size_t n) {
  int value = -1;
  if (text.size() < n) return -1;
  const char* const last = text.data() + n;
  const auto [end, error] = std::from_chars(last - n, last, value);
  if (error != std::errc{} || end != last || value < 0) return -1;
  text.remove_prefix(n);
  return value;
}

bool skip(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// "Z", "+03:00", "-0500", " +0300"; nothing there is fine too.
bool read_zone(std::string_view& text, PartialDate& out) {
  while (skip(text, ' ')) {
  }
  if (text.empty()) return true;
  out.has_zone = true;
  if (skip(text, 'Z') || skip(text, 'z')) return true;
  const char sign = text.front();
  if (sign != '+' && sign != '-') return false;
  text.remove_prefix(1);
  const int hours = digits(text, 2);
  skip(text, ':');
  const int minutes = text.empty() ? 0 : digits(text, 2);
  if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59) return false;
  out.zone_minutes = static_cast<int16_t>((hours * 60 + minutes) * (sign == '-' ? -1 : 1));
  return true;
}

bool read_clock(std::string_view& text, PartialDate& out) {
  const int hour = digits(text, 2);
  skip(text, ':');
  const int minute = digits(text, 2);
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59) return false;
  out.hour = static_cast<int8_t>(hour);
  out.minute = static_cast<int8_t>(minute);
  out.second = 0;
  if (skip(text, ':')) {
    const int second = digits(text, 2);
    if (second < 0 || second > 60) return false;
    out.second = static_cast<int8_t>(second);
  }
  if (skip(text, '.') || skip(text, ',')) {
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
  }
  return read_zone(text, out);
}

std::optional<PartialDate> parse_partial(std::string_view text) {
  PartialDate out;
  const int year = digits(text, 4);
  if (year <= 0) return std::nullopt;
  out.year = static_cast<int16_t>(year);
  if (text.empty()) return out;
  const bool compact = text.front() != '-';
  if (!compact) text.remove_prefix(1);
  const int month = digits(text, 2);
  if (month < 1 || month > 12) return std::nullopt;
  out.month = static_cast<int8_t>(month);
  if (text.empty()) return compact ? std::nullopt : std::optional(out);
  if (!compact && !skip(text, '-')) return std::nullopt;
  const int day = digits(text, 2);
  if (day < 0 || !valid_date(year, month, day)) return std::nullopt;
  out.day = static_cast<int8_t>(day);
  if (text.empty()) return out;
  if (!skip(text, 'T') && !skip(text, 't') && !skip(text, ' ')) return std::nullopt;
  if (!read_clock(text, out) || !text.empty()) return std::nullopt;
  return out;
}

}  // namespace

std::optional<Edtf> parse_edtf(std::string_view text) {
  text = trim(text);
  Edtf out;
  if (text.starts_with('[') && text.ends_with(']')) {
    text = text.substr(1, text.size() - 2);
    const size_t dots = text.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    out.form = EdtfForm::one_of;
    const std::string_view first = text.substr(0, dots), last = text.substr(dots + 2);
    out.open_begin = first.empty();
    out.open_end = last.empty();
    auto a = parse_partial(first), b = parse_partial(last);
    if ((!a && !out.open_begin) || (!b && !out.open_end)) return std::nullopt;
    if (a) out.first = *a;
    if (b) out.last = *b;
    return out;
  }
  const size_t slash = text.find('/');
  std::string_view first = text.substr(0, slash),
                   last = slash == std::string_view::npos ? first : text.substr(slash + 1);
  out.form = slash == std::string_view::npos ? EdtfForm::single : EdtfForm::interval;
  for (std::string_view* part : {&first, &last}) {
    if (part->ends_with('~')) {
      out.approximate = true;
      part->remove_suffix(1);
    }
  }
  out.open_begin = out.form == EdtfForm::interval && first == "..";
  out.open_end = out.form == EdtfForm::interval && last == "..";
  auto a = parse_partial(first), b = parse_partial(last);
  if ((!a && !out.open_begin) || (!b && !out.open_end)) return std::nullopt;
  if (a) out.first = *a;
  if (b) out.last = *b;
  return out;
}

}  // namespace dateline
