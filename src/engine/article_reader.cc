#include "dateline/article_reader.h"

#include "base/resources.h"
#include "extract/extract.h"

namespace dateline {

Result<ArticleReader> ArticleReader::load(const std::string& folder) {
  TRY(Extractor extractor, Extractor::load(folder.empty() ? Resources::embedded() : Resources::from_folder(folder)));
  return ArticleReader(std::make_shared<const Extractor>(std::move(extractor)));
}

Result<Article> ArticleReader::extract(const Capture& capture) const { return extractor_->extract(capture); }

}  // namespace dateline
