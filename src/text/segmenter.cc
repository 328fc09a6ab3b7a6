#include "text/segmenter.h"

#include <algorithm>
#include <vector>

#include "base/load_shared.h"
#include "base/strings.h"
#include "text/boundary.h"
#include "text/place_line.h"
#include "text/tokeniser.h"
#include "text/utf8.h"

namespace dateline {

struct Segmenter::Lexicon {
  SegmenterWords words;
  WordClusters clusters;
  BoundaryModel boundaries;
};

namespace {

// Words. No sentence of news is as long; a text without an end of one would take trees as deep as it has words.
constexpr size_t kLongestSentence = 600;
constexpr size_t kWidestWrap = 100, kNarrowestWrap = 40;  // characters of a line that an editor or mailer broke

bool starts_lower(std::string_view s) {
  if (s.empty()) return false;
  size_t at = 0;
  const char32_t c = next_code_point(s, at);
  return is_letter(c) && !is_uppercase(c);
}

bool ends_terminal(std::string_view line) {
  while (!line.empty()) {
    if (line.back() == '"' || line.back() == '\'' || line.back() == ')' || line.back() == ']')
      line.remove_suffix(1);
    else if (line.ends_with("”") || line.ends_with("’"))
      line.remove_suffix(3);
    else
      break;
  }
  return !line.empty() &&
         (line.back() == '.' || line.back() == '!' || line.back() == '?' || line.back() == ':' || line.ends_with("…"));
}

// One section's text, cut into stretches that no sentence crosses.
class Stretches {
 public:
  Stretches(std::string_view text, Span section) : text_(text), section_(section) { find_lines(); }

  std::vector<Span> find() const {
    std::vector<Span> out;
    for (size_t i = 0; i < lines_.size();) {
      size_t last = i;
      while (last + 1 < lines_.size() && goes_on(i, last)) ++last;
      out.push_back({lines_[i].span.begin, lines_[last].span.end});
      i = last + 1;
    }
    return out;
  }

 private:
  struct Line {
    Span span;
    uint32_t block;
  };

  void find_lines() {
    uint32_t block = 0;
    for (uint32_t at = section_.begin; at < section_.end;) {
      size_t stop = text_.find('\n', at);
      if (stop == std::string_view::npos || stop > section_.end) stop = section_.end;
      uint32_t begin = at, end = static_cast<uint32_t>(stop);
      while (begin < end && is_space(text_[begin])) ++begin;
      while (end > begin && is_space(text_[end - 1])) --end;
      if (begin == end)
        ++block;
      else
        lines_.push_back({{begin, end}, block});
      at = static_cast<uint32_t>(stop) + 1;
    }
    widest_.assign(block + 1, 0);
    for (const Line& l : lines_) widest_[l.block] = std::max(widest_[l.block], count_code_points(l.span.of(text_)));
  }

  // Whether the text of line `i` runs on in the next line: a line broken to a width, not a paragraph's end.
  bool goes_on(size_t first, size_t i) const {
    const Line &line = lines_[i], &next = lines_[i + 1];
    (void)first;
    if (line.block != next.block) return false;
    const std::string_view here = line.span.of(text_), there = next.span.of(text_);
    if (ends_terminal(here)) return false;
    if (starts_lower(there)) return true;
    const size_t width = count_code_points(here), widest = widest_[line.block];
    if (widest > kWidestWrap || width < kNarrowestWrap) return false;
    const size_t word = std::min(there.find(' '), there.size());
    return width + 1 + word > widest;  // the next word would not have fitted
  }

  std::string_view text_;
  Span section_;
  std::vector<Line> lines_;
  std::vector<size_t> widest_;  // per block of lines without an empty one between
};

void add_sentence(Document& doc, const std::vector<Span>& words, size_t begin, size_t end, Sentence sentence) {
  sentence.tokens.begin = static_cast<uint32_t>(doc.tokens.size());
  for (size_t i = begin; i < end; ++i) {
    Token token;
    token.span = words[i];
    doc.tokens.push_back(token);
  }
  sentence.tokens.end = static_cast<uint32_t>(doc.tokens.size());
  sentence.span = {words[begin].begin, words[end - 1].end};
  doc.sentences.push_back(sentence);
}

// The words between white space, cut further by the tokeniser.
void words_of(std::string_view text, Span stretch, const Tokeniser& tokeniser, std::vector<Span>& out) {
  out.clear();
  for (uint32_t at = stretch.begin; at < stretch.end;) {
    auto space = [&](uint32_t i) -> uint32_t {
      if (is_space(text[i])) return 1;
      if (static_cast<uint8_t>(text[i]) < 0xC2) return 0;
      size_t past = i;
      return is_white_space(next_code_point(text, past)) ? static_cast<uint32_t>(past - i) : 0;
    };
    if (const uint32_t n = space(at); n > 0) {
      at += n;
      continue;
    }
    uint32_t end = at;
    while (end < stretch.end && space(end) == 0) ++end;
    tokeniser.chunk({at, end}, out);
    at = end;
  }
}

}  // namespace

Result<Segmenter> Segmenter::load(const Resources& resources) {
  return load_shared(Segmenter(), &Segmenter::lexicon_, [&](Lexicon& x) -> Status {
    TRY(x.words, load_segmenter_words(resources));
    TRY(x.clusters, WordClusters::load(resources));
    TRY(x.boundaries, BoundaryModel::load(resources));
    return kDone;
  });
}

void Segmenter::annotate(Document& doc) const {
  const Tokeniser tokeniser(doc.text, lexicon_->words);
  std::vector<Span> words;
  uint32_t paragraph = 0;
  for (uint32_t s = 0; s < doc.sections.size(); ++s) {
    for (const Span span : Stretches(doc.text, doc.sections[s].span).find()) {
      words_of(doc.text, span, tokeniser, words);
      if (words.empty()) continue;
      const Stretch stretch(doc.text, words, lexicon_->words, lexicon_->clusters);
      Sentence sentence;
      sentence.section = s;
      sentence.paragraph = paragraph++;
      const bool body = doc.sections[s].kind == SectionKind::body;
      size_t begin = body ? place_line(doc.text, words) : 0;
      if (begin > 0) add_sentence(doc, words, 0, begin, sentence);
      for (size_t i = begin; i < words.size(); ++i) {
        const bool too_long = i + 1 - begin >= kLongestSentence;
        const bool may_end = stretch.is_candidate(i) && !stretch.goes_on(i);
        if (!too_long && (!may_end || !lexicon_->boundaries.ends(stretch, i, begin))) continue;
        while (stretch.closes(i + 1)) ++i;
        add_sentence(doc, words, begin, i + 1, sentence);
        begin = i + 1;
        if (!body) continue;
        if (const size_t place = place_line_inside(doc.text, std::span(words).subspan(begin)); place > 0) {
          add_sentence(doc, words, begin, begin + place, sentence);
          begin += place;
          i = begin - 1;
        }
      }
      if (begin < words.size()) add_sentence(doc, words, begin, words.size(), sentence);
    }
  }
}

}  // namespace dateline
