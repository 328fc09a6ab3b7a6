// The JSON API's routes: requests to answers. docs: web/openapi.json.
#pragma once

#include "serve/answers.h"
#include "serve/changes.h"
#include "serve/guard.h"

namespace httplib {
class Server;
struct Response;
}  // namespace httplib

namespace dateline {

void refuse(httplib::Response& response, int status, const std::string& why);

// Everything that reads. All arguments must outlive the server.
void add_reading_routes(httplib::Server& server, Answers& answers, const Guard& guard);
// POST /api/add: files and pasted text into the record. Tells progress to `changes`.
void add_adding_routes(httplib::Server& server, const Engine& engine, const std::string& db, const Guard& guard,
                       Changes& changes);
// GET and POST /api/corrections, POST /api/corrections/undo: a person's word over what was derived.
void add_correction_routes(httplib::Server& server, const Engine& engine, const std::string& db, Answers& answers,
                           const Guard& guard);
// GET /api/changes: server-sent events.
void add_change_routes(httplib::Server& server, Changes& changes);

}  // namespace dateline
