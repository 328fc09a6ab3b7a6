// Who may ask, and who may change: the checks before any answer.
#pragma once

#include <string>

namespace httplib {
struct Request;
}

namespace dateline {

class Guard {
 public:
  // `host`: the name that the server listens on, besides this machine's own.
  explicit Guard(std::string host);

  // A page elsewhere could otherwise reach the record by a name of its own that resolves to this machine.
  bool is_known_host(const httplib::Request& request) const;
  // Changes come from our own pages alone: they know the token, name the right origin, and send a header that a form
  // on another site cannot send.
  bool may_change(const httplib::Request& request) const;
  // Whether only this machine can reach the server.
  bool is_local() const;
  const std::string& token() const { return token_; }

 private:
  std::string host_, token_;
};

}  // namespace dateline
