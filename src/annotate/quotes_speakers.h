// Who the words beside a cue name: the entity, the principal of a spokesperson, the issuer of "the statement".
#pragma once

#include <string>
#include <vector>

#include "annotate/quotes_context.h"
#include "annotate/quotes_stand_ins.h"

namespace dateline {

struct Speaker {
  int32_t entity = kNone;  // into Document::entities
  int32_t on_behalf = kNone;
  std::string name;  // the entity's, else the words themselves without article
};

// Reads speakers in the order of the text, since "Miller" stands for the spokesperson named before, and "the statement"
// for the one whose statement was told of before. One object for one document.
class SpeakerReader {
 public:
  explicit SpeakerReader(const QuoteContext& text)
      : text_(text), doc_(text.doc), principal_(doc_.entities.size(), kNone) {}

  // `head` is the token that heads the words, or kNone; `cue` the cue's words; `pieces` what is told.
  Speaker read(Span words, int32_t head, Span cue, const std::vector<Span>& pieces);

 private:
  std::string without_article(Span words) const;
  Antecedent pointed_at(Span words, int32_t head, int32_t entity, const std::vector<Span>& pieces) const;
  bool goes_on(uint32_t thing) const;
  bool spoke_later(uint32_t pronoun, int32_t entity, const std::vector<Span>& pieces) const;
  int32_t entity_in(Span words, int32_t head, bool described = false) const;
  bool is_only_described(const Mention& m, Span words) const;
  bool is_spoken_for(const Mention& m, Span words) const;
  bool qualifies_noun(const Mention& m, Span words) const;
  bool owns_next(const Mention& m, const Mention* next) const;
  bool in_a_paper(Span cue, Span words) const;
  int32_t issuer_of(int32_t paper) const;
  bool only_of(int32_t entity, uint32_t head) const;
  std::string noun_phrase(int32_t head) const;
  int32_t principal_in(Span words, int32_t speaker) const;

  const QuoteContext& text_;
  const Document& doc_;
  std::vector<int32_t> principal_;  // of each entity that was named as somebody's spokesperson
  Speaker issuer_;                  // of the last paper told of
  Speaker last_;                    // who spoke last
  int32_t last_head_ = kNone;       // the token that heads the words for them
};

}  // namespace dateline
