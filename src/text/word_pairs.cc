#include "text/word_pairs.h"

namespace dateline {

Result<WordPairs> WordPairs::open(const ModelFile& file, std::string_view part) {
  WordPairs pairs;
  TRY(auto lines, file.part<Line>(part));
  pairs.lines_ = lines.first;
  pairs.size_ = lines.second;
  return pairs;
}

// Without branches; no two entries of a line have the same bits of a key.
uint32_t WordPairs::level(uint32_t key) const {
  const Line& in = lines_[line(key, size_)];
  const auto wanted = static_cast<uint16_t>(key >> 20);
  uint16_t found = 0;
  for (int i = 0; i < Line::kSize; ++i)
    found |= static_cast<uint16_t>(in.entry[i] >> 4) == wanted ? in.entry[i] : uint16_t{0};
  return found & (kLevels - 1);
}

}  // namespace dateline
