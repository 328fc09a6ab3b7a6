// A trained model as one block of bytes, used where it lies: no parsing, no copying. Little-endian.
// Layout: 8 bytes "DLMODEL1", uint32 count, uint32 0, then `count` rows {char name[8], uint32 offset, uint32 size},
// then the parts, each on a 64-byte boundary counted from the file's start.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/result.h"

namespace dateline {

class ModelFile {
 public:
  // Views `bytes`, which must outlive this and be aligned to 16. Fails with internal where they are no model.
  static Result<ModelFile> open(std::string_view name, std::string_view bytes);

  // One part as an array of T. Fails where the part is absent or no whole number of T.
  template <typename T>
  Result<std::pair<const T*, size_t>> part(std::string_view part_name) const {
    TRY(std::string_view bytes, find(part_name, sizeof(T)));
    return std::pair{reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

 private:
  Result<std::string_view> find(std::string_view part_name, size_t unit) const;

  std::string_view name_, bytes_;
  uint32_t count_ = 0;
};

// The bytes of a model file made of these parts (names of at most 8 characters).
std::string pack_model(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace dateline
