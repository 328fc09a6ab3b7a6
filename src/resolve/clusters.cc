#include "resolve/clusters.h"

#include <algorithm>

#include "text/utf8.h"

namespace dateline {

int32_t MentionClusters::start(const Document& doc, EntityType type, uint32_t mention, std::string key) {
  Cluster c;
  c.type = type;
  c.key = std::move(key);
  c.name = one_line(doc.words(doc.mentions[mention].span));
  all.push_back(std::move(c));
  return static_cast<int32_t>(all.size()) - 1;
}

void MentionClusters::join(const Document& doc, uint32_t mention, int32_t cluster, std::string_view why) {
  of[mention] = cluster;
  Cluster& c = all[cluster];
  const std::string form = one_line(doc.words(doc.mentions[mention].span));
  if (!why.empty() && std::find(c.forms.begin(), c.forms.end(), form) == c.forms.end()) {
    c.why += (c.why.empty() ? "" : "; ") + ("“" + form + "”: ") + std::string(why);
  }
  c.forms.push_back(form);
}

}  // namespace dateline
