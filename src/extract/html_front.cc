#include "extract/html_front.h"

#include "base/strings.h"
#include "extract/line_rules.h"

namespace dateline {
namespace {

constexpr size_t kFront = 10;      // pieces above which a line of facts is looked for
constexpr size_t kParagraph = 80;  // bytes of a sentence: the text has begun
constexpr size_t kLine = 120;      // bytes: a line of facts is shorter
constexpr size_t kEnd = 6;         // pieces of the body at whose end authors are presented

// The letters that are left of a line when its date is taken out.
size_t beside_date(std::string_view line, const DateReader& dates) {
  const auto found = dates.find(line);
  if (!found || found->date.day == 0) return line.size();
  size_t letters = 0;
  for (size_t i = 0; i < line.size(); ++i) {
    const bool dated = found->span.begin <= i && i < found->span.end;
    letters += !dated && (is_lower(line[i]) || is_upper(line[i]) || static_cast<uint8_t>(line[i]) >= 0x80);
  }
  return letters;
}

// "By Jane Roe, Political Editor", "Posted on April 21, 2015, at 11:29 a.m."
bool is_line_of_facts(const Piece& piece, std::string_view first_author, const BylineWords& words,
                      const DateReader& dates) {
  constexpr size_t kJoining = 16;  // letters: "Posted on at a.m."
  const std::string& text = piece.text;
  if (text.size() > kLine) return false;
  if (!first_author.empty() && !ends_like_sentence(text) && text.find(first_author) != std::string::npos &&
      (words.begins(text) || text.size() < first_author.size() + 20))
    return true;
  return beside_date(text, dates) <= kJoining;
}

}  // namespace

void set_facts_apart(std::vector<Piece>& pieces, const std::string& byline, const BylineWords& words,
                     const DateReader& dates) {
  const std::vector<std::string> names = words.names_in(byline);
  const auto apart = [](Piece& piece, std::string_view why) { piece.region = Region::boilerplate, piece.why = why; };
  size_t seen = 0;
  for (Piece& piece : pieces) {
    if (piece.region != Region::body) continue;
    if (++seen > kFront || (piece.text.size() >= kParagraph && ends_like_sentence(piece.text))) break;
    if (is_line_of_facts(piece, names.empty() ? byline : names.front(), words, dates)) apart(piece, "byline");
  }
  seen = 0;
  for (size_t i = pieces.size(); i-- > 0 && seen < kEnd;) {
    if (pieces[i].region != Region::body) continue;
    ++seen;
    for (const std::string& name : names) {
      if (words.presents(pieces[i].text, name)) apart(pieces[i], "about the author");
    }
  }
}

}  // namespace dateline
