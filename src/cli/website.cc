// `dateline report` and `dateline serve`: the website as files or as one zip, and from this machine.
#include <filesystem>

#include "base/files.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "export/zip_file.h"
#include "serve/server.h"
#include "serve/site.h"

namespace dateline {
namespace {

Status write_under(const std::string& folder, const std::string& path, const std::string& body) {
  const std::filesystem::path file = std::filesystem::path(folder) / path;
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  if (error) return Error{ErrorCode::io, error.message(), file.parent_path().string()};
  return write_file(file.string(), body);
}

// All of it in one folder of the archive, named like the archive.
Status write_zip(Answers& answers, const std::string& path) {
  TRY(ZipFile zip, ZipFile::create(path));
  const std::string folder = std::filesystem::path(path).stem().string() + "/";
  CHECK_OK(write_site(answers,
                      [&](const std::string& name, const std::string& body) { return zip.add(folder + name, body); }));
  return zip.finish();
}

Status write_folder(Answers& answers, const std::string& folder) {
  return write_site(answers,
                    [&](const std::string& path, const std::string& body) { return write_under(folder, path, body); });
}

}  // namespace

int report_command(const Options& options) {
  if (options.output.empty()) return complain("report needs -o DIR or -o FILE.zip");
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  auto answers = Answers::open(record->engine, record->db);
  if (!answers.ok()) return complain(answers.error());
  const bool zipped = options.output.ends_with(".zip");
  Status written = zipped ? write_zip(*answers, options.output) : write_folder(*answers, options.output);
  if (!written.ok()) return complain(written.error());
  if (!options.quiet && zipped) std::fprintf(stderr, "unpack %s and open index.html in it\n", options.output.c_str());
  if (!options.quiet && !zipped) std::fprintf(stderr, "open %s/index.html\n", options.output.c_str());
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
