// text REPORTS.txt [ROUNDS]: how fast the language layer is, as a ratio against a yardstick in the same process:
// cutting the same text at white space and counting every word in a hash table. An empty line parts reports.
// Prints words (ours) per second of one core for each part, and how many yardsticks each takes; the best of ROUNDS.
#include <fmt/core.h>

#include <cstdlib>
#include <ctime>
#include <unordered_map>

#include "annotate/names.h"
#include "base/files.h"
#include "base/strings.h"
#include "text/segmenter.h"
#include "text/syntax.h"

using namespace dateline;

namespace {

double seconds_of(const auto& work) {
  const std::clock_t start = std::clock();  // of this process: others on the machine do not count
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

std::vector<Document> documents_of(const std::string& text) {
  std::vector<Document> out;
  for (size_t at = 0; at < text.size();) {
    size_t end = text.find("\n\n\n", at);
    if (end == std::string::npos) end = text.size();
    Document doc;
    doc.text = text.substr(at, end - at);
    doc.sections = {{{0, static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
    if (!doc.text.empty()) out.push_back(std::move(doc));
    at = end + 3;
  }
  return out;
}

size_t yardstick(const std::string& text) {
  std::unordered_map<std::string_view, int> counts;
  for (size_t at = 0; at < text.size();) {
    while (at < text.size() && is_space(text[at])) ++at;
    const size_t begin = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    if (at > begin) ++counts[std::string_view(text).substr(begin, at - begin)];
  }
  return counts.size();
}

}  // namespace

int main(int argc, char** argv) {
  auto text =
      argc > 1 ? read_file(argv[1]) : Result<std::string>(Error{ErrorCode::not_found, "text REPORTS.txt [ROUNDS]", ""});
  auto segmenter = Segmenter::load(Resources::embedded());
  auto syntax = SyntaxAnnotator::load(Resources::embedded());
  auto names = NameAnnotator::load(Resources::embedded());
  if (!text.ok() || !segmenter.ok() || !syntax.ok() || !names.ok()) {
    fmt::print(stderr, "{}\n", !text.ok() ? text.error().text() : "a model is missing");
    return 2;
  }
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 5;
  const std::vector<Document> fresh = documents_of(*text);
  double base = 1e9, cut = 1e9, parse = 1e9, find_names = 1e9;
  size_t words = 0, different = 0;
  for (int r = 0; r < rounds; ++r) {
    std::vector<Document> docs = fresh;
    base = std::min(base, seconds_of([&] { different += yardstick(*text); }));
    cut = std::min(cut, seconds_of([&] {
                     for (Document& d : docs) segmenter->annotate(d);
                   }));
    parse = std::min(parse, seconds_of([&] {
                       for (Document& d : docs) syntax->annotate(d);
                     }));
    find_names = std::min(find_names, seconds_of([&] {
                            for (Document& d : docs) names->annotate(d);
                          }));
    words = 0;
    for (const Document& d : docs) words += d.tokens.size();
  }
  auto line = [&](const char* name, double seconds) {
    fmt::print("{:32}{:10.0f} words/s {:8.1f} yardsticks\n", name, words / seconds, seconds / base);
  };
  fmt::print("{} reports, {} words, {} different\n", fresh.size(), words, different / rounds);
  line("sentences and words", cut);
  line("tags, lemmas and trees", parse);
  line("names", find_names);
  line("together", cut + parse + find_names);
}
