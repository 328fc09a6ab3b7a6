#include "text/segmenter.h"

#include "base/strings.h"

namespace dateline {

struct Segmenter::Lexicon {};

Result<Segmenter> Segmenter::load(const Resources&) { return Segmenter{}; }

// A first cut: sentences end at . ! ? before a space, words at spaces and punctuation.
void Segmenter::annotate(Document& doc) const {
  const std::string& text = doc.text;
  uint32_t paragraph = 0;
  for (uint32_t s = 0; s < doc.sections.size(); ++s) {
    const Span section = doc.sections[s].span;
    uint32_t at = section.begin;
    while (at < section.end) {
      while (at < section.end && is_space(text[at])) paragraph += text[at++] == '\n';
      if (at >= section.end) break;
      Sentence sentence;
      sentence.section = s;
      sentence.paragraph = paragraph;
      sentence.span.begin = at;
      sentence.tokens.begin = static_cast<uint32_t>(doc.tokens.size());
      bool ended = false;
      while (at < section.end && !ended && text[at] != '\n') {
        if (is_space(text[at])) {
          ++at;
          continue;
        }
        const uint32_t begin = at;
        auto is_word = [&](char c) { return is_digit(c) || is_upper(c) || is_lower(c) || (static_cast<uint8_t>(c) & 0x80); };
        if (is_word(text[at])) {
          while (at < section.end && is_word(text[at])) ++at;
        } else {
          ended = text[at] == '.' || text[at] == '!' || text[at] == '?';
          ++at;
        }
        Token token;
        token.span = {begin, at};
        doc.tokens.push_back(token);
      }
      sentence.span.end = doc.tokens.back().span.end;
      sentence.tokens.end = static_cast<uint32_t>(doc.tokens.size());
      doc.sentences.push_back(sentence);
    }
    ++paragraph;
  }
}

}  // namespace dateline
