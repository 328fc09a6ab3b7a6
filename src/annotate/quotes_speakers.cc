#include "annotate/quotes_speakers.h"

#include <algorithm>
#include <array>

#include "annotate/quotes_words.h"
#include "base/strings.h"

namespace dateline {
namespace {

// Papers that speak for whoever put them out.
bool is_paper(std::string_view lower) {
  static constexpr std::array<std::string_view, 14> kPapers = {"announcement", "brief", "communique", "declaration", "dispatch", "email", "letter",
                                                               "memo", "message", "notice", "post", "release", "statement", "tweet"};
  return std::binary_search(kPapers.begin(), kPapers.end(), lower);
}

bool is_spokesperson(std::string_view lower) {
  return lower.starts_with("spokes") || lower == "representative" || lower == "aide" || lower == "lawyer" || lower == "attorney";
}

std::string without_article(std::string_view words) {
  for (std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "}) {
    if (words.starts_with(article)) return std::string(words.substr(article.size()));
  }
  return std::string(words);
}

}  // namespace

// The mention that holds the head, else the first person in the words, else the first of any kind.
int32_t SpeakerReader::entity_in(Span words, int32_t head) const {
  auto at = std::partition_point(doc_.mentions.begin(), doc_.mentions.end(), [&](const Mention& m) { return m.span.begin < words.begin; });
  // A title may stand before the mention's own words, or the mention begin before the words.
  if (at != doc_.mentions.begin() && (at - 1)->span.end > words.begin) --at;
  int32_t person = kNone, any = kNone;
  for (; at != doc_.mentions.end() && at->span.begin < words.end; ++at) {
    if (at->entity == kNone) continue;
    if (head != kNone && at->span.contains(doc_.tokens[head].span)) return at->entity;
    const std::string_view after = std::string_view(doc_.text).substr(at->span.end);
    const bool possessive = after.starts_with("'s") || after.starts_with("’s") || after.starts_with("' ") || after.starts_with("’ ");
    if (possessive && at->span.end + 3 < words.end) continue;  // "Blinken's spokesman": not Blinken
    if (person == kNone && at->type == EntityType::person) person = at->entity;
    if (any == kNone) any = at->entity;
  }
  if (person != kNone) return person;
  // "officials in Haiti" are not Haiti: without a head inside a mention, only what stands first names the speaker.
  if (any == kNone || head == kNone) return any;
  return kNone;
}

// In "X's spokesperson M", "X spokesman M", "M, a spokesman for X": X.
int32_t SpeakerReader::principal_in(Span words, int32_t speaker) const {
  const IndexRange range = doc_.tokens_in(words);
  int32_t spokes = kNone;
  for (uint32_t i = range.begin; i < range.end && spokes == kNone; ++i) {
    if (is_spokesperson(LowerWord(doc_, i).view())) spokes = static_cast<int32_t>(i);
  }
  if (spokes == kNone) return kNone;
  const uint32_t at = doc_.tokens[spokes].span.begin;
  int32_t before = kNone, after = kNone;
  for (const Mention& m : doc_.mentions) {
    if (m.span.begin >= words.end) break;
    if (m.span.begin < words.begin || m.entity == kNone || m.entity == speaker) continue;
    if (m.span.end <= at) before = m.entity;
    else if (after == kNone && m.span.begin > at) after = m.entity;
  }
  return before != kNone ? before : after;
}

Speaker SpeakerReader::read(Span words, int32_t head) {
  Speaker out;
  if (words.empty()) return out;
  const IndexRange range = doc_.tokens_in(words);
  bool paper = false;
  if (head != kNone) {
    paper = is_paper(LowerWord(doc_, static_cast<uint32_t>(head)).view());
  } else {
    for (uint32_t i = range.begin; i < range.end; ++i) paper |= is_paper(LowerWord(doc_, i).view());
  }
  if (paper) {
    // "a statement from the State Department", "his statement", else the one told of before.
    int32_t named = entity_in(words, kNone);
    if (named != kNone) {
      out.entity = named;
      out.on_behalf = principal_in(words, named);
      if (out.on_behalf == kNone) out.on_behalf = principal_[named];
      out.name = doc_.entities[named].name;
    } else if (issuer_.entity != kNone || !issuer_.name.empty()) {
      out = issuer_;
    } else {
      out.name = without_article(doc_.words(words));
    }
    issuer_ = out;
    return out;
  }
  out.entity = entity_in(words, head);
  if (out.entity != kNone) {
    out.name = doc_.entities[out.entity].name;
    const int32_t principal = principal_in(words, out.entity);
    if (principal != kNone) principal_[out.entity] = principal;
    out.on_behalf = principal_[out.entity];
  } else {
    out.name = without_article(doc_.words(words));
    out.on_behalf = principal_in(words, kNone);
  }
  issuer_ = out;
  return out;
}

}  // namespace dateline
