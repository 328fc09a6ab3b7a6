#include "text/person_name.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

bool is_suffix(std::string_view part) {
  return part == "jr" || part == "sr" || part == "ii" || part == "iii" || part == "iv";
}

// Short forms that share no spelling with the long one, or too little of it. Each row: forms of one name.
constexpr std::array<std::string_view, 34> kShortForms = {"joe joseph",
                                                          "bill william will billy",
                                                          "bob robert rob bobby",
                                                          "jim james jimmy",
                                                          "tom thomas",
                                                          "mike michael mick",
                                                          "dick richard rick rich",
                                                          "tony anthony",
                                                          "ben benjamin bibi benny",
                                                          "dan daniel danny",
                                                          "dave david",
                                                          "ed edward ted eddie",
                                                          "steve steven stephen",
                                                          "chris christopher",
                                                          "matt matthew",
                                                          "andy andrew",
                                                          "nick nicholas",
                                                          "greg gregory",
                                                          "jeff jeffrey geoffrey",
                                                          "ken kenneth",
                                                          "ron ronald",
                                                          "don donald",
                                                          "sam samuel",
                                                          "alex alexander",
                                                          "fred frederick",
                                                          "kate katherine kathy cathy catherine",
                                                          "liz elizabeth beth betty",
                                                          "sue susan",
                                                          "jen jennifer",
                                                          "debbie deborah",
                                                          "mohammed muhammad mohamed mohammad muhammed mohamad",
                                                          "yusuf youssef yousef yousuf",
                                                          "hussein husain hussain husayn",
                                                          "charles charlie chuck"};

// The rows that a name stands in, a bit each.
uint64_t rows_of(std::string_view name) {
  static_assert(kShortForms.size() <= 64);
  static const auto kRows = [] {
    std::unordered_map<std::string_view, uint64_t> rows;
    for (size_t r = 0; r < kShortForms.size(); ++r) {
      for (std::string_view form : split(kShortForms[r], ' ')) rows[form] |= uint64_t{1} << r;
    }
    return rows;
  }();
  const auto at = kRows.find(name);
  return at == kRows.end() ? 0 : at->second;
}

bool short_forms(std::string_view a, std::string_view b) { return (rows_of(a) & rows_of(b)) != 0; }

}  // namespace

PersonName parse_person(std::string_view name) {
  PersonName out;
  const std::string folded = fold(name);
  std::string joined;  // "Ki - moon" -> "ki-moon"
  for (size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] == '\'' || folded[i] == ',') continue;
    if (is_space(folded[i]) &&
        (i + 1 >= folded.size() || folded[i + 1] == '-' || (!joined.empty() && joined.back() == '-')))
      continue;
    joined += is_space(folded[i]) ? ' ' : folded[i];
  }
  for (std::string_view word : split(joined, ' ')) {
    std::string part;
    for (char c : word) {
      if (c != '.') part += c;
    }
    for (std::string_view article : {"al-", "el-", "ash-", "an-", "ar-", "as-", "ad-"}) {
      if (part.starts_with(article) && part.size() > article.size() + 1) part.erase(0, article.size());
    }
    if (part.empty() || part == "al" || part == "el") continue;
    if (!out.parts.empty() && is_suffix(part))
      out.suffix = part;
    else if (!out.parts.empty() && (part.size() == 1 || (word.size() > part.size() && part.size() == 2)))
      out.initials += part;
    else
      out.parts.push_back(std::move(part));
  }
  if (out.parts.empty()) out.parts.emplace_back();
  return out;
}

std::string skeleton(std::string_view part) {
  if (part.size() <= 3) return std::string(part);
  std::string out;
  for (size_t i = 0; i < part.size(); ++i) {
    char c = part[i];
    if (c == 'h' && i > 0 && std::string_view("tkgdbs").find(part[i - 1]) != std::string_view::npos &&
        part[i - 1] != 's')
      continue;
    if (c == 'c' && i + 1 < part.size() && part[i + 1] == 'k') continue;
    if (c == '-') continue;
    if (c == 'q')
      c = 'k';
    else if (c == 'c' && (i + 1 >= part.size() || part[i + 1] != 'h'))
      c = 'k';
    else if (c == 'y' || c == 'e')
      c = 'i';
    else if (c == 'o')
      c = 'u';
    else if (c == 'z')
      c = 's';
    if (!out.empty() && out.back() == c) continue;
    out += c;
  }
  return out;
}

bool within_one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return a.substr(a.size() == b.size() && i < a.size() ? i + 1 : i) == b.substr(std::min(i + 1, b.size()));
}

bool same_first_name(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.empty() || b.empty()) return false;
  if (a.size() == 1 || b.size() == 1) return a[0] == b[0];
  return skeleton(a) == skeleton(b) || short_forms(a, b);
}

bool has_first_surname(const PersonName& doubled, const PersonName& name) {
  const std::vector<std::string>& all = doubled.parts;
  if (all.size() < 3 || name.parts.size() != all.size() - 1 || !name.full()) return false;
  return same_first_name(all.front(), name.parts.front()) && skeleton(all[all.size() - 2]) == skeleton(name.last());
}

std::string run_together(const PersonName& name) {
  std::string out;
  for (const std::string& part : name.parts) {
    for (char c : part) {
      if (c != '-') out += c;
    }
  }
  return out;
}

std::string first_name_key(std::string_view first_name) {
  static const auto kChief = [] {
    std::unordered_map<std::string, std::string> chief;  // by the sound of each form: that of its row's first
    for (std::string_view row : kShortForms) {
      const std::string first = skeleton(row.substr(0, row.find(' ')));
      for (std::string_view form : split(row, ' ')) chief.emplace(skeleton(form), first);
    }
    return chief;
  }();
  std::string sound = skeleton(first_name);
  const auto at = kChief.find(sound);
  return at == kChief.end() ? sound : at->second;
}

// "Syed Raheel Farook" is not Syed Rizwan Farook; where one gives more names than the other, nothing is told.
bool middle_names_agree(const PersonName& a, const PersonName& b) {
  if (a.parts.size() != b.parts.size()) return true;
  for (size_t i = 1; i + 1 < a.parts.size(); ++i) {
    if (!same_first_name(a.parts[i], b.parts[i]) && !within_one_edit(a.parts[i], b.parts[i])) return false;
  }
  return true;
}

bool same_person_name(const PersonName& a, const PersonName& b) {
  const PersonName& less = a.parts.size() <= b.parts.size() ? a : b;
  const PersonName& more = a.parts.size() <= b.parts.size() ? b : a;
  if (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix) return false;
  if (!less.full()) return skeleton(less.last()) == skeleton(more.last()) || less.last() == more.parts.front();
  if (!a.initials.empty() && !b.initials.empty() && !a.initials.starts_with(b.initials) &&
      !b.initials.starts_with(a.initials))
    return false;
  if (has_first_surname(more, less)) return true;
  if (a.parts.front() == b.parts.front() && run_together(a) == run_together(b)) return true;
  if (skeleton(a.last()) != skeleton(b.last()) || !middle_names_agree(a, b)) return false;
  // "Abu Zuhri" is the end of "Sami Abu Zuhri", and "Javad Zarif" of "Mohammad Javed Zarif".
  auto alike = [](const std::string& x, const std::string& y) {
    return x == y || (x.size() > 4 && within_one_edit(x, y));
  };
  if (less.parts.size() < more.parts.size() &&
      std::equal(less.parts.rbegin(), less.parts.rend(), more.parts.rbegin(), alike))
    return true;
  return same_first_name(a.parts.front(), b.parts.front());
}

}  // namespace dateline
