#include "link/origin.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dateline {
namespace {

struct Agency {
  std::string_view name;  // as printed in full, in lower case
  std::string_view mark;  // as printed in a dateline, case kept
  std::string_view known_as;
};

constexpr std::array kAgencies = {
    Agency{"associated press", "AP", "AP"},
    Agency{"reuters", "Reuters", "Reuters"},
    Agency{"agence france-presse", "AFP", "AFP"},
    Agency{"xinhua", "Xinhua", "Xinhua"},
    Agency{"united press international", "UPI", "UPI"},
    Agency{"press association", "PA", "PA"},
    Agency{"deutsche presse-agentur", "dpa", "dpa"},
    Agency{"canadian press", "CP", "CP"},
    Agency{"press trust of india", "PTI", "PTI"},
    Agency{"anadolu agency", "AA", "AA"},
    Agency{"kyodo", "Kyodo", "Kyodo"},
    Agency{"interfax", "Interfax", "Interfax"},
    Agency{"tass", "TASS", "TASS"},
    Agency{"efe", "EFE", "EFE"},
    Agency{"ansa", "ANSA", "ANSA"},
    Agency{"yonhap", "Yonhap", "Yonhap"},
};

constexpr size_t kHead = 400, kTail = 400;  // bytes in which a credit stands

// Whether the word stands in the text with no letter beside it.
bool has_word(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    auto letter = [&](size_t i) {
      return i < text.size() && (is_upper(text[i]) || is_lower(text[i]) || is_digit(text[i]));
    };
    if (!(at > 0 && letter(at - 1)) && !letter(at + word.size())) return true;
  }
  return false;
}

// "(AP)", "(Reuters)", "AP —", "Reuters/" in the first lines; "… contributed" or a bare signature in the last.
bool credits(std::string_view head, std::string_view tail, std::string_view byline, const Agency& agency) {
  const std::string mark(agency.mark);
  if (head.find("(" + mark + ")") != std::string_view::npos || head.find(mark + " —") != std::string_view::npos ||
      head.find(mark + " -") != std::string_view::npos) {
    return true;
  }
  if (has_word(byline, mark) || has_word(ascii_lower(byline), agency.name)) return true;
  const std::string low = ascii_lower(tail);
  const bool contributed = low.find("contributed") != std::string::npos || low.find("copyright") != std::string::npos;
  if (contributed && (has_word(low, agency.name) || has_word(tail, mark))) return true;
  const std::string_view end = trim(tail);
  return end.ends_with("(" + mark + ")") || end.ends_with("— " + mark) || end.ends_with("- " + mark) ||
         end.ends_with("\n" + mark);
}

}  // namespace

std::string credited_agency(const Document& doc) {
  const std::string_view text = doc.text;
  const std::string_view head = text.substr(0, kHead), tail = text.substr(text.size() - std::min(text.size(), kTail));
  for (const Agency& agency : kAgencies) {
    if (is_agency_outlet(doc, std::string(agency.known_as)) || credits(head, tail, doc.byline, agency))
      return std::string(agency.known_as);
  }
  return {};
}

bool is_agency_outlet(const Document& doc, const std::string& agency) {
  for (const Agency& a : kAgencies) {
    if (a.known_as != agency) continue;
    return has_word(doc.outlet, a.mark) || has_word(ascii_lower(doc.outlet), a.name);
  }
  return false;
}

std::vector<uint32_t> by_publication(const std::vector<const Document*>& docs) {
  std::vector<uint32_t> order(docs.size());
  for (uint32_t i = 0; i < docs.size(); ++i) order[i] = i;
  auto key = [&](uint32_t i) {
    const DayRange days = days_of(docs[i]->published.value);
    return days.bounded() ? days.first : kOpenEnd;
  };
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return key(a) != key(b) ? key(a) < key(b) : docs[a]->id < docs[b]->id; });
  return order;
}

std::string origin_of(const std::vector<const Document*>& docs, const std::vector<uint32_t>& reports,
                      const std::vector<std::string>& agencies) {
  for (uint32_t i : reports) {
    if (agencies[i].empty()) continue;
    for (uint32_t j : reports) {
      if (is_agency_outlet(*docs[j], agencies[i])) return docs[j]->id;
    }
    return "outside";
  }
  for (uint32_t i : reports) {
    const DayRange mine = days_of(docs[i]->published.value);
    const bool first = mine.bounded() && std::all_of(reports.begin(), reports.end(), [&](uint32_t j) {
                         const DayRange other = days_of(docs[j]->published.value);
                         return j == i || (other.bounded() && mine.last < other.first);
                       });
    if (first) return docs[i]->id;
  }
  return {};
}

}  // namespace dateline
