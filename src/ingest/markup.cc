#include "ingest/markup.h"

#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "base/strings.h"
#include "dateline/edtf.h"
#include "text/utf8.h"

namespace dateline {
namespace {

struct NamedEntity {
  std::string_view name;
  char32_t code;
};

// Those of XML and the few that titles really have.
constexpr NamedEntity kEntities[] = {{"amp", '&'},     {"lt", '<'},     {"gt", '>'},     {"quot", '"'},
                                     {"apos", '\''},   {"nbsp", ' '},   {"ndash", U'–'}, {"mdash", U'—'},
                                     {"lsquo", U'‘'},  {"rsquo", U'’'}, {"ldquo", U'“'}, {"rdquo", U'”'},
                                     {"hellip", U'…'}, {"eacute", U'é'}};

// The code point of "&…;" without its ends; 0 if unknown.
char32_t entity(std::string_view name) {
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const bool hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    uint32_t code = 0;
    auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
    return error == std::errc{} && end == name.data() + name.size() && code < 0x110000 ? code : 0;
  }
  for (const NamedEntity& e : kEntities) {
    if (e.name == name) return e.code;
  }
  return 0;
}

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

struct NamedZone {
  std::string_view name, offset;
};
constexpr NamedZone kZones[] = {{"gmt", "Z"},      {"ut", "Z"},       {"utc", "Z"},      {"z", "Z"},
                                {"est", "-05:00"}, {"edt", "-04:00"}, {"cst", "-06:00"}, {"cdt", "-05:00"},
                                {"mst", "-07:00"}, {"mdt", "-06:00"}, {"pst", "-08:00"}, {"pdt", "-07:00"},
                                {"bst", "+01:00"}, {"cet", "+01:00"}, {"cest", "+02:00"}};

std::optional<int> number(std::string_view text) {
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

int month_of(std::string_view word) {
  const std::string lower = ascii_lower(word.substr(0, 3));
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == lower) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::string zone_of(std::string_view word) {
  const std::string lower = ascii_lower(word);
  for (const NamedZone& z : kZones) {
    if (z.name == lower) return std::string(z.offset);
  }
  if ((word.starts_with('+') || word.starts_with('-')) && word.size() == 5)
    return std::string(word.substr(0, 3)) + ":" + std::string(word.substr(3));
  return {};
}

// RFC 822 and its looser kin: [weekday,] day month year [clock [zone]], or month day, year.
std::string iso_of_words(std::string_view text) {
  int day = 0, month = 0, year = 0;
  std::string clock, zone;
  std::string spaced(text);
  for (char& c : spaced) {
    if (c == ',') c = ' ';
  }
  for (std::string_view word : split(spaced, ' ')) {
    if (word.empty()) continue;
    const auto value = number(word);
    if (value && day == 0 && *value >= 1 && *value <= 31)
      day = *value;
    else if (value && year == 0 && *value > 31)
      year = *value;
    else if (value && year == 0 && day != 0 && word.size() == 2)
      year = *value + (*value < 70 ? 2000 : 1900);
    else if (word.find(':') != std::string_view::npos && clock.empty())
      clock = word;
    else if (month == 0 && month_of(word) > 0)
      month = month_of(word);
    else if (!clock.empty() && zone.empty())
      zone = zone_of(word);
  }
  if (year > 0 && year < 100) year += year < 70 ? 2000 : 1900;
  if (day == 0 || month == 0 || year == 0 || year > 9999 || !valid_date(year, month, day)) return {};
  PartialDate date;
  date.year = static_cast<int16_t>(year);
  date.month = static_cast<int8_t>(month);
  date.day = static_cast<int8_t>(day);
  const std::string iso = to_string(date);
  if (clock.empty()) return iso;
  if (clock.size() == 4) clock.insert(0, "0");
  const std::string with_clock = iso + "T" + clock + zone;
  return parse_edtf(with_clock) ? with_clock : iso;
}

}  // namespace

std::string plain_text(std::string_view markup) {
  std::string out;
  for (size_t i = 0; i < markup.size(); ++i) {
    const char c = markup[i];
    if (c == '<') {
      const size_t end = markup.find('>', i);
      if (end != std::string_view::npos) {
        i = end;
        continue;
      }
    }
    if (c == '&') {
      const size_t end = markup.find(';', i);
      const char32_t code =
          end != std::string_view::npos && end - i < 12 ? entity(markup.substr(i + 1, end - i - 1)) : 0;
      if (code != 0) {
        append_code_point(out, code);
        i = end;
        continue;
      }
    }
    out += c;
  }
  return std::string(trim(out));
}

bool has_markup(std::string_view text) {
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    const char next = ascii_lower(text.substr(i + 1, 1))[0];
    if (text[i] == '<' && (is_lower(next) || next == '/' || next == '!')) return true;
    if (text[i] == '&' && (is_lower(next) || next == '#') && text.substr(i, 10).find(';') != std::string_view::npos)
      return true;
  }
  return false;
}

std::string iso_date(std::string_view text) {
  text = trim(text);
  if (text.empty()) return {};
  if (parse_edtf(text)) return std::string(text);
  return iso_of_words(text);
}

}  // namespace dateline
