// What several events make together: stories, and what somebody undertook in them. Told anew from the events whenever
// it is asked for, so that a person's corrections show in them.
#pragma once

#include <string>
#include <vector>

#include "dateline/record.h"

namespace dateline {

struct StoryStep {
  std::string event;  // id
  std::string after;  // the earlier event that it goes on from; empty: the first
  Edtf when;
  std::string label;
};

// A chain of events that go on from one another: pledge, resolution, approval, agreement, deployment.
struct Story {
  std::string id;  // "s-…", from its first event
  std::string label;
  std::vector<StoryStep> steps;      // by date
  std::vector<std::string> reports;  // sorted
};

// In the order of a commitment's life; of two steps on one day the later in this list is the state.
enum class CommitmentState : uint8_t { promised, approved, agreed, carried_out, blocked, reversed };
std::string_view name_of(CommitmentState state);

struct CommitmentStep {
  CommitmentState state = CommitmentState::promised;
  std::string event;  // id
  Edtf when;
  std::string label;
  std::vector<Evidence> evidence;  // the words that say so
};

// What somebody promised, approved or signed, and what became of it.
struct Commitment {
  std::string id;  // "m-…", from its first step
  std::string label;
  std::vector<std::string> by;                        // named actors of its promises, approvals and signatures; sorted
  CommitmentState state = CommitmentState::promised;  // of the last dated step; of none dated, the furthest
  Edtf since;                                         // when that was
  Edtf last_heard;                                    // the last day on which a step was taken or a report told of it
  std::vector<CommitmentStep> steps;                  // dated ones first, by date
  std::vector<std::string> reports;                   // sorted
};

}  // namespace dateline
