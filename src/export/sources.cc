#include "export/sources.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr size_t kTextsKept = 4000;
constexpr uint32_t kContext = 32;  // code points before and after, as W3C's TextQuoteSelector wants

}  // namespace

const SourceText& Sources::at(const std::string& report) {
  if (texts_.size() >= kTextsKept && !texts_.contains(report)) texts_.clear();
  std::unique_ptr<SourceText>& text = texts_[report];
  if (!text) text = std::make_unique<SourceText>(load_(report));
  return *text;
}

Json Sources::json(const Evidence& evidence) {
  const SourceText& source = at(evidence.report);
  const uint32_t start = source.points.at(evidence.span.begin), end = source.points.at(evidence.span.end);
  const std::string_view text = source.head.text;
  const uint32_t before = source.points.byte_of(start > kContext ? start - kContext : 0);
  const uint32_t after = source.points.byte_of(std::min(end + kContext, source.points.size()));
  return fields("report", evidence.report, "section", name_of(source.head.kind_at(evidence.span.begin)), "start", start,
                "end", end, "exact", evidence.span.of(text), "prefix",
                text.substr(before, evidence.span.begin - before), "suffix",
                text.substr(evidence.span.end, after - evidence.span.end));
}

Json Sources::json(const std::vector<Evidence>& all) {
  Json out = Json::array();
  for (const Evidence& one : all) out.push_back(json(one));
  return out;
}

}  // namespace dateline
