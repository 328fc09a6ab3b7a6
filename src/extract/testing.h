// What the tests of this room share.
#pragma once

#include <string>

#include "extract/extract.h"

namespace dateline {

// One extractor with the embedded resources for all tests.
inline const Extractor& test_extractor() {
  static const Extractor kOne = std::move(Extractor::load(Resources::embedded())).value();
  return kOne;
}

// The words of all sections of a kind, parted by " / ".
inline std::string of_kind(const Article& a, SectionKind kind) {
  std::string out;
  for (const Section& s : a.sections) {
    if (s.kind != kind) continue;
    if (!out.empty()) out += " / ";
    out += s.span.of(a.text);
  }
  return out;
}

}  // namespace dateline
