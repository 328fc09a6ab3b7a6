#include "ingest/converter.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace dateline {
namespace {

constexpr int kNoSuchProgram = 127;  // as shells and posix_spawnp have it
constexpr auto kLook = std::chrono::milliseconds(5);

// Starts the program; 0 if it cannot be started. What it has to say of a damaged file is said better by the one line
// that its caller writes.
pid_t start(std::vector<std::string>& words) {
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t silence;
  if (posix_spawn_file_actions_init(&silence) != 0) return 0;
  posix_spawn_file_actions_addopen(&silence, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&silence, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&silence, 2, "/dev/null", O_WRONLY, 0);
  pid_t pid = 0;
  const int error = posix_spawnp(&pid, argv[0], &silence, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&silence);
  return error == 0 ? pid : 0;
}

bool larger(const std::string& file, uint64_t limit) {
  std::error_code error;
  const uint64_t size = std::filesystem::file_size(file, error);
  return !error && size > limit;
}

}  // namespace

Conversion convert(std::vector<std::string> words, const std::string& out, const ConverterLimits& limits) {
  using Clock = std::chrono::steady_clock;
  const pid_t pid = start(words);
  if (pid == 0) return Conversion::not_installed;
  const Clock::time_point end = Clock::now() + std::chrono::seconds(limits.seconds);
  int status = 0;
  while (waitpid(pid, &status, WNOHANG) == 0) {
    const bool large = larger(out, limits.bytes);
    if (large || Clock::now() >= end) {
      kill(pid, SIGKILL);
      waitpid(pid, &status, 0);
      return large ? Conversion::too_large : Conversion::too_slow;
    }
    std::this_thread::sleep_for(kLook);
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNoSuchProgram) return Conversion::not_installed;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return Conversion::failed;
  return larger(out, limits.bytes) ? Conversion::too_large : Conversion::done;
}

}  // namespace dateline
