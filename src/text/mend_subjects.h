// Subjects that the parser gave to other words, put right one word at a time. Private to mend_tree.cc, which tells the
// order.
#pragma once

#include "text/tree_edit.h"

namespace dateline {

// Each takes the number of a token that has the relation it is called for, and leaves alone what is right.
class SubjectMender : public TreeEdit {
 public:
  using TreeEdit::TreeEdit;

  void give_subject(uint32_t verb);      // of ccomp
  void share_subject(uint32_t subject);  // of nsubj
  void part_subjects(uint32_t second);   // of nsubj
  void part_relative(uint32_t second);   // of nsubj
  void activate(uint32_t object);        // of obj
  void appose(uint32_t name);            // of nsubj
  void free_subject(uint32_t noun);      // of appos
  void lead_name(uint32_t name);         // of appos
  void raise_who(uint32_t verb);         // of acl:relcl
  void describe(uint32_t noun);          // of conj
  void follow_opening(uint32_t name);    // of conj
  void count_subject(uint32_t noun);     // of obl
};

}  // namespace dateline
