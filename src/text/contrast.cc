#include "text/contrast.h"

#include "base/strings.h"
#include "base/table.h"

namespace dateline {

Result<ContrastReader> ContrastReader::load(const Resources& resources) {
  ContrastReader reader;
  TRY(Table table, Table::load(resources, "text/contrast.tsv"));
  TRY(const size_t word, table.column("word"));
  for (size_t row = 0; row < table.rows(); ++row) reader.words_.emplace(table.cell(row, word), true);
  return reader;
}

bool ContrastReader::between(const Document& doc, Span first, Span second) const {
  if (second.begin <= first.end) return false;
  const IndexRange tokens = doc.tokens_in({first.end, second.begin});
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (words_.contains(ascii_lower(doc.words(doc.tokens[t])))) return true;
  }
  return false;
}

}  // namespace dateline
