// The events of a text as lines, for tests.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "dateline/edtf.h"
#include "dateline/engine.h"
#include "dateline/model.h"

namespace dateline {

inline const Engine& engine() {
  static const Engine e = std::move(Engine::load()).value();
  return e;
}

// Each event as "word TYPE status when actor,actor", published on Friday, 8 March 2024.
inline std::vector<std::string> told(std::string_view text) {
  Capture capture;
  capture.payload = std::string(text);
  capture.given.published = "2024-03-08";
  const Document doc = std::move(engine().analyse_plain(capture)).value();
  std::vector<std::string> out;
  for (const EventMention& e : doc.events) {
    std::string line = std::string(doc.words(e.span)) + " " + std::string(e.type.view()) + " " +
                       std::string(name_of(e.status)) + " " + (e.when.known() ? to_string(e.when) : "-");
    for (uint32_t p = e.participants.begin; p < e.participants.end; ++p) {
      if (doc.participants[p].role == ParticipantRole::actor)
        line += " " + std::string(doc.words(doc.participants[p].span));
    }
    out.push_back(line);
  }
  return out;
}

inline std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += "\n  " + line;
  return out;
}

inline void expect_line(std::string_view text, std::string_view want) {
  const std::vector<std::string> lines = told(text);
  EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
}

}  // namespace dateline
