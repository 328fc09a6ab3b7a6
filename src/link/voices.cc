#include "link/voices.h"

#include <algorithm>
#include <tuple>

#include "base/disjoint_sets.h"
#include "base/hash.h"
#include "base/sort_unique.h"
#include "link/origin.h"
#include "link/word_runs.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr uint32_t kGap = 4;             // words that may differ inside one passage, on either side
constexpr uint32_t kCopiedWords = 12;    // fewer shared words are no copy
constexpr uint32_t kCopiedPlain = 7;     // … so many of them neither names nor titles
constexpr uint32_t kNamelessWords = 18;  // a passage without a name or number may be a stock phrase
constexpr uint32_t kSaidWords = 6;       // for quotations that both print
constexpr uint32_t kLostWords = 8;       // for words that one of them prints as its own
constexpr uint32_t kSaidPlain = 4;
constexpr uint32_t kAttributionWords = 4;  // "the president wrote", "spokesman John Smith said"
constexpr double kSameVoice = 0.4;         // share of the shorter report's words that makes two reports one voice

struct Side {
  uint32_t report;
  IndexRange words;
};

struct Passage {
  VoiceKind kind;
  Side earlier, later;
  uint32_t same = 0;
};

struct Reading {
  const Agencies& known;
  const std::vector<const Document*>& docs;
  const std::vector<WordSequence>& words;
  std::vector<std::string> agencies;
};

uint32_t count(const std::vector<uint8_t>& flags, IndexRange range) {
  return static_cast<uint32_t>(std::count(flags.begin() + range.begin, flags.begin() + range.end, 1));
}

// What one pair of aligned words tells: said in both, or said here and printed there as the report's own.
enum class Standing : uint8_t { other, both_quoted, lost_in_later, lost_in_earlier };

Standing standing(const WordSequence& a, uint32_t i, const WordSequence& b, uint32_t j) {
  if (a.quoted[i] && b.quoted[j]) return Standing::both_quoted;
  if (a.quoted[i] && a.statement[i] != kNone && !b.quoted[j] && b.statement[j] == kNone) return Standing::lost_in_later;
  if (b.quoted[j] && b.statement[j] != kNone && !a.quoted[i] && a.statement[i] == kNone)
    return Standing::lost_in_earlier;
  return Standing::other;
}

// The stretches of aligned words that share a standing, as passages of their own.
void said_passages(const Reading& r, uint32_t later, const SharedRun& run, std::vector<Passage>& out) {
  const WordSequence &a = r.words[run.report], &b = r.words[later];
  for (uint32_t k = 0; k < run.size;) {
    const Standing now = standing(a, run.begin + k, b, run.at + k);
    uint32_t end = k + 1;
    while (end < run.size && standing(a, run.begin + end, b, run.at + end) == now) ++end;
    const IndexRange in_a{run.begin + k, run.begin + end}, in_b{run.at + k, run.at + end};
    const uint32_t least = now == Standing::both_quoted ? kSaidWords : kLostWords;
    if (now != Standing::other && end - k >= least && count(b.plain, in_b) >= kSaidPlain) {
      const VoiceKind kind = now == Standing::both_quoted ? VoiceKind::shared_quotation : VoiceKind::attribution_lost;
      out.push_back({kind, {run.report, in_a}, {later, in_b}, end - k});
    }
    k = end;
  }
}

bool crosses_break(const WordSequence& words, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; ++i) {
    if (words.is_break(i)) return true;
  }
  return false;
}

// Runs with the same report that follow each other closely on both sides, joined: what remains after a light edit.
std::vector<Passage> joined(const Reading& r, uint32_t later, const std::vector<SharedRun>& runs) {
  std::vector<Passage> out;
  for (const SharedRun& run : runs) {
    if (!out.empty() && out.back().earlier.report == run.report) {
      Passage& last = out.back();
      const uint32_t a_end = last.earlier.words.end, b_end = last.later.words.end;
      if (run.begin >= a_end && run.begin <= a_end + kGap && run.at <= b_end + kGap &&
          !crosses_break(r.words[run.report], a_end, run.begin) && !crosses_break(r.words[later], b_end, run.at)) {
        last.earlier.words.end = run.begin + run.size;
        last.later.words.end = run.at + run.size;
        last.same += run.size;
        continue;
      }
    }
    out.push_back({VoiceKind::copied,
                   {run.report, {run.begin, run.begin + run.size}},
                   {later, {run.at, run.at + run.size}},
                   run.size});
  }
  return out;
}

// Whether a passage says something that two reporters would not write alike by chance.
bool telling(const Reading& r, const Passage& p) {
  const uint32_t plain = count(r.words[p.later.report].plain, p.later.words);
  if (p.same < kCopiedWords || plain < kCopiedPlain) return false;
  return plain < p.later.words.size() || p.same >= kNamelessWords;
}

// Whether a passage is quotations and at most who said them ("…," Trump wrote. "…"). `lost`: or what one of the reports
// prints as its own.
bool only_said(const Passage& p, const std::vector<Passage>& said, bool lost) {
  uint32_t covered = 0;
  for (const Passage& s : said) {
    if (s.earlier.report != p.earlier.report || (!lost && s.kind != VoiceKind::shared_quotation)) continue;
    const uint32_t begin = std::max(s.later.words.begin, p.later.words.begin);
    const uint32_t end = std::min(s.later.words.end, p.later.words.end);
    if (begin < end) covered += end - begin;
  }
  return covered + kAttributionWords >= p.later.words.size();
}

std::string passage_key(const Reading& r, const Side& side) {
  return fold(
      r.docs[side.report]->words(r.words[side.report].span(*r.docs[side.report], side.words.begin, side.words.end)));
}

Evidence evidence_of(const Reading& r, const Side& side) {
  return {r.docs[side.report]->id, r.words[side.report].span(*r.docs[side.report], side.words.begin, side.words.end)};
}

// Passages of the same kind over the same words of the same earlier report are one voice with several copies.
std::vector<Voice> to_voices(const Reading& r, std::vector<Passage> passages) {
  std::sort(passages.begin(), passages.end(), [](const Passage& x, const Passage& y) {
    return std::tie(x.kind, x.earlier.report, x.earlier.words, x.later.report, x.later.words) <
           std::tie(y.kind, y.earlier.report, y.earlier.words, y.later.report, y.later.words);
  });
  std::vector<Voice> out;
  for (size_t i = 0; i < passages.size();) {
    IndexRange whole = passages[i].earlier.words;
    Side first = passages[i].earlier;
    std::vector<uint32_t> reports = {first.report};
    Voice voice;
    voice.kind = passages[i].kind;
    size_t j = i;
    for (; j < passages.size(); ++j) {
      const Passage& p = passages[j];
      if (p.kind != voice.kind || p.earlier.report != first.report) break;
      const uint32_t common =
          std::min(whole.end, p.earlier.words.end) -
          std::min(std::max(whole.begin, p.earlier.words.begin), std::min(whole.end, p.earlier.words.end));
      if (2 * common < std::max(whole.size(), p.earlier.words.size())) break;
      whole = {std::min(whole.begin, p.earlier.words.begin), std::max(whole.end, p.earlier.words.end)};
      reports.push_back(p.later.report);
      voice.evidence.push_back(evidence_of(r, p.later));
    }
    first.words = whole;
    voice.evidence.push_back(evidence_of(r, first));
    std::sort(voice.evidence.begin(), voice.evidence.end());
    sort_unique(reports);
    for (uint32_t report : reports) voice.reports.push_back(r.docs[report]->id);
    std::sort(voice.reports.begin(), voice.reports.end());
    const Span span = evidence_of(r, first).span;
    voice.chars = static_cast<uint32_t>(count_code_points(r.docs[first.report]->words(span)));
    const bool said = voice.kind == VoiceKind::shared_quotation || voice.kind == VoiceKind::attribution_lost;
    voice.origin =
        said ? "outside" : origin_of(r.known, r.docs, reports, r.agencies);  // a speaker's words come from the speaker
    voice.id = content_id(
        "v", {name_of(voice.kind), r.docs[first.report]->id, std::to_string(span.begin), passage_key(r, first)});
    out.push_back(std::move(voice));
    i = j;
  }
  return out;
}

// Joins a report to the group of earlier ones that most of its words, or most of theirs, come from.
void join_voice(const Reading& r, uint32_t later, const std::vector<Passage>& passages, DisjointSets& groups) {
  std::vector<std::pair<uint32_t, uint32_t>> shared;  // root of the group, words
  for (const Passage& p : passages) {
    const uint32_t root = groups.first_of(p.earlier.report);
    auto found = std::find_if(shared.begin(), shared.end(), [&](const auto& s) { return s.first == root; });
    if (found == shared.end())
      shared.emplace_back(root, p.same);
    else
      found->second += p.same;
  }
  for (const auto& [root, words] : shared) {
    uint32_t least = static_cast<uint32_t>(r.words[later].size());
    for (const Passage& p : passages) {
      if (groups.first_of(p.earlier.report) == root)
        least = std::min(least, static_cast<uint32_t>(r.words[p.earlier.report].size()));
    }
    if (words >= kSameVoice * least) groups.join(later, root);
  }
}

}  // namespace

Voices find_voices(const std::vector<const Document*>& docs, const std::vector<WordSequence>& words,
                   const Agencies& agencies) {
  Voices out;
  out.own_wording.assign(docs.size(), 1.0);
  if (docs.size() == 1) {  // shares nothing
    out.voice_of = {0};
    return out;
  }
  Reading r{agencies, docs, words, {}};
  for (const Document* doc : docs) r.agencies.push_back(agencies.credited(*doc));
  DisjointSets groups(docs.size());
  ShingleIndex index(words_in(words));
  std::vector<Passage> passages;
  for (uint32_t later : by_publication(docs)) {
    const WordSequence& here = words[later];
    const auto size = static_cast<uint32_t>(here.size());
    const std::vector<SharedRun> runs = shared_runs(index, words, here, 0, size);
    std::vector<Passage> copied = joined(r, later, runs);
    std::vector<uint8_t> shared(size, 0);
    std::erase_if(copied, [&](const Passage& p) { return !telling(r, p); });
    std::vector<Passage> said;
    for (const SharedRun& run : runs) said_passages(r, later, run, said);
    for (const std::vector<Passage>* list : {&copied, &said}) {
      for (const Passage& p : *list)
        std::fill(shared.begin() + p.later.words.begin, shared.begin() + p.later.words.end, 1);
    }
    if (size > 0) out.own_wording[later] = 1.0 - static_cast<double>(count(shared, {0, size})) / size;
    // Quotations are listed as what they are, and are no sign that one reporter had the other's words.
    std::erase_if(copied, [&](const Passage& p) { return only_said(p, said, false); });
    join_voice(r, later, copied, groups);
    std::erase_if(copied, [&](const Passage& p) { return only_said(p, said, true); });
    for (Passage& p : copied) {
      const uint32_t length = std::max(p.earlier.words.size(), p.later.words.size());
      p.kind = p.same == length ? VoiceKind::copied : VoiceKind::near_copy;
      passages.push_back(p);
    }
    passages.insert(passages.end(), said.begin(), said.end());
    index.add(later, here, 0, size);
  }
  out.voices = to_voices(r, std::move(passages));
  std::vector<int32_t> number(docs.size(), kNone);  // groups numbered by their first report, not by who joined whom
  for (uint32_t i = 0, next = 0; i < docs.size(); ++i) {
    int32_t& n = number[groups.first_of(i)];
    if (n == kNone) n = static_cast<int32_t>(next++);
    out.voice_of.push_back(static_cast<uint32_t>(n));
  }
  return out;
}

}  // namespace dateline
