// The texts that evidence points into, as the exporters need them: loaded once each, with their code-point index.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "dateline/record.h"
#include "export/json.h"

namespace dateline {

struct SourceText {
  explicit SourceText(Document h) : head(std::move(h)), points(head.text) {}
  Document head;
  CodePoints points;
};

class Sources {
 public:
  // `load` gives a report's text, sections and metadata by id, or an empty Document.
  explicit Sources(std::function<Document(const std::string&)> load) : load_(std::move(load)) {}

  // Valid until the next call: only so many texts are kept.
  const SourceText& at(const std::string& report);
  std::string_view exact(const Evidence& evidence) { return evidence.span.of(at(evidence.report).head.text); }
  // {"report","section","start","end","exact","prefix","suffix"} of the contract.
  Json json(const Evidence& evidence);
  Json json(const std::vector<Evidence>& all);

 private:
  std::function<Document(const std::string&)> load_;
  std::map<std::string, std::unique_ptr<SourceText>> texts_;
};

}  // namespace dateline
