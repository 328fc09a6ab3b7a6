// Which words hang on which in running text: what is known of pairs that no treebank has (Chen et al. 2009, who took
// subtrees from text that a parser had read).
#pragma once

#include <cstdint>

#include "text/linear.h"

namespace dateline {

class WordPairs {
 public:
  // Where the head stands: before its dependent, or behind it; the last: before the preposition of what hangs on it.
  enum class Kind : uint8_t { before = 1, behind, of_preposition };
  static constexpr int kLevels = 16;  // how often and how much oftener than by chance they meet so; 0: hardly ever

  // Entries whose key's other bits say where they may be; each holds twelve bits of the key and a level.
  struct Line {
    static constexpr int kSize = 32;
    uint16_t entry[kSize] = {};
  };

  static uint32_t key(Kind kind, uint64_t head, uint64_t dependent) {
    return feature_key(mix(mix(static_cast<uint64_t>(kind), head), dependent));
  }
  static uint32_t line(uint32_t key, size_t lines) { return key >> 1 & static_cast<uint32_t>(lines - 1); }
  static uint16_t entry(uint32_t key, uint32_t level) { return static_cast<uint16_t>(key >> 20 << 4 | level); }

  static Result<WordPairs> open(const ModelFile& file, std::string_view part);

  // Asks memory for what level() will read.
  void ask(uint32_t key) const { __builtin_prefetch(&lines_[line(key, size_)]); }
  // One pair of 300 that is not there is taken for another.
  uint32_t level(uint32_t key) const;

 private:
  const Line* lines_ = nullptr;
  size_t size_ = 0;  // a power of two
};

}  // namespace dateline
