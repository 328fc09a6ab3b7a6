#include "link/word_runs.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "base/strings.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace dateline {
namespace {

bool is_word(std::string_view word) {
  return !word.empty() &&
         (is_digit(word[0]) || is_upper(word[0]) || is_lower(word[0]) || (word[0] == '\'' && word.size() > 1) ||
          (static_cast<uint8_t>(word[0]) >= 0xC3 && word.compare(0, 2, "\xE2\x80") != 0));
}

// The hash of the folded word; plain ASCII without a detour.
uint64_t word_hash(std::string_view word) {
  char buffer[48];
  if (word.size() <= sizeof buffer) {
    bool ascii = true;
    for (size_t i = 0; i < word.size(); ++i) {
      if (static_cast<uint8_t>(word[i]) & 0x80) ascii = false;
      buffer[i] = is_upper(word[i]) ? static_cast<char>(word[i] + 32) : word[i];
    }
    if (ascii) return hash64({buffer, word.size()});
  }
  return hash64(fold(word));
}

uint64_t mix(uint64_t h, uint64_t x) {
  h ^= x + 0x9E3779B97F4A7C15ull + (h << 6) + (h >> 2);
  return h * 0xFF51AFD7ED558CCDull;
}

constexpr uint64_t kBreak = 0;  // the hash between sections

void fill_shingles(WordSequence& words) {
  words.shingle.assign(words.size(), 0);
  for (size_t i = 0; i + kShingle <= words.size(); ++i) {
    uint64_t h = 17;
    bool whole = true;
    for (size_t j = i; j < i + kShingle; ++j) {
      whole &= words.hash[j] != kBreak;
      h = mix(h, words.hash[j]);
    }
    if (whole) words.shingle[i] = h | 1;
  }
}

}  // namespace

Span WordSequence::span(const Document& doc, uint32_t begin, uint32_t end) const {
  return {doc.tokens[token[begin]].span.begin, doc.tokens[token[end - 1]].span.end};
}

WordSequence words_of(const Document& doc) {
  WordSequence out;
  const std::vector<QuotedStretch> stretches = find_quoted(doc);
  size_t stretch = 0;
  std::vector<int32_t> saying(doc.tokens.size(), kNone);
  for (size_t s = 0; s < doc.statements.size(); ++s) {
    if (doc.statements[s].speaker.empty()) continue;
    const IndexRange range = doc.tokens_in(doc.statements[s].content);
    for (uint32_t i = range.begin; i < range.end; ++i) saying[i] = static_cast<int32_t>(s);
  }
  uint32_t section = UINT32_MAX;
  for (const Sentence& sentence : doc.sentences) {
    const SectionKind kind = doc.section_of(sentence).kind;
    if (kind != SectionKind::body && kind != SectionKind::headline) continue;
    if (sentence.section != section && !out.hash.empty()) {
      out.hash.push_back(kBreak);
      out.token.push_back(sentence.tokens.begin);
      out.plain.push_back(0);
      out.quoted.push_back(0);
      out.statement.push_back(kNone);
    }
    section = sentence.section;
    for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const std::string_view word = doc.words(doc.tokens[i]);
      if (!is_word(word)) continue;
      const uint32_t at = doc.tokens[i].span.begin;
      while (stretch < stretches.size() && (stretches[stretch].outer.end <= at || stretches[stretch].depth > 0))
        ++stretch;
      out.hash.push_back(word_hash(word) | 2);
      out.token.push_back(i);
      out.plain.push_back(is_lower(word[0]));
      out.quoted.push_back(stretch < stretches.size() && stretches[stretch].outer.begin <= at);
      out.statement.push_back(saying[i]);
    }
  }
  fill_shingles(out);
  return out;
}

std::vector<WordSequence> words_of(const std::vector<const Document*>& docs) {
  std::vector<WordSequence> out;
  out.reserve(docs.size());
  for (const Document* doc : docs) out.push_back(words_of(*doc));
  return out;
}

size_t words_in(const std::vector<WordSequence>& all) {
  size_t n = 0;
  for (const WordSequence& words : all) n += words.size();
  return n;
}

size_t ShingleIndex::slot_of(uint64_t shingle) const {
  size_t at = shingle & (slots_.size() - 1);
  while (slots_[at].shingle != 0 && slots_[at].shingle != shingle) at = (at + 1) & (slots_.size() - 1);
  return at;
}

void ShingleIndex::grow() {
  std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  for (const Slot& slot : old) {
    if (slot.shingle != 0) slots_[slot_of(slot.shingle)] = slot;
  }
}

void ShingleIndex::add(uint32_t report, const WordSequence& words, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; ++i) {
    if (words.shingle[i] == 0) continue;
    if (2 * used_ >= slots_.size()) grow();
    Slot& slot = slots_[slot_of(words.shingle[i])];
    if (slot.holders == kHolders) continue;
    const auto place = static_cast<uint32_t>(places_.size());
    places_.push_back({report, i, kNowhere});
    if (slot.holders++ == 0) {
      slot.shingle = words.shingle[i];
      slot.first = place;
      ++used_;
    } else {
      places_[slot.last].next = place;
    }
    slot.last = place;
  }
}

uint32_t ShingleIndex::find(uint64_t shingle) const { return shingle == 0 ? kNowhere : slots_[slot_of(shingle)].first; }

std::vector<SharedRun> shared_runs(const ShingleIndex& index, const std::vector<WordSequence>& all,
                                   const WordSequence& words, uint32_t from, uint32_t to, uint32_t but) {
  constexpr uint32_t kLoyalty = 4;  // words that going on with the same report is worth
  std::vector<SharedRun> out;
  for (uint32_t i = from; i + kShingle <= to;) {
    SharedRun best;
    uint32_t best_worth = 0;
    for (uint32_t p = index.find(words.shingle[i]); p != ShingleIndex::kNowhere; p = index[p].next) {
      const ShingleIndex::Place& place = index[p];
      if (place.report == but) continue;
      const WordSequence& other = all[place.report];
      uint32_t n = 0;
      while (i + n < to && place.word + n < other.size() && words.hash[i + n] != kBreak &&
             other.hash[place.word + n] == words.hash[i + n])
        ++n;
      const bool goes_on =
          !out.empty() && out.back().report == place.report && place.word >= out.back().begin + out.back().size;
      const uint32_t worth = n >= kShingle ? n + (goes_on ? kLoyalty : 0) : 0;
      if (worth <= best_worth) continue;
      best_worth = worth;
      best = {place.report, place.word, i, n};
    }
    if (best_worth == 0) {
      ++i;
      continue;
    }
    out.push_back(best);
    i += best.size;
  }
  return out;
}

}  // namespace dateline
