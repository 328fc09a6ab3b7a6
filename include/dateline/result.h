// A value or an error: what every function returns that bad input can make fail.
// The library never throws across a room and never prints; it returns one of these.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace dateline {

enum class ErrorCode {
  invalid_input,  // the bytes are not what they should be (the usual case)
  not_found,      // a file, an id, a resource that is not there
  limit,          // the input is larger, deeper or slower than Dateline accepts
  unsupported,    // known, but no reader for it is built in or installed
  io,             // the operating system said no
  internal,       // a broken record, or our own mistake
};

// `where` names the place: a path, "FILE:LINE", or empty.
struct Error {
  ErrorCode code = ErrorCode::invalid_input;
  std::string message;
  std::string where;

  std::string text() const { return where.empty() ? message : where + ": " + message; }
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit on purpose
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok().
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !ok().
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Unit {};
using Status = Result<Unit>;  // success without a value: `return kDone;`
inline constexpr Unit kDone{};

#define DATELINE_CONCAT_(a, b) a##b
#define DATELINE_CONCAT(a, b) DATELINE_CONCAT_(a, b)

// TRY(auto x, f());  binds x to the value or returns the error.  CHECK_OK(f());  likewise without a value.
#define TRY_IMPL_(tmp, decl, expr)   \
  auto tmp = (expr);                 \
  if (!tmp.ok()) return tmp.error(); \
  decl = std::move(tmp).value()
#define TRY(decl, expr) TRY_IMPL_(DATELINE_CONCAT(try_, __LINE__), decl, expr)
#define CHECK_OK(expr)                                                  \
  do {                                                                  \
    if (auto&& status_ = (expr); !status_.ok()) return status_.error(); \
  } while (false)

}  // namespace dateline
