// Headlines In Title Case: which capitals are those of names. A tagger that has learnt on running text takes "Mayor
// Threatens to Close Bridge" for one long name; it reads such a headline as if the words that the report itself writes
// small, and those that are no name of a person or place that we know, were written small.
// Works on the forms that tagger and parser read; the text stays.
#pragma once

#include <vector>

#include "base/resources.h"
#include "dateline/model.h"
#include "dateline/result.h"
#include "text/clusters.h"
#include "text/sorted_table.h"

namespace dateline {

class HeadlineCase {
 public:
  static Result<HeadlineCase> load(const Resources& resources);
  // forms: one for each token of the document, as written.
  void lower(const Document& doc, const WordClusters& clusters, std::vector<WordForm>& forms) const;

 private:
  SortedTable people_, places_;

  bool is_name(const Document& doc, IndexRange sentence, uint32_t t) const;
};

}  // namespace dateline
