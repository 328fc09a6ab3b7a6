// How selective the keys of profiles are, and how large the neighbourhoods get.
//
//     xzcat news-10k.jsonl.xz | neighbours [--from N] [--to N]
//
// Reads JSON Lines with "title" and "text" and "date". Prints candidates per report, edges per threshold, component
// sizes, and times.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <unordered_map>

#include "base/resources.h"
#include "link/profile.h"

using namespace dateline;

namespace {

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

std::string text_of(const nlohmann::json& row, const char* key) {
  const auto it = row.find(key);
  return it != row.end() && it->is_string() ? it->get<std::string>() : std::string();
}

Document read(const nlohmann::json& row, bool dated) {
  Document doc;
  const std::string title = text_of(row, "title");
  doc.text = title + "\n\n" + text_of(row, "text");
  doc.sections = {
      {{0, static_cast<uint32_t>(title.size())}, SectionKind::headline, "", {}, ""},
      {{static_cast<uint32_t>(title.size()), static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
  if (auto date = parse_edtf(text_of(row, "date")); dated && date) doc.published.value = *date;
  return doc;
}

uint32_t root(std::vector<uint32_t>& parent, uint32_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

}  // namespace

int main(int argc, char** argv) {
  const bool dated = argc > 1 && std::string_view(argv[1]) == "--dated";
  auto profiler = Profiler::load(Resources::embedded());
  if (!profiler) return fmt::print(stderr, "{}\n", profiler.error().text()), 2;
  std::vector<Profile> profiles;
  std::vector<std::string> titles;
  double spent = 0;
  size_t bytes = 0;
  for (std::string line; std::getline(std::cin, line);) {
    const auto row = nlohmann::json::parse(line);
    const Document doc = read(row, dated);
    titles.push_back(text_of(row, "date") + " " + text_of(row, "title"));
    const double begin = seconds();
    profiles.push_back(profiler->profile(doc));
    spent += seconds() - begin;
    bytes += encode(profiles.back()).size();
  }
  const size_t n = profiles.size();
  fmt::print("profiles {} in {:.2f} s ({:.0f}/s), {} bytes each\n", n, spent, n / spent, bytes / n);
  std::unordered_map<uint64_t, std::vector<uint32_t>> by_key;
  struct Edge {
    uint32_t a, b;
    double w;
  };
  std::vector<Edge> edges;
  std::vector<uint32_t> seen(n, UINT32_MAX);
  size_t candidates = 0, keys = 0;
  const double begin = seconds();
  for (uint32_t i = 0; i < n; ++i) {
    for (uint64_t key : profiles[i].keys) {
      ++keys;
      auto& list = by_key[key];
      for (uint32_t j : list) {
        if (seen[j] == i) continue;
        seen[j] = i;
        ++candidates;
        const double w = profiler->related(profiles[i], profiles[j]);
        if (w >= 0.1) edges.push_back({i, j, w});
      }
      list.push_back(i);
    }
  }
  fmt::print("keys {:.1f} a report, candidates {:.1f} a report, pairing {:.2f} s\n", double(keys) / n,
             double(candidates) / n, seconds() - begin);
  for (double t = 0.10; t < 0.5; t += 0.05) {
    std::vector<uint32_t> parent(n), size(n, 0);
    std::iota(parent.begin(), parent.end(), 0u);
    size_t used = 0;
    for (const Edge& e : edges) {
      if (e.w < t) continue;
      ++used;
      parent[root(parent, e.a)] = root(parent, e.b);
    }
    for (uint32_t i = 0; i < n; ++i) ++size[root(parent, i)];
    std::sort(size.rbegin(), size.rend());
    std::vector<uint32_t> top(size.begin(), size.begin() + 8);
    fmt::print("threshold {:.2f}: edges {}, largest {}, alone {}\n", t, used, fmt::join(top, " "),
               std::count(size.begin(), size.end(), 1u));
  }
  if (argc > 2) {
    const double t = std::stod(argv[2]);
    size_t shown = 0;
    for (const Edge& e : edges) {
      if (e.w >= t && e.w < t + 0.02 && ++shown < 40) fmt::print("{:.3f} {} | {}\n", e.w, titles[e.a], titles[e.b]);
    }
  }
}
