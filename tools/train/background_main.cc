// Makes resources/link/background.tsv: in how many documents of a sample of news each word stands.
//
//     xzcat news-10k.jsonl.xz | background > resources/link/background.tsv
//
// Reads JSON Lines with "title" and "text" from standard input. Words of fewer than three documents are left out: the
// reader takes them as never seen. Only counts leave this program, no text.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "link/terms.h"

int main() {
  constexpr uint32_t kFewest = 3;
  std::unordered_map<std::string, std::pair<uint32_t, uint32_t>> counts;  // word -> documents, the last one that had it
  uint32_t documents = 0;
  for (std::string line; std::getline(std::cin, line);) {
    const auto row = nlohmann::json::parse(line, nullptr, false);
    if (!row.is_object()) continue;
    ++documents;
    const std::string text = row.value("title", std::string()) + "\n" + row.value("text", std::string());
    dateline::for_each_word(text, [&](const dateline::Word& word) {
      auto& [df, last] = counts[std::string(word.folded)];
      if (last == documents) return;
      last = documents;
      ++df;
    });
  }
  std::vector<std::pair<std::string, uint32_t>> rows;
  for (const auto& [word, count] : counts) {
    if (count.first >= kFewest && word.size() <= 24) rows.emplace_back(word, count.first);
  }
  std::sort(rows.begin(), rows.end());
  fmt::print("# In how many documents of a sample of English-language news each word stands; made by\n");
  fmt::print("# tools/train/background_main.cc (see SOURCES.tsv). Sorted bytewise: the reader searches it in place.\n");
  fmt::print("# documents {}\nword\tdf\n", documents);
  for (const auto& [word, df] : rows) fmt::print("{}\t{}\n", word, df);
}
