// The listings as text that a person likes to read: dates first, aligned, the evidence one step away (`show`).
#pragma once

#include <map>
#include <string>

#include "dateline/engine.h"
#include "export/sources.h"

namespace dateline {

struct TextStyle {
  bool colour = false;                            // on a terminal only
  bool why = false;                               // with the reasons of each join
  std::map<std::string, std::string> names = {};  // of entities by id: who gave a claim
};

// One line of a listing.
std::string to_text(const ReportView& report, Sources& sources, const TextStyle& style);
std::string to_text(const Event& event, Sources& sources, const TextStyle& style);
std::string to_text(const Entity& entity, Sources& sources, const TextStyle& style);
std::string to_text(const Utterance& quote, Sources& sources, const TextStyle& style);
std::string to_text(const RecordFigure& figure, Sources& sources, const TextStyle& style);
std::string to_text(const Conflict& conflict, Sources& sources, const TextStyle& style);
std::string to_text(const Voice& voice, Sources& sources, const TextStyle& style);
std::string to_text(const SearchHit& hit, Sources& sources, const TextStyle& style);

// The whole of it, with its evidence.
std::string to_full_text(const ReportView& report, Sources& sources, const TextStyle& style);
std::string to_full_text(const Event& event, Sources& sources, const TextStyle& style);
std::string to_full_text(const Entity& entity, Sources& sources, const TextStyle& style);
std::string to_full_text(const Utterance& quote, Sources& sources, const TextStyle& style);
std::string to_full_text(const RecordFigure& figure, Sources& sources, const TextStyle& style);
std::string to_full_text(const Conflict& conflict, Sources& sources, const TextStyle& style);
std::string to_full_text(const Voice& voice, Sources& sources, const TextStyle& style);

}  // namespace dateline
