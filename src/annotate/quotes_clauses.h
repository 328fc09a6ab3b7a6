// What a cue governs by the grammar of its sentence: who speaks, and which words are told (indirect and mixed speech).
#pragma once

#include <optional>
#include <vector>

#include "annotate/quotes_lexicon.h"
#include "dateline/model.h"
#include "text/quoted.h"
#include "text/tree.h"

namespace dateline {

// A cue in its sentence. Spans are byte spans; `pieces` is what is told, in order, empty if the grammar gives nothing.
struct Reported {
  const Cue* cue = nullptr;
  uint32_t token = 0;
  uint32_t sentence = 0;
  Span cue_span;
  int32_t speaker_head = kNone;  // token
  Span speaker;
  std::vector<Span> pieces;
  bool aside = false;  // ", X said," stands inside or after what is told
};

class ClauseReader {
 public:
  ClauseReader(const Document& doc, const TreeView& tree, const CueTable& cues, const std::vector<int32_t>& stretch_of)
      : doc_(doc), tree_(tree), cues_(cues), stretch_of_(stretch_of) {}

  // The cue that a token is, with speaker and content; nullopt if it is none. The token stands outside quotations.
  std::optional<Reported> read(uint32_t sentence, uint32_t token) const;

 private:
  Span cue_span(const Cue& cue, uint32_t token) const;
  bool reads_active(uint32_t v) const;
  void find_speaker(Reported& out) const;
  uint32_t head_in(IndexRange run) const;
  uint32_t sentence_end(IndexRange sentence) const;
  uint32_t token_at(uint32_t byte) const;
  IndexRange before_next_cue(const Reported& out, IndexRange told) const;
  Span speaker_span(uint32_t head, uint32_t cue_token) const;
  std::optional<IndexRange> complement(Reported& out) const;
  bool aside(Reported& out) const;
  bool is_unsaid(const Reported& out) const;
  bool by_source(Reported& out) const;
  IndexRange told_around(uint32_t sentence) const;
  IndexRange trimmed(IndexRange tokens) const;
  void add_piece(Reported& out, IndexRange tokens) const;

  const Document& doc_;
  const TreeView& tree_;
  const CueTable& cues_;
  const std::vector<int32_t>& stretch_of_;  // per token: the outermost quotation around it, or kNone
};

}  // namespace dateline
