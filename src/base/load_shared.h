// The way every room's load() goes: fill a lexicon, then share it, never changed again, with all copies of its owner.
#pragma once

#include <memory>
#include <utility>

#include "dateline/result.h"

namespace dateline {

// `fill(lexicon)` returns a Status; `held` is where the owner keeps what was read.
template <typename Owner, typename Lexicon, typename Fill>
Result<Owner> load_shared(Owner owner, std::shared_ptr<const Lexicon> Owner::* held, Fill fill) {
  auto lexicon = std::make_shared<Lexicon>();
  CHECK_OK(fill(*lexicon));
  owner.*held = std::move(lexicon);
  return owner;
}

}  // namespace dateline
