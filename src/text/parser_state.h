// The state of an arc-hybrid transition parser (Kuhlmann et al. 2011). Shared by the parser and its trainer.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline {

// Transitions. s0, s1: top of the stack; b0: front of the buffer, which ends with the artificial root.
enum Move : int { kShift, kLeft /* s0 <- b0 */, kRight /* s1 -> s0 */, kMoves };

// One word as the parser sees it: hashes, all different from 0.
enum class Part : uint8_t { other, noun, relative, article };  // relative pronouns; "the", "a"
struct Atom {
  uint64_t word = 0, tag = 0, fine = 0, coarse = 0;
  uint64_t gap = 0;         // the kinds of marks before it (marks.h)
  Part part = Part::other;  // for what no tree may have, whatever the model holds of it
};

struct ParserState {
  int n = 0;   // words; node n is the root
  int b0 = 0;  // front of the buffer
  std::vector<int> stack;
  std::vector<int> head;  // kNoHead while open
  std::vector<uint8_t> label;
  std::vector<int> left[2], right[2];  // outermost and second outermost children on either side; -1: none
  std::vector<uint8_t> left_count, right_count;
  std::vector<int> first;           // the first word of what hangs on each so far, itself with it
  std::vector<uint16_t> relations;  // of a node's children so far, a bit for each kind
  static constexpr uint16_t kSubjectBit = 1, kCopulaBit = 4;
  static constexpr int kNoHead = -1;

  void start(int words);
  bool done() const { return b0 == n && stack.empty(); }
  bool can(Move move) const {
    switch (move) {
      case kShift: return b0 < n;
      case kLeft: return !stack.empty() && (b0 < n || stack.size() == 1);  // one root only
      case kRight: return stack.size() >= 2;
      default: return false;
    }
  }
  // The only move there is; kMoves where there are more.
  Move only_move() const {
    if (stack.empty()) return kShift;
    if (b0 < n) return kMoves;
    return stack.size() == 1 ? kLeft : kRight;
  }
  // The arc that a move would make: REQUIRES can(move) and move != kShift.
  int child() const { return stack.back(); }
  int parent(Move move) const { return move == kLeft ? b0 : stack[stack.size() - 2]; }
  void shift() { stack.push_back(b0++); }
  void attach(Move move, uint8_t relation);
};

}  // namespace dateline
