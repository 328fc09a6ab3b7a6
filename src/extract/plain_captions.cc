// Picture captions that scraping left between the paragraphs, and lists of links.
#include <algorithm>

#include "base/strings.h"
#include "extract/plain_text.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kMaxCaptionWords = 60;

void caption(TextUnit& unit, std::string why) {
  unit.kind = SectionKind::caption;
  unit.why = std::move(why);
  unit.settled = true;
}

// Words of a caption without a finite verb: what is seen, where.
bool has_caption_cue(std::string_view line) {
  std::string bare = bare_line(line);
  bare.insert(0, 1, ' ');
  bare.push_back(' ');
  // A finite verb of telling makes it a sentence of the report that lost its full stop.
  for (std::string_view verb : {" said ",  " says ",  " told ",  " has ",      " had ",       " was ",    " were ",
                                " will ",  " would ", " could ", " admitted ", " announced ", " caught ", " became ",
                                " began ", " made ",  " took ",  " that he ",  " that she ",  " but "}) {
    if (bare.find(verb) != std::string::npos) return false;
  }
  for (std::string_view cue :
       {" during a ",       " during the ", " during an ",     " during his ",   " during her ",      " during their ",
        " pictured ",       " poses ",      " posing ",        " in this photo", " in a photo",       " in a file ",
        " in an undated ",  " seen here",   " looks on",       " look on",       " at a past ",       " in a past ",
        " when he arrived", " is pictured", " are pictured",   " are seen ",     " is seen ",         " shakes hands",
        " shake hands",     " speaks at ",  " speaks during ", " speaking at ",  " speaking during ", " speaks to ",
        " attends ",        " arrives at ", " arrive at ",     " walk past ",    " walks past ",      " stand in front",
        " stands in front", " flanked by ", " (left)",         " (right)",       " (centre)",         " (center)",
        ", left,",          ", right,",     ", centre,",       " from left",     "from left:",        " outside the ",
        " holds a ",        " hold a ",     " wave ",          " waves to "}) {
    if (bare.find(cue) != std::string::npos) return true;
  }
  return false;
}

bool in_title_case(std::string_view line) {
  size_t words = 0, capital = 0;
  for (std::string_view word : split(line, ' ')) {
    if (word.size() < 4) continue;
    ++words;
    size_t at = 0;
    capital += is_uppercase(next_code_point(word, at));
  }
  return words > 0 && capital * 10 >= words * 9;
}

// "GAZA CITY, Gaza Strip (AP) — …", "NAIROBI, March 9 (Reuters) - …"
bool has_dateline(std::string_view line) {
  const std::string_view head = line.substr(0, 90);
  size_t upper = 0;
  while (upper < head.size() &&
         (is_upper(head[upper]) || head[upper] == ' ' || head[upper] == '.' || head[upper] == '-'))
    ++upper;
  if (upper < 4) return false;
  for (std::string_view mark : {") —", ") –", ") -", ") ―"}) {
    if (head.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

void mark_captions(const Article& article, std::vector<TextUnit>& units) {
  const std::string_view text = article.text;
  const size_t n = units.size();
  auto line = [&](size_t i) { return units[i].span.of(text); };
  auto open = [&](size_t i) { return i < n && !units[i].settled; };
  auto together = [&](size_t a, size_t b) { return b < n && units[a].block == units[b].block; };
  const bool parted = n > 0 && units.back().block * 2 > n;  // empty lines part the paragraphs

  // The same words twice in a row: a picture's alternative text and its caption.
  for (size_t i = 0; i + 1 < n; ++i) {
    if (!open(i) || !open(i + 1) || words_in_line(line(i)) > kMaxCaptionWords || words_in_line(line(i)) < 3) continue;
    if (!same_words(line(i), line(i + 1))) continue;
    caption(units[i], "picture text");
    caption(units[i + 1], "picture text");
    // What stays of the block is its credit: "File", "Photo", "Ministry of Foreign Affairs"
    for (size_t j = i + 2; parted && together(i, j) && words_in_line(line(j)) <= 6 && !ends_like_sentence(line(j));
         ++j) {
      if (units[j].settled && units[j].kind != SectionKind::caption) break;
      caption(units[j], "picture credit");
    }
  }
  // Words of a caption that are no sentence.
  for (size_t i = 1; i < n; ++i) {
    if (!open(i) || ends_like_sentence(line(i))) continue;
    const size_t words = words_in_line(line(i));
    if (words > 40 || words < 7 || in_title_case(line(i))) continue;
    if (has_caption_cue(line(i))) caption(units[i], "picture text");
  }
  // Label, caption, credit in one block: "Ruto at E citizen / President William Ruto during … on June 30. / PCS"
  for (size_t i = 1; parted && i < n; ++i) {
    const bool last = i + 1 == n || units[i + 1].block != units[i].block;
    if (!last || !open(i) || units[i - 1].block != units[i].block || words_in_line(line(i)) > 5 ||
        ends_like_sentence(line(i)))
      continue;
    if (!open(i - 1) || words_in_line(line(i - 1)) > 45 || !has_caption_cue(line(i - 1))) continue;
    caption(units[i], "picture credit");
    caption(units[i - 1], "picture text");
  }
  // The line above a credit, where it is no full paragraph; and a short label above that.
  for (size_t i = 1; i < n; ++i) {
    if (units[i].kind != SectionKind::caption || !open(i - 1)) continue;
    const bool bare_credit = words_in_line(line(i)) <= 6;
    if (bare_credit && together(i - 1, i) && words_in_line(line(i - 1)) <= 45 && units[i].why != "picture text" &&
        (parted || !ends_like_sentence(line(i - 1)))) {
      if (!ends_like_sentence(line(i - 1)) || has_caption_cue(line(i - 1))) caption(units[i - 1], "picture text");
    }
    if (parted && open(i - 1) && together(i - 1, i) && words_in_line(line(i - 1)) <= 8 &&
        !ends_like_sentence(line(i - 1)) && (i < 2 || units[i - 2].block != units[i - 1].block)) {
      caption(units[i - 1], "picture label");
    }
  }
  // What stands above the dateline is no part of the story: a picture's or a film's words.
  for (size_t i = 1; i < n && i < 6; ++i) {
    if (!has_dateline(line(i))) continue;
    for (size_t j = 0; j < i; ++j) {
      if (open(j) && words_in_line(line(j)) <= kMaxCaptionWords && words_in_line(line(j)) > 4)
        caption(units[j], "above the dateline");
    }
    break;
  }
}

// "HARBOUR CITY VOTES TO CLOSE FERRY LINE" between two paragraphs: the headline of another report, which its page
// links.
void mark_shouted_links(const Article& article, std::vector<TextUnit>& units) {
  constexpr size_t kFewest = 5;  // words; what is shorter heads the next paragraphs
  const auto shouted = [&](const TextUnit& unit) {
    const std::string_view line = unit.span.of(article.text);
    const bool lower = std::any_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const bool upper = std::any_of(line.begin(), line.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return upper && !lower;
  };
  size_t all = 0, loud = 0;  // bytes
  for (const TextUnit& unit : units) {
    if (unit.settled) continue;
    all += unit.span.size();
    if (shouted(unit)) loud += unit.span.size();
  }
  if (2 * loud >= all) return;  // a text that is all in capitals
  bool begun = false;           // before the first sentence it is the report's own headline
  for (TextUnit& unit : units) {
    const std::string_view line = unit.span.of(article.text);
    begun |= !shouted(unit) && ends_like_sentence(line);
    if (!begun || unit.settled || !shouted(unit) || words_in_line(line) < kFewest) continue;
    if (ends_like_sentence(line) && !line.ends_with('?')) continue;
    unit.kind = SectionKind::boilerplate;
    unit.why = "related";
    unit.settled = true;
  }
}

// A heading such as "Related stories:" with titles under it, and titles left over at the end.
void mark_link_lists(const Article& article, std::vector<TextUnit>& units) {
  const std::string_view text = article.text;
  const size_t n = units.size();
  auto is_title = [&](size_t i) {
    const std::string_view line = units[i].span.of(text);
    const size_t words = words_in_line(line);
    return !units[i].settled && words >= 3 && words <= 24 && (!ends_like_sentence(line) || line.ends_with('?'));
  };
  for (size_t i = 0; i < n; ++i) {
    if (units[i].kind != SectionKind::boilerplate || units[i].why != "related") continue;
    if (words_in_line(units[i].span.of(text)) > 4) continue;  // the heading only, not a heading with its link
    size_t end = i + 1;
    while (end < n && is_title(end)) ++end;
    // A lone short line may be the next subheading; two or more, or the last of the text, are links.
    if (end - i < 3 && end != n) continue;
    for (size_t j = i + 1; j < end; ++j) {
      units[j].kind = SectionKind::boilerplate;
      units[j].why = "related";
      units[j].settled = true;
    }
  }
}

}  // namespace dateline
