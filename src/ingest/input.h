// What the readers of this room hand each other: some bytes, and where they came from.
#pragma once

#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace dateline {

struct Input {
  std::string path;   // as the user gave it
  std::string place;  // inside it, so far: "entry a/b.html"; empty at the top
  GivenFacts given;
  int nesting = 0;  // archives around it

  // "PATH, PLACE", for messages.
  std::string where() const { return place.empty() ? path : path + ", " + place; }
  // The same input one step further in.
  Input inside(const std::string& step) const {
    Input out = *this;
    out.place = place.empty() ? step : place + ", " + step;
    return out;
  }
  Capture capture() const {
    Capture c;
    c.path = path;
    c.place = place;
    c.given = given;
    return c;
  }
};

// Tells what the bytes are and reads them. Each reader returns false if the sink asked to stop.
bool read_bytes(const Input& input, std::string bytes, const CaptureSink& sink);

bool read_json(const Input& input, std::string_view bytes, const CaptureSink& sink);     // lines, feed, ninjs, rows
bool read_xml(const Input& input, std::string_view bytes, const CaptureSink& sink);      // feeds, NewsML-G2
bool read_archive(const Input& input, std::string_view bytes, const CaptureSink& sink);  // zip, tar, gz, …
bool read_warc(const Input& input, std::string_view bytes, const CaptureSink& sink);     // WARC and ARC, packed or not
bool read_document(const Input& input, const std::string& bytes,
                   const CaptureSink& sink);  // PDF, DOCX by installed converters

// Fills what the report does not state itself from what the user states of all.
void fill_given(GivenFacts& own, const GivenFacts& given);

}  // namespace dateline
