// `dateline report` and `dateline serve`: the website as files, and from this machine.
#include <filesystem>

#include "base/files.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "serve/server.h"
#include "serve/site.h"

namespace dateline {
namespace {

Status write_site(Site& site, const std::string& folder) {
  TRY(std::vector<std::string> paths, site.paths());
  for (const std::string& path : paths) {
    TRY(Page page, site.page(path));
    const std::filesystem::path file = std::filesystem::path(folder) / path;
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) return Error{ErrorCode::io, error.message(), file.parent_path().string()};
    CHECK_OK(write_file(file.string(), page.body));
  }
  return kDone;
}

}  // namespace

int report_command(const Options& options) {
  if (options.output.empty()) return complain("report needs -o DIR");
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  auto site = Site::open(record->engine, record->db);
  if (!site.ok()) return complain(site.error());
  Status written = write_site(*site, options.output);
  if (!written.ok()) return complain(written.error());
  if (!options.quiet) std::fprintf(stderr, "open %s/index.html\n", options.output.c_str());
  return kExitDone;
}

int serve_command(const Options& options) {
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  ServeOptions serving;
  serving.db = record->db;
  if (!options.host.empty()) serving.host = options.host;
  if (options.port > 0) serving.port = options.port;
  serving.on_ready = [&](const std::string& address) {
    if (!options.quiet) std::fprintf(stderr, "%s   (Ctrl-C ends it)\n", address.c_str());
  };
  Status served = serve(record->engine, serving);
  return served.ok() ? kExitDone : complain(served.error());
}

}  // namespace dateline
