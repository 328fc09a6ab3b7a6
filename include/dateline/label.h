// A short ASCII name kept inline: event types and modes ("CONSULT", "x-disaster", "phone"), units ("percent",
// "USD"), acts ("denies"). The vocabulary itself is a table under resources/, so adding a name touches no code,
// and an annotation that carries one stays trivially copyable.
#pragma once

#include <array>
#include <compare>
#include <cstring>
#include <string_view>

namespace dateline {

class Label {
 public:
  static constexpr size_t kMaxSize = 23;

  constexpr Label() = default;
  // Longer names are cut; the table readers refuse them before they get here.
  constexpr Label(std::string_view name) {  // NOLINT: implicit on purpose
    for (size_t i = 0; i < name.size() && i < kMaxSize; ++i) chars_[i] = name[i];
  }
  constexpr Label(const char* name) : Label(std::string_view(name)) {}  // NOLINT

  std::string_view view() const { return {chars_.data(), strnlen(chars_.data(), kMaxSize)}; }
  bool empty() const { return chars_[0] == '\0'; }

  auto operator<=>(const Label&) const = default;

 private:
  std::array<char, kMaxSize + 1> chars_{};
};

}  // namespace dateline
