// Stories and commitments, told from the events of one state of a record, with the rows that listings filter by.
#pragma once

#include "dateline/story.h"
#include "engine/row_table.h"
#include "link/stories.h"
#include "store/store.h"

namespace dateline {

struct Chains {
  std::vector<Story> stories;
  std::vector<Commitment> commitments;
  RowTable story_rows, commitment_rows;  // added in the order of those
};

// From the record's events and its reports' dates; the texts are read from the store.
Result<Chains> tell(const StoryTeller& teller, Store& store, const Record& record);

// Events as tell() needs them: of their claims, no more than that one is disputed. A large record's claims and reasons
// would fill the memory.
Status read_steps(Store& store, Record& record);

}  // namespace dateline
