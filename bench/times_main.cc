// How fast the layer for times reads: bytes of text a second on one thread, for TimeAnnotator::find alone, beside a
// plain pass over the same bytes (count of words) as the yardstick.
//
//   times < TEXT
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "annotate/times.h"
#include "base/files.h"
#include "base/strings.h"

int main() {
  using namespace dateline;
  auto text = read_file("-");
  auto annotator = TimeAnnotator::load(Resources::embedded());
  if (!text.ok() || !annotator.ok()) return 2;
  Document doc;
  doc.text = std::move(*text);
  doc.sections = {{{0, static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
  const auto seconds = [](auto run) {
    const std::clock_t begin = std::clock();  // the processor's time: other programs may run beside
    run();
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  size_t words = 0;
  const double yardstick = seconds([&] {
    for (size_t i = 1; i < doc.text.size(); ++i) words += is_space(doc.text[i]) && !is_space(doc.text[i - 1]);
  });
  double best = 1e9;
  for (int i = 0; i < 3; ++i) best = std::min(best, seconds([&] { annotator->find(doc); }));
  std::printf("times: %zu words, %zu found, %.1f MB/s, %.1f times the yardstick\n", words, doc.times.size(),
              static_cast<double>(doc.text.size()) / 1e6 / best, best / yardstick);
  return 0;
}
