#include "link/profile.h"

namespace dateline {

struct Profiler::Lexicon {};

Result<Profiler> Profiler::load(const Resources&) { return Profiler{}; }

Profile Profiler::profile(const Document&) const { return {}; }

double Profiler::related(const Profile&, const Profile&) const { return 0; }

std::string encode(const Profile&) { return {}; }

Result<Profile> decode_profile(std::string_view) { return Profile{}; }

}  // namespace dateline
