// robots.txt (RFC 9309): whether an address may be fetched.
#pragma once

#include <string_view>

namespace dateline {

// `agent`: the product token we go by ("dateline"), matched in any case. `path` is the address from its path on, query
// included. The groups that name the agent decide, else those for '*'; in them the longest pattern wins, and an
// allowing one where two are equally long. '*' in a pattern is any text, '$' at its end the end of the path.
bool robots_allow(std::string_view robots, std::string_view agent, std::string_view path);

}  // namespace dateline
