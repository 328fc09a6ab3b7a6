// Names of elements and attributes, in small letters, to what the tree calls them.
#pragma once

#include <string_view>

#include "extract/html_tree.h"

namespace dateline {

Tag tag_named(std::string_view name);  // Tag::custom for unknown names with a dash, Tag::other for others
Att att_named(std::string_view name);  // Att::none for those that extraction never asks for

}  // namespace dateline
