#include "text/lemmatiser.h"

#include <algorithm>

#include "text/linear.h"

namespace dateline {

int capitals_of(Shape shape, bool first) {
  if (shape == Shape::upper) return 3;
  if (shape == Shape::lower || shape > Shape::initial) return 0;
  return first ? 2 : 1;
}

uint32_t ending_key(uint8_t tag, int capitals, std::string_view ending, bool whole) {
  const uint64_t context = (uint64_t{tag} << 8) | (static_cast<uint64_t>(capitals) << 1) | (whole ? 1 : 0);
  return feature_key(mix(mix(context, ending.size()), hash_bytes(ending.data(), ending.data() + ending.size())));
}

Result<Lemmatiser> Lemmatiser::load(const Resources& resources) {
  TRY(std::string_view bytes, resources.get(kFile));
  TRY(Lemmatiser lemmatiser, open(bytes));
  TRY(lemmatiser.irregular_, SortedTable::load(resources, kIrregular));
  return lemmatiser;
}

Result<Lemmatiser> Lemmatiser::open(std::string_view bytes) {
  Lemmatiser lemmatiser;
  TRY(ModelFile file, ModelFile::open(kFile, bytes));
  TRY(auto rules, file.part<Rule>("rules"));
  TRY(auto edits, file.part<Edit>("edits"));
  lemmatiser.rules_ = rules.first;
  lemmatiser.mask_ = static_cast<uint32_t>(rules.second - 1);
  lemmatiser.edits_ = edits.first;
  return lemmatiser;
}

const Lemmatiser::Rule* Lemmatiser::find(uint32_t key) const {
  for (uint32_t at = key & mask_; rules_[at].key != 0; at = (at + 1) & mask_) {
    if (rules_[at].key == key) return &rules_[at];
  }
  return nullptr;
}

void Lemmatiser::lemma(std::string_view word, Shape shape, uint8_t tag, bool first, bool past, std::string& out) const {
  normalise(word, out);
  if (past) {
    if (std::string_view rows = irregular_.rows(out); !rows.empty()) {
      out.assign(next_row<2>(rows)[1]);
      return;
    }
  }
  const int capitals = capitals_of(shape, first);
  const std::string_view low = out;
  const Rule* rule = find(ending_key(tag, capitals, low, true));
  for (size_t size = std::min(kLongestEnding, low.size()); rule == nullptr; --size) {
    rule = find(ending_key(tag, capitals, low.substr(low.size() - size), false));
    if (size == 0) break;
  }
  if (rule == nullptr) return;
  const Edit& edit = edits_[rule->edit];
  if (edit.keep_case) out.assign(word);
  out.resize(out.size() - std::min<size_t>(edit.strip, out.size()));
  out.append(edit.add, edit.add_size);
  if (out.empty()) normalise(word, out);
}

}  // namespace dateline
