#include "annotate/name_classes.h"

#include <cstring>

namespace dateline {

WordClasses WordClasses::over(std::string_view bytes) {
  WordClasses classes;
  classes.slots_ = bytes;
  classes.mask_ = bytes.empty() ? 0 : static_cast<uint32_t>(bytes.size() / kSlotBytes - 1);
  return classes;
}

WordClass WordClasses::unpack(uint64_t slot) {
  WordClass c;
  c.cluster = slot & 0x3FF;
  c.capital_rate = slot >> 10 & 7;
  c.group = slot >> 13 & 0x7FF;
  c.family = slot >> 24 & 0x1FF;
  c.kind = slot >> 33 & 0x7F;
  return c;
}

WordClass WordClasses::find(uint64_t hash) const {
  if (slots_.empty()) return {};
  for (uint32_t at = slot_of(hash);; ++at) {
    uint64_t slot;
    std::memcpy(&slot, slots_.data() + size_t{at & mask_} * kSlotBytes, kSlotBytes);
    if (slot == 0) return {};
    if (slot >> kClassBits == check_of(hash)) return unpack(slot);
  }
}

}  // namespace dateline
