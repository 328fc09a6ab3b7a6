#include "annotate/name_tagger.h"

#include <algorithm>
#include <cstring>

namespace dateline {
namespace {

constexpr std::array<EntityType, 3> kTypes = {EntityType::person, EntityType::organisation, EntityType::place};
constexpr int32_t kNever = -(1 << 28);

bool opens(size_t label) {
  return label != 0 && label != kNameLabels && ((label - 1) % 4 == 0 || (label - 1) % 4 == 1);
}
bool goes_on(size_t label) {
  return label != 0 && label != kNameLabels && ((label - 1) % 4 == 1 || (label - 1) % 4 == 2);
}

// What may stand before a label: B or I of its type before I and L, a finished name or none before the others.
constexpr std::array<std::array<uint8_t, 7>, 3> kOpen = {{{1, 2, 13}, {5, 6, 13}, {9, 10, 13}}};
constexpr std::array<uint8_t, 7> kClosed = {0, 3, 4, 7, 8, 11, 12};

}  // namespace

bool name_label_follows(size_t a, size_t b) {
  if (opens(a)) return goes_on(b) && (a - 1) / 4 == (b - 1) / 4;
  return !goes_on(b);
}

void best_name_labels(const std::vector<NameScores>& scores, const std::array<NameScores, kNameLabels + 1>& transitions,
                      std::vector<uint8_t>& labels) {
  const size_t n = scores.size();
  labels.assign(n, 0);
  if (n == 0) return;
  std::vector<std::array<uint8_t, kNameLabels>> from(n);
  NameScores best{}, next{};
  for (size_t b = 0; b < kNameLabels; ++b)
    best[b] = name_label_follows(kNameLabels, b) ? scores[0][b] + transitions[kNameLabels][b] : kNever;
  for (size_t t = 1; t < n; ++t) {
    // A word that is surely in no name leaves one way out of it, and one way into it.
    const bool after_none = scores[t - 1][0] == kSurelyNoName, none = scores[t][0] == kSurelyNoName;
    for (size_t b = 0; b < (none ? 1 : kNameLabels); ++b) {
      int32_t top = kNever * 2;
      uint8_t where = 0;
      if (after_none) {
        top = goes_on(b) ? top : best[0] + transitions[0][b];
      } else {
        for (uint8_t a : goes_on(b) ? kOpen[(b - 1) / 4] : kClosed) {
          if (a == kNameLabels) break;
          const int32_t value = best[a] + transitions[a][b];
          if (value > top) top = value, where = a;
        }
      }
      next[b] = std::max(top, kNever) + scores[t][b];
      from[t][b] = where;
    }
    if (none) std::fill(next.begin() + 1, next.end(), kNever);
    best = next;
  }
  uint8_t label = 0;
  int32_t top = kNever * 2;
  for (size_t b = 0; b < kNameLabels; ++b) {
    if (!opens(b) && best[b] > top) top = best[b], label = static_cast<uint8_t>(b);
  }
  for (size_t t = n; t-- > 0;) {
    labels[t] = label;
    label = from[t][label];
  }
}

Result<NameModel> NameModel::over(std::string_view bytes) {
  const Error bad{ErrorCode::invalid_input, "not a names model", "models/names.bin"};
  constexpr size_t kHeader = 8 + 4 + 4 + (kNameLabels + 1) * kNameLabels * 2;
  if (bytes.size() < kHeader || !bytes.starts_with("DLNAMES2")) return bad;
  uint32_t class_bytes, slots;
  std::memcpy(&class_bytes, bytes.data() + 8, 4);
  std::memcpy(&slots, bytes.data() + 12, 4);
  if (slots < kProbes || (slots & (slots - 1)) != 0 ||
      bytes.size() != kHeader + class_bytes + size_t{slots} * kSlotBytes)
    return bad;
  NameModel model;
  for (size_t a = 0; a <= kNameLabels; ++a) {
    for (size_t b = 0; b < kNameLabels; ++b) {
      int16_t w;
      std::memcpy(&w, bytes.data() + 16 + (a * kNameLabels + b) * 2, 2);
      model.transitions_[a][b] = name_label_follows(a, b) ? w : kNever;
    }
  }
  model.classes_ = WordClasses::over(bytes.substr(kHeader, class_bytes));
  model.pages_ = LargePages(bytes.substr(kHeader + class_bytes));
  model.slots_ = model.pages_.bytes().data();
  model.mask_ = slots - 1;
  return model;
}

void NameModel::ask(const uint64_t* features) const {
  for (size_t f = 0; f < NameFeatures::kCount && features[f] != 0; ++f)
    __builtin_prefetch(slots_ + size_t{slot_of(features[f], mask_)} * kSlotBytes);
}

// Without branches, which would be guessed wrong half of the time. Whole slots are added, check and all, in vector
// registers; some 60 weights of 8 bits fit 16.
void NameModel::score(const uint64_t* features, NameScores& scores) const {
  using Slot [[gnu::vector_size(kSlotBytes)]] = int8_t;
  using Sums [[gnu::vector_size(2 * kSlotBytes)]] = int16_t;
  static constexpr char kUnknown[kSlotBytes] = {};
  Sums sums{};
  for (size_t f = 0; f < NameFeatures::kCount && features[f] != 0; ++f) {
    const uint16_t check = check_of(features[f]);
    const char* const bucket = slots_ + size_t{slot_of(features[f], mask_)} * kSlotBytes;
    const char* there = kUnknown;
    for (size_t at = kProbes; at-- > 0;) {
      uint16_t found;
      std::memcpy(&found, bucket + at * kSlotBytes, 2);
      there = found == check ? bucket + at * kSlotBytes : there;
    }
    Slot slot;
    std::memcpy(&slot, there, sizeof slot);
    sums += __builtin_convertvector(slot, Sums);
  }
  for (size_t l = 0; l < kNameLabels; ++l) scores[l] += sums[l + 2];
}

// A word that the list of organisations is sure of: one that acts in politics ("Fatah"), not a brand, which may be a
// thing.
bool is_actor(const WordView& v) {
  if (!v.org.sure || v.org.place != OrgMark::whole || !in_usual_line(v.shape)) return false;
  const CaseShape shape = bare(v.shape);
  const bool written = shape == CaseShape::upper || shape == CaseShape::mixed ||
                       (shape == CaseShape::title_case && !(v.known & (kStop | kWeak | kPlace)));
  return written && v.org.kind >= OrgKind::body && v.org.kind <= OrgKind::armed;
}

// A long name of the list of organisations that means nothing else is one from its first word to its last ("Department
// of Housing and Urban Development"), unless much speaks against it; so is a short one, with less.
void trust_list(const std::vector<WordView>& words, const Sentence& s, std::vector<NameScores>& scores) {
  constexpr uint32_t kLeastWords = 3;
  constexpr int32_t kTrust = 200, kTrustInOne = 150, kTrustInParty = 800;
  for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
    if (is_actor(words[t])) {
      // Parties and armed groups look like peoples, which are no names to the model.
      const bool party = words[t].org.kind == OrgKind::party || words[t].org.kind == OrgKind::armed;
      scores[t - s.tokens.begin][name_label(1, NamePart::unit)] += party ? kTrustInParty : kTrustInOne;
    }
    if (words[t].org.place != OrgMark::begin || !words[t].org.sure) continue;
    uint32_t end = t + 1;
    while (end < s.tokens.end && words[end].org.place == OrgMark::inside) ++end;
    if (end == s.tokens.end || words[end].org.place != OrgMark::last || end + 1 - t < kLeastWords) continue;
    for (uint32_t i = t; i <= end; ++i) {
      NameScores& score = scores[i - s.tokens.begin];
      if (score[0] == kSurelyNoName) score[0] = 0;
      score[name_label(1, i == t ? NamePart::begin : i == end ? NamePart::last : NamePart::inside)] += kTrust;
    }
  }
}

std::vector<Mention> names_by_model(const Document& doc, const NameLexicon& lexicon, const NameModel& model) {
  const NameFeatures features(lexicon, model.classes());
  const std::vector<WordView> words = features.look(doc);
  std::vector<Mention> out;
  std::vector<NameScores> scores;
  std::vector<uint8_t> labels;
  uint64_t hashes[2][NameFeatures::kCount];
  for (const Sentence& s : doc.sentences) {
    if (doc.section_of(s).kind == SectionKind::boilerplate) continue;
    scores.assign(s.tokens.size(), {});
    size_t asked = 0;               // words
    NameScores* waiting = nullptr;  // of the word before, whose weights are on their way
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      if (features.in_no_name(words, s, t)) {
        scores[t - s.tokens.begin][0] = kSurelyNoName;
        continue;
      }
      uint64_t* const own = hashes[asked++ % 2];
      features.at(words, s, t, true, own);
      model.ask(own);
      if (waiting) model.score(hashes[asked % 2], *waiting);
      waiting = &scores[t - s.tokens.begin];
    }
    if (waiting) model.score(hashes[(asked + 1) % 2], *waiting);
    trust_list(words, s, scores);
    best_name_labels(scores, model.transitions(), labels);
    for (uint32_t i = 0; i < labels.size(); ++i) {
      if (labels[i] == 0) continue;
      uint32_t j = i;
      while (opens(labels[j])) ++j;
      Mention m;
      m.tokens = {s.tokens.begin + i, s.tokens.begin + j + 1};
      m.span = {doc.tokens[m.tokens.begin].span.begin, doc.tokens[m.tokens.end - 1].span.end};
      m.type = kTypes[(labels[i] - 1) / 4];
      out.push_back(m);
      i = j;
    }
  }
  return out;
}

}  // namespace dateline
