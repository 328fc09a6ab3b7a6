// How fast names and entities are found: names REPORTS.jsonl ("text" in each row). Prints words a second of processor
// time, for each layer alone and as a ratio to the segmenter in the same process.
#include <cstdio>
#include <ctime>
#include <fstream>

#include <nlohmann/json.hpp>

#include "annotate/names.h"
#include "resolve/doc_entities.h"
#include "text/segmenter.h"
#include "text/syntax.h"

using namespace dateline;

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const Resources resources = Resources::embedded();
  const auto segmenter = Segmenter::load(resources);
  const auto syntax = SyntaxAnnotator::load(resources);
  const auto names = NameAnnotator::load(resources);
  const auto entities = EntityResolver::load(resources);
  if (!segmenter.ok() || !syntax.ok() || !names.ok() || !entities.ok()) return 2;
  std::ifstream in(argv[1]);
  std::clock_t spent[3] = {};
  size_t words = 0;
  auto timed = [&](int which, auto&& work) {
    const std::clock_t begin = std::clock();
    work();
    spent[which] += std::clock() - begin;
  };
  for (std::string line; std::getline(in, line);) {
    Document doc;
    doc.text = nlohmann::json::parse(line)["text"];
    doc.language = "en";
    doc.sections = {{{0, static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
    timed(0, [&] { segmenter.value().annotate(doc); });
    syntax.value().annotate(doc);
    timed(1, [&] { names.value().annotate(doc); });
    timed(2, [&] { entities.value().annotate(doc); });
    words += doc.tokens.size();
  }
  const char* layer[3] = {"segmenter", "names", "entities"};
  for (int i = 0; i < 3; ++i) {
    const double seconds = static_cast<double>(spent[i]) / CLOCKS_PER_SEC;
    std::printf("%-10s %8.0f words/s, %.2f times the segmenter's time\n", layer[i],
                static_cast<double>(words) / seconds, static_cast<double>(spent[i]) / static_cast<double>(spent[0]));
  }
  return 0;
}
