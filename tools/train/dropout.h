// Learning that leans on no feature alone: in each step some are left out at random (Hinton et al. 2012).
#pragma once

#include <cstdint>

#include "conllu.h"

namespace dateline::train {

class Dropout {
 public:
  // Leaves out this part of all features.
  Dropout(double part, uint64_t seed) : part_(part), dice_(seed) {}
  // By how much what is left must count for more.
  double up() const { return 1 / (1 - part_); }
  void thin(uint32_t* keys, int& count) {
    int kept = 0;
    for (int i = 0; i < count; ++i) {
      keys[kept] = keys[i];
      kept += static_cast<double>(dice_.next() & 0xFFFF) >= part_ * 0x10000;
    }
    count = kept;
  }

 private:
  double part_;
  Random dice_;
};

}  // namespace dateline::train
