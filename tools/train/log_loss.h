// The gradient of the conditional log likelihood, in whole numbers: for learners that weigh moves (see Weight in
// perceptron.h). Scores and weights are counted in parts of kUnit to one.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "text/parser_state.h"

namespace dateline::train {

constexpr double kUnit = 4096;

// Of the moves: which there are, and which of them are right; one bit for each.
struct MoveBits {
  uint8_t possible = 0, right = 0;
};

// by[m]: what to add to the weights that `scores` sum up, all of them times `up`. False: nothing.
inline bool log_loss_step(const int32_t* scores, MoveBits moves, double up, double rate, int32_t* by) {
  int32_t most = INT32_MIN;
  for (int m = 0; m < kMoves; ++m) {
    if (moves.possible >> m & 1) most = std::max(most, scores[m]);
  }
  double share[kMoves], all = 0, right = 0;
  for (int m = 0; m < kMoves; ++m) {
    share[m] = moves.possible >> m & 1 ? std::exp((scores[m] - most) * up / kUnit) : 0;
    all += share[m];
    if (moves.right >> m & 1) right += share[m];
  }
  bool some = false;
  for (int m = 0; m < kMoves; ++m) {
    const double wanted = moves.right >> m & 1 ? share[m] / right : 0;
    by[m] = static_cast<int32_t>(std::lround((wanted - share[m] / all) * rate * kUnit));
    some |= by[m] != 0;
  }
  return some;
}

}  // namespace dateline::train
