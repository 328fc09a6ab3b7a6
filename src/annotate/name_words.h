// What the names tagger knows of each word of a document, before it is made to features: its form, its classes, what
// the gazetteers say of it and of the names it stands in, how the document writes it elsewhere and beside what. Private
// to src/annotate/name*.cc.
#pragma once

#include <cstdint>
#include <vector>

#include "annotate/name_classes.h"
#include "annotate/name_lexicon.h"
#include "annotate/name_shape.h"
#include "dateline/model.h"

namespace dateline {

// Bits of WordView::known: what the gazetteers say of a word.
enum Known : uint32_t {
  kFirst = 1,
  kSurname = 2,
  kPlace = 4,
  kBigPlace = 8,
  kDemonym = 16,
  kOrganisation = 32,
  kOrgWord = 64,
  kTitle = 128,
  kStop = 256,
  kWeak = 512,
  // Inside a longer name of the gazetteers: where it begins and goes on.
  kPlaceBegin = 1024,
  kPlaceIn = 2048,
  kOrgBegin = 4096,
  kOrgIn = 8192,
  kSmall = 16384,     // though written in small letters
  kOrgInRun = 32768,  // WordView::run_known: any word of the run is one that names organisations
};

// Where a word stands in a name of the list of organisations, and what that name is.
struct OrgMark {
  enum Place : uint8_t { none, begin, inside, last, whole };
  Place place = none;
  bool sure = false;  // the name means nothing else
  OrgKind kind = OrgKind::none;

  // 0 for none.
  uint32_t packed() const { return place | uint32_t{sure} << 3 | static_cast<uint32_t>(kind) << 4; }
};

struct WordView {
  uint64_t lower = 0;  // hash of the lower-case form
  uint64_t prefix = 0, suffix3 = 0, suffix2 = 0;
  PackedShape shape = 0;
  uint32_t known = 0;    // of Known
  WordClass in;          // its classes
  OrgMark org;           // of the list of organisations
  uint8_t document = 0;  // how the document writes it elsewhere: 1 lower, 2 capital inside sentences
  uint8_t evidence = 0;  // what stands beside it anywhere in the document: bits of name_words.cc
  uint8_t upos = 0, xpos = 0;
  bool joins = false;  // a word in small letters that may stand inside a name
  // The run of words with capitals that it stands in, 0 for none: its place there and the run's length; the kind of the
  // run's last word, and what the gazetteers know of that.
  uint8_t run = 0, run_kind = 0;
  uint32_t run_known = 0;
};

// All words of the document.
std::vector<WordView> look_at_words(const Document& doc, const NameLexicon& lexicon, const WordClasses& classes);

// A word in small letters that is mostly written with a capital may be a name written in haste.
constexpr uint8_t kMostlyCapital = 5;  // of WordClass::capital_rate

}  // namespace dateline
