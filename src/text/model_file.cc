#include "text/model_file.h"

#include <cstring>

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLMODEL1";
constexpr size_t kHead = 16, kRow = 16, kAlign = 64;

uint32_t read_u32(const char* at) {
  uint32_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

void append_u32(std::string& out, size_t value) {
  const auto small = static_cast<uint32_t>(value);
  out.append(reinterpret_cast<const char*>(&small), sizeof small);
}

size_t aligned(size_t n) { return (n + kAlign - 1) / kAlign * kAlign; }

}  // namespace

Result<ModelFile> ModelFile::open(std::string_view name, std::string_view bytes) {
  ModelFile file;
  file.name_ = name;
  file.bytes_ = bytes;
  if (bytes.size() < kHead || bytes.substr(0, kMagic.size()) != kMagic) {
    return Error{ErrorCode::internal, "not a model file", std::string(name)};
  }
  file.count_ = read_u32(bytes.data() + 8);
  if (bytes.size() < kHead + kRow * size_t{file.count_}) {
    return Error{ErrorCode::internal, "model file cut short", std::string(name)};
  }
  return file;
}

Result<std::string_view> ModelFile::find(std::string_view part_name, size_t unit) const {
  for (uint32_t i = 0; i < count_; ++i) {
    const char* row = bytes_.data() + kHead + kRow * i;
    if (std::string_view(row, strnlen(row, 8)) != part_name) continue;
    const size_t offset = read_u32(row + 8), size = read_u32(row + 12);
    if (offset + size > bytes_.size() || size % unit != 0) {
      return Error{ErrorCode::internal, "model file cut short", std::string(name_)};
    }
    return bytes_.substr(offset, size);
  }
  return Error{ErrorCode::internal, "model file without part " + std::string(part_name), std::string(name_)};
}

std::string pack_model(const std::vector<std::pair<std::string, std::string>>& parts) {
  std::string out(kMagic);
  append_u32(out, parts.size());
  append_u32(out, 0);
  size_t offset = aligned(kHead + kRow * parts.size());
  for (const auto& [name, bytes] : parts) {
    std::string padded = name;
    padded.resize(8, '\0');
    out += padded;
    append_u32(out, offset);
    append_u32(out, bytes.size());
    offset = aligned(offset + bytes.size());
  }
  for (const auto& [name, bytes] : parts) {
    out.resize(aligned(out.size()), '\0');
    out += bytes;
  }
  return out;
}

}  // namespace dateline
