#include "extract/date_clock.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"

namespace dateline {
namespace {

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

size_t zone_at(FoundDate& found, const DatePieces& pieces, size_t i) {
  size_t at = i;
  if (pieces.mark_at(at, '(')) ++at;
  const DatePiece* p = pieces.get(at);
  if (p && p->kind == DatePiece::word) {
    const std::string name = ascii_lower(pieces.words(*p));
    for (const Zone& zone : kZones) {
      if (zone.name != name) continue;
      found.date.has_zone = true;
      found.date.zone_minutes = static_cast<int16_t>(zone.minutes);
      i = ++at;
      break;
    }
  }
  const DatePiece* sign = pieces.get(at);
  const DatePiece* hours = pieces.get(at + 1);
  if (sign && sign->kind == DatePiece::mark && (pieces.words(*sign)[0] == '+' || sign->mark_char == '-') && hours &&
      hours->kind == DatePiece::number && !hours->after_space &&
      (hours->size() == 2 || hours->size() == 4 || at > i - 1)) {
    int minutes = hours->size() == 4 ? hours->value / 100 * 60 + hours->value % 100 : hours->value * 60;
    size_t end = at + 2;
    if (hours->size() <= 2 && pieces.mark_at(end, ':') && pieces.get(end + 1) &&
        pieces[end + 1].kind == DatePiece::number && pieces[end + 1].size() == 2) {
      minutes += pieces[end + 1].value;
      end += 2;
    }
    if (hours->size() <= 4 && hours->size() != 3 && minutes <= 14 * 60) {
      found.date.has_zone = true;
      found.date.zone_minutes = static_cast<int16_t>(pieces.words(*sign)[0] == '+' ? minutes : -minutes);
      return end;
    }
  }
  return i;
}

// "am" or "pm", however it is written, and i past it; empty if neither follows.
std::string half_of_day(const DatePieces& pieces, size_t& i) {
  std::string half;
  for (size_t at = i; at < std::min(i + 3, pieces.size()); ++at) {
    const DatePiece& p = pieces[at];
    if (p.kind == DatePiece::mark && p.mark_char == '.') continue;
    if (p.kind != DatePiece::word || p.size() > 2) break;
    half += ascii_lower(pieces.words(p));
    if (half == "am" || half == "pm") {
      i = at + 1 + (p.size() == 1 && pieces.mark_at(at + 1, '.'));
      return half;
    }
    if (half != "a" && half != "p") break;
  }
  return {};
}

// Hour and minute at i, with am/pm, seconds and zone; returns the piece after them, or i if there is none.
size_t clock_at(FoundDate& found, const DatePieces& pieces, size_t i) {
  const DatePiece* h = pieces.get(i);
  if (!h || h->kind != DatePiece::number || h->size() > 2 || h->value > 23) return i;
  size_t end = i + 1;
  int hour = h->value, minute = -1, second = -1;
  const bool colon = pieces.mark_at(i + 1, ':') || pieces.mark_at(i + 1, '.');
  const bool french = !colon && pieces.get(i + 1) && (pieces.words(pieces[i + 1]) == "h");
  if (colon || french) {
    const DatePiece* m = pieces.get(i + 2);
    if (m && m->kind == DatePiece::number && m->size() == 2 && m->value < 60 && !m->after_space) {
      minute = m->value;
      end = i + 3;
      if (pieces.mark_at(i + 3, ':')) {
        const DatePiece* s = pieces.get(i + 4);
        if (s && s->kind == DatePiece::number && s->value < 61) second = s->value, end = i + 5;
        if (pieces.mark_at(end, '.') && pieces.get(end + 1) && pieces[end + 1].kind == DatePiece::number) end += 2;
      }
    }
  }
  size_t after = end;
  const std::string half = half_of_day(pieces, after);
  if (!half.empty()) {
    if (hour < 1 || hour > 12) return i;
    hour = hour % 12 + (half == "pm" ? 12 : 0);
    if (minute < 0) minute = 0;
    end = after;
  }
  if (minute < 0) return i;
  found.date.hour = static_cast<int8_t>(hour);
  found.date.minute = static_cast<int8_t>(minute);
  found.date.second = static_cast<int8_t>(second);
  return zone_at(found, pieces, end);
}

}  // namespace

bool add_clock_after(FoundDate& found, const DatePieces& pieces, size_t i) {
  for (int n = 0; n < 3 && i < pieces.size(); ++n, ++i) {
    const size_t end = clock_at(found, pieces, i);
    if (end > i) {
      found.span.end = pieces[end - 1].end;
      return true;
    }
    const DatePiece& p = pieces[i];
    const bool between =
        (p.kind == DatePiece::mark && (p.mark_char == ',' || p.mark_char == '-' || p.mark_char == '@' ||
                                       p.mark_char == '|' || p.mark_char == '?' || p.mark_char == '/')) ||
        (p.kind == DatePiece::word && (p.name == 0 || pieces.words(p)[0] == 'T'));
    if (!between) return false;
  }
  return false;
}

// "10:06 p.m. ET, Friday, Dec. 4, 2015"
void add_clock_before(FoundDate& found, const DatePieces& pieces, size_t i) {
  for (size_t back = 3; back <= 12 && back <= i; ++back) {
    FoundDate trial = found;
    const size_t start = i - back;
    const size_t end = clock_at(trial, pieces, start);
    if (end == start || end > i) continue;
    for (size_t j = end; j < i; ++j) {
      const DatePiece& p = pieces[j];
      if (p.kind == DatePiece::number || (p.kind == DatePiece::word && p.name < 0 && p.size() > 4)) return;
    }
    if (start > 0 && pieces[start - 1].kind == DatePiece::mark && pieces[start - 1].mark_char == ':') continue;
    found = trial;
    found.span.begin = pieces[start].begin;
    return;
  }
}

}  // namespace dateline
