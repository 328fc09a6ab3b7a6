// How fast the layer for times reads: bytes of text a second on one thread, for TimeAnnotator::find alone, beside a
// plain pass over the same bytes (count of words) as the yardstick. The text is read in pieces of a report's size.
//
//   times < TEXT
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "annotate/times.h"
#include "base/files.h"
#include "base/strings.h"

namespace {
constexpr size_t kReport = 4000;  // bytes
}

int main() {
  using namespace dateline;
  auto text = read_file("-");
  auto annotator = TimeAnnotator::load(Resources::embedded());
  if (!text.ok() || !annotator.ok()) return 2;
  std::vector<Document> docs;
  for (size_t at = 0, end = 0; at < text->size(); at = end) {
    end = std::min(text->find('\n', std::min(at + kReport, text->size())), text->size());
    Document doc;
    doc.text = text->substr(at, end - at);
    doc.sections = {{{0, static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
    docs.push_back(std::move(doc));
  }
  const auto seconds = [](auto run) {
    const std::clock_t begin = std::clock();  // the processor's time: other programs may run beside
    run();
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  size_t words = 0;
  const double yardstick = seconds([&] {
    for (size_t i = 1; i < text->size(); ++i) words += is_space((*text)[i]) && !is_space((*text)[i - 1]);
  });
  double best = 1e9;
  for (int i = 0; i < 5; ++i) {
    const double took = seconds([&] {
      for (Document& doc : docs) annotator->find(doc);
    });
    best = std::min(best, took);
  }
  size_t found = 0;
  for (const Document& doc : docs) found += doc.times.size();
  std::printf("times: %zu words, %zu found, %.1f MB/s, %.1f times the yardstick\n", words, found,
              static_cast<double>(text->size()) / 1e6 / best, best / yardstick);
  return 0;
}
