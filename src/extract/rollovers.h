// Boxes that a page shows over a name, and that a scraper ran into the line: "President Berg Anna Maria BergMayors meet
// in Oslo Ferry sinks off Bergen MORE said". The name once more, headlines glued to it, and "MORE".
#pragma once

#include <cstddef>
#include <string>

namespace dateline {

// Takes them out of the text; how many there were. Linear in the size of the text.
size_t drop_rollovers(std::string& text);

}  // namespace dateline
