// What the event layer knows: frames (which words tell of what), light verbs, status cues, actor nouns, types.
// Built once from resources/events; read-only afterwards, so it may be shared by threads. Words and argument slots
// are numbered, so that matching compares integers. docs/events.md says how the tables are read.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "base/string_table.h"
#include "dateline/model.h"

namespace dateline {

using WordId = uint32_t;  // 0: a word that no table names
using SlotId = uint16_t;  // how an argument hangs on its predicate

// The slots that grammar gives; prepositions follow, numbered as the tables name them.
enum FixedSlot : SlotId {
  kNoSlot,
  kSubj,
  kObj,
  kIobj,
  kPrt,
  kXcomp,
  kCcomp,
  kMod,
  kPoss,
  kAdvmod,
  kObjOf,
  kOnOf,
  kSubjOf,
  kOtherPrep,
  kFirstPrep,
};

enum class FramePos : uint8_t { verb, noun, adjective };

// One thing that must (or must not) stand beside the trigger.
struct FrameNeed {
  SlotId slot = kNoSlot;
  bool negated = false;
  bool any = false;                                                                               // '*'
  bool actor = false, person = false, place = false, org = false, thing = false, number = false;  // '#…'
  std::vector<WordId> words;                                                                      // sorted

  bool names(WordId word) const { return word != 0 && std::binary_search(words.begin(), words.end(), word); }
};

// "obj", or "obj.of": the `of` of the object.
struct RoleSlot {
  SlotId slot = kNoSlot, inner = kNoSlot;
};

struct Frame {
  FramePos pos = FramePos::verb;
  Label type, mode;
  std::vector<FrameNeed> needs;

  // Whether it asks for the word in the slot.
  bool asks_for(SlotId slot, WordId word) const {
    return std::any_of(needs.begin(), needs.end(),
                       [&](const FrameNeed& need) { return need.slot == slot && !need.negated && need.names(word); });
  }

  std::vector<RoleSlot> actors;      // first found
  std::vector<RoleSlot> fellows;     // after '+': act together with the actors
  std::vector<RoleSlot> recipients;  // after '>': first found
  bool weak = false;
  bool standing = false;  // what lasts ("the ban", "the deal"): an event only where it comes about or goes
  uint32_t order = 0;     // row, counted over all files: of two frames that fit equally well the earlier wins
};

enum class LightSubject : uint8_t { acts, suffers, none };
struct LightVerb {
  SlotId slot = kObj;
  LightSubject subject = LightSubject::acts;
};

// `disowner`: denies what somebody claims ("rebuffed claims that"), where alone it denies nothing ("rebuffed an
// offer").
enum class CueKind : uint8_t { governor, auxiliary, mark, modifier, determiner, disowner };
struct StatusCue {
  CueKind kind = CueKind::governor;
  EventStatus status = EventStatus::happened;
};

struct EventLexicon {
  struct Word {
    std::vector<uint32_t> frames;  // into `frames`, most demanding first
    std::vector<LightVerb> lights;
    std::vector<StatusCue> cues;
    bool actor = false;
    bool partitive = false;  // "thousands of", "a group of"
    bool share = false;      // "54 percent of"
    bool part = false;       // "involvement in": who takes part stands beside it
    bool count = false;      // "the death toll": takes part in nothing
    bool container = false;  // "kidnapping cases": the event is in the word before
    bool charge = false;     // "on suspicion of murder": names what somebody is charged with
    bool recall = false;     // "the anniversary of the attack": its day is not that of the event
  };
  struct TypeInfo {
    Label type, mode;
    int weight = 0;
  };

  std::vector<Frame> frames;
  std::vector<TypeInfo> types;
  std::vector<Word> words{1};  // by WordId
  StringTable<WordId> word_ids;
  StringTable<SlotId> slot_ids;

  static Result<std::shared_ptr<const EventLexicon>> read(const Resources& resources);

  WordId word_id(std::string_view lower) const {
    const WordId* found = word_ids.find(lower);
    return found == nullptr ? 0 : *found;
  }
  SlotId slot_id(std::string_view preposition) const {
    const SlotId* found = slot_ids.find(preposition);
    return found == nullptr ? SlotId{kOtherPrep} : *found;
  }
  // 0..9; types without a row weigh 1.
  int weight(Label type, Label mode) const;
};

}  // namespace dateline
