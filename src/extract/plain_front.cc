// What stands around the story in plain text: the headline, its repetition, the byline, the stated date.
#include <algorithm>

#include "base/strings.h"
#include "extract/plain_text.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kMaxHeadlineWords = 34, kShortSentence = 14;
constexpr size_t kFront = 8;  // units at the top in which bylines and dates are looked for
constexpr size_t kBack = 5;   // and at the bottom

void settle(TextUnit& unit, SectionKind kind, std::string why) {
  unit.kind = kind;
  unit.why = std::move(why);
  unit.settled = true;
}

// Words that say what the date after them is. Longest first where one begins another.
struct DateLabel {
  std::string_view words;
  bool modified;
};
constexpr DateLabel kDateLabels[] = {{"first published", false},
                                     {"originally published", false},
                                     {"published on", false},
                                     {"published at", false},
                                     {"published", false},
                                     {"date published", false},
                                     {"publication date", false},
                                     {"publish date", false},
                                     {"posted on", false},
                                     {"posted at", false},
                                     {"posted", false},
                                     {"date posted", false},
                                     {"date", false},
                                     {"created on", false},
                                     {"created", false},
                                     {"issued on", false},
                                     {"released", false},
                                     {"last updated on", true},
                                     {"last updated", true},
                                     {"last modified", true},
                                     {"updated on", true},
                                     {"updated at", true},
                                     {"updated", true},
                                     {"modified", true},
                                     {"publie le", false},
                                     {"publie", false},
                                     {"veroffentlicht", false},
                                     {"publicado", false},
                                     {"actualizado", true},
                                     {"mis a jour", true},
                                     {"pubblicato", false},
                                     {"gepubliceerd", false},
                                     {"aktualisiert", true},
                                     {"imechapishwa", false},
                                     {"terbit", false}};

const DateLabel* date_label(const std::string& bare) {
  for (const DateLabel& label : kDateLabels) {
    if (!bare.starts_with(label.words)) continue;
    if (bare.size() == label.words.size() || !is_lower(bare[label.words.size()])) return &label;
  }
  return nullptr;
}

bool starts_byline(std::string_view bare) {
  for (std::string_view head : {"by ", "by: ", "written by ", "reported by ", "story by ", "author: ", "author ",
                                "reporter: ", "von ", "por ", "par ", "di "}) {
    if (bare.starts_with(head)) return true;
  }
  return false;
}

// "By Denis Mwangi, Nairobi | Published: …" -> "Denis Mwangi". Empty if what follows is no name.
std::string byline_of(std::string_view line, const DateReader& dates) {
  size_t begin = 0;
  const std::string lower = ascii_lower(line);
  for (std::string_view head : {"written by ", "reported by ", "story by ", "by: ", "by ", "author: ", "author ",
                                "reporter: ", "von ", "por ", "par ", "di "}) {
    if (lower.starts_with(head)) {
      begin = head.size();
      break;
    }
  }
  std::string_view rest = trim(line.substr(begin));
  if (auto found = dates.find(rest)) rest = trim(rest.substr(0, found->span.begin));
  for (std::string_view mark :
       {"|", " - ", " – ", " — ", "•", "·", "@", "(", ";", " Published", " Updated", " Posted"}) {
    rest = trim(rest.substr(0, rest.find(mark)));
  }
  while (rest.ends_with(',') || rest.ends_with(':')) rest = trim(rest.substr(0, rest.size() - 1));
  // The outlet or place after a comma is not the author: "Jane Roe, The Example".
  const size_t comma = rest.find(',');
  if (comma != std::string_view::npos && looks_like_names(rest.substr(0, comma)) &&
      rest.find(" and ") == std::string_view::npos) {
    rest = trim(rest.substr(0, comma));
  }
  size_t at = 0;
  if (rest.empty() || words_in_line(rest) > 12 || !is_uppercase(next_code_point(rest, at))) return {};
  return std::string(rest);
}

bool near_edge(size_t i, size_t size) { return i < kFront || i + kBack >= size; }

void state_date(Article& article, const TextUnit& unit, const FoundDate& found, bool modified, const std::string& why) {
  const Span where{unit.span.begin + found.span.begin, unit.span.begin + found.span.end};
  if (modified && !article.modified.known()) article.modified = single(found.date);
  if (modified || !article.published_basis.empty()) return;
  article.published = single(found.date);
  article.published_basis = "stated";
  article.published_why = why;
  article.published_evidence = where;
}

}  // namespace

void mark_headline(Article& article, std::vector<TextUnit>& units) {
  const std::string_view text = article.text;
  size_t head = units.size();
  for (size_t i = 0; i < units.size() && i < kFront; ++i) {
    if (units[i].kind == SectionKind::headline) head = i;  // given with the report
    if (head != units.size()) break;
    if (units[i].settled) continue;
    const std::string_view line = units[i].span.of(text);
    const size_t words = words_in_line(line);
    // A lede is no headline: a sentence that is long, or one like the sentences after it.
    const bool alone = i + 1 == units.size();
    const bool sentence = ends_like_sentence(line) && !line.ends_with('?') && !line.ends_with('!');
    if (words > kMaxHeadlineWords || (sentence && words > kShortSentence) || (alone && sentence)) break;
    head = i;
    settle(units[i], SectionKind::headline, "first line");
    if (article.headline.empty()) article.headline = std::string(line);
  }
  if (head == units.size()) return;
  bool other_body = false;
  for (size_t i = 0; i < units.size(); ++i) {
    other_body |= i != head && units[i].kind == SectionKind::body &&
                  !same_words(units[i].span.of(text), units[head].span.of(text));
  }
  for (size_t i = 0; i < units.size() && other_body; ++i) {
    if (i == head || units[i].settled || units[i].span.size() > 400) continue;
    if (same_words(units[i].span.of(text), units[head].span.of(text)))
      settle(units[i], SectionKind::boilerplate, "repeated headline");
  }
}

void mark_dates_and_bylines(Article& article, std::vector<TextUnit>& units, const PlainTools& tools) {
  const std::string_view text = article.text;
  const NumericOrder order = tools.dates.order_in(text);
  for (size_t i = 0; i < units.size(); ++i) {
    TextUnit& unit = units[i];
    if (unit.settled || !near_edge(i, units.size()) || unit.span.size() > 300) continue;
    const std::string_view line = unit.span.of(text);
    if (words_in_line(line) > 30) continue;
    const std::string bare = bare_line(line);
    const auto found = tools.dates.find(line, order);
    const DateLabel* label = date_label(bare);
    if (label != nullptr && found && found->span.begin <= label->words.size() + 24) {
      // A sentence may begin with "Published" too; a label's line is no sentence, or the date stands right after it.
      if (!ends_like_sentence(line) || found->span.begin <= label->words.size() + 4) {
        state_date(article, unit, *found, label->modified,
                   "the text says “" + std::string(line.substr(0, found->span.end)) + "”");
        settle(unit, SectionKind::boilerplate, "date line");
        if (const size_t by = bare.find(" by "); by != std::string::npos && article.byline.empty()) {
          if (size_t at = ascii_lower(line).find(" by "); at != std::string::npos)
            article.byline = byline_of(line.substr(at + 1), tools.dates);
        }
        continue;
      }
    }
    if (found && !found->order_open && found->date.month != 0 && tools.dates.is_only_date(line) && i < kFront) {
      state_date(article, unit, *found, false, "a line of its own gives the date");
      settle(unit, SectionKind::boilerplate, "date line");
      continue;
    }
    if (starts_byline(bare) && words_in_line(line) <= 24 && (i < kFront || !ends_like_sentence(line))) {
      std::string name = byline_of(line, tools.dates);
      const bool fits =
          !name.empty() && (looks_like_names(name) || (words_in_line(name) <= 5 && !ends_like_sentence(line)));
      if (!fits) continue;
      if (found && !found->order_open && found->date.day != 0 && i < kFront)
        state_date(article, unit, *found, false, "the byline gives the date");
      if (article.byline.empty()) article.byline = std::move(name);
      settle(unit, SectionKind::boilerplate, "byline");
      continue;
    }
  }
  // A name alone right under the headline, or at the very end, is who wrote it.
  bool under_headline = true;
  for (size_t i = 1; i < units.size(); ++i) {
    TextUnit& unit = units[i];
    if (unit.settled || (i > 4 && i + 2 < units.size())) continue;
    const std::string_view line = unit.span.of(text);
    const bool repeats = same_words(line, units[0].span.of(text));
    if (repeats || tools.rules.match(line)) continue;
    const bool at_end = i + 2 >= units.size();
    if (!looks_like_names(line) || ends_like_sentence(line) || (!under_headline && !at_end)) {
      under_headline = false;
      continue;
    }
    bool twice = false;
    for (size_t j = 0; j < units.size(); ++j) twice |= j != i && same_words(line, units[j].span.of(text));
    const bool followed = i + 1 >= units.size() || words_in_line(units[i + 1].span.of(text)) > 4 ||
                          looks_like_names(units[i + 1].span.of(text));
    if (!twice && (!followed || !under_headline || !article.byline.empty())) continue;
    if (article.byline.empty()) article.byline = std::string(line);
    settle(unit, SectionKind::boilerplate, "byline");
  }
}

void mark_rules(const Article& article, std::vector<TextUnit>& units, const PlainTools& tools) {
  const std::string_view text = article.text;
  for (TextUnit& unit : units) {
    if (unit.settled) continue;
    const std::string_view line = unit.span.of(text);
    if (!article.outlet.empty() && line.size() < 80 && same_words(line, article.outlet)) {
      settle(unit, SectionKind::boilerplate, "outlet name");
      continue;
    }
    if (auto hit = tools.rules.match(line)) settle(unit, hit->kind, std::string(hit->why));
  }
}

}  // namespace dateline
