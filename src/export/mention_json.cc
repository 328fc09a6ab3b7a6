#include "export/mention_json.h"

#include <fmt/format.h>

namespace dateline {

Json to_json(const RecordMention& m, Sources& sources) {
  return {{"id", m.id},
          {"root", m.root},
          {"type", m.type.view()},
          {"mode", text_or_null(m.mode.view())},
          {"status", name_of(m.status)},
          {"event", text_or_null(m.event)},
          {"evidence", sources.json(m.evidence)}};
}

std::string to_text(const RecordMention& m, Sources& sources) {
  const std::string type =
      m.mode.empty() ? std::string(m.type.view()) : fmt::format("{}:{}", m.type.view(), m.mode.view());
  return fmt::format("{}  {:<18}{:<22}{:<16}{}", m.id, sources.exact(m.evidence), type, m.event.empty() ? "-" : m.event,
                     m.evidence.report);
}

}  // namespace dateline
