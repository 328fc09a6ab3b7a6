#include "resolve/report_date.h"

namespace dateline {

struct ReportDater::Lexicon {};

Result<ReportDater> ReportDater::load(const Resources&) { return ReportDater{}; }

void ReportDater::infer(Document&) const {}

std::vector<Published> ReportDater::refine(const std::vector<const Document*>& docs) const {
  std::vector<Published> out;
  for (const Document* doc : docs) out.push_back(doc->published);
  return out;
}

}  // namespace dateline
