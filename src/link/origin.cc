#include "link/origin.h"

#include <algorithm>

#include "base/load_shared.h"
#include "base/strings.h"
#include "base/table.h"

namespace dateline {
namespace {

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

struct Agency {
  std::string name;       // as printed in full, in lower case
  std::string_view mark;  // as printed in a dateline, case kept; what it is known as
};

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

struct Agencies::Lexicon {
  Resources keep;  // the marks point into its bytes
  std::vector<Agency> agencies;
};

Result<Agencies> Agencies::load(const Resources& resources) {
  return load_shared<Agencies, Lexicon>({}, &Agencies::lexicon_, [&](Lexicon& l) -> Status {
    l.keep = resources;
    TRY(const Table table, Table::load(l.keep, "link/agencies.tsv"));
    TRY(const size_t name, table.column("name"));
    TRY(const size_t mark, table.column("mark"));
    for (size_t row = 0; row < table.rows(); ++row)
      l.agencies.push_back({ascii_lower(table.cell(row, name)), table.cell(row, mark)});
    return kDone;
  });
}

std::string Agencies::credited(const Document& doc) const {
  const std::string_view text = doc.text;
  const std::string_view head = text.substr(0, kHead), tail = text.substr(text.size() - std::min(text.size(), kTail));
  for (const Agency& agency : lexicon_->agencies) {
    if (is_outlet(doc, agency.mark) || credits(head, tail, doc.byline, agency)) return std::string(agency.mark);
  }
  return {};
}

bool Agencies::is_outlet(const Document& doc, std::string_view agency) const {
  for (const Agency& a : lexicon_->agencies) {
    if (a.mark != agency) continue;
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

std::string origin_of(const Agencies& known, const std::vector<const Document*>& docs,
                      const std::vector<uint32_t>& reports, const std::vector<std::string>& agencies) {
  for (uint32_t i : reports) {
    if (agencies[i].empty()) continue;
    for (uint32_t j : reports) {
      if (known.is_outlet(*docs[j], agencies[i])) return docs[j]->id;
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
