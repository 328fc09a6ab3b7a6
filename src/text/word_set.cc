#include "text/word_set.h"

#include <algorithm>

#include "text/word_form.h"

namespace dateline {
namespace {

size_t place(std::string_view word, size_t slots) {
  return hash_bytes(word.data(), word.data() + word.size()) & (slots - 1);
}

}  // namespace

void WordSet::grow() {
  std::vector<Slot> old(std::max<size_t>(16, slots_.size() * 2));
  old.swap(slots_);
  for (const Slot& s : old) {
    if (s.word.empty()) continue;
    size_t at = place(s.word, slots_.size());
    while (!slots_[at].word.empty()) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = s;
  }
}

void WordSet::add(std::string_view word, uint16_t value) {
  if (word.empty()) return;
  if (size_ * 3 >= slots_.size()) grow();
  size_t at = place(word, slots_.size());
  for (; !slots_[at].word.empty(); at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].word == word) return;
  }
  slots_[at] = {word, value};
  ++size_;
  longest_ = std::max(longest_, word.size());
}

int WordSet::find(std::string_view word) const {
  if (word.empty() || word.size() > longest_) return -1;
  for (size_t at = place(word, slots_.size()); !slots_[at].word.empty(); at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].word == word) return slots_[at].value;
  }
  return -1;
}

}  // namespace dateline
