#include "engine/versions.h"

#include <tuple>

#include "link/pages.h"
#include "model/codec.h"

namespace dateline {
namespace {

// Later than any moment, where none is known.
std::string_view or_last(const std::string& moment) { return moment.empty() ? "~" : std::string_view(moment); }

}  // namespace

bool read_earlier(const Document& a, const Document& b) {
  const auto key = [](const Document& d) { return std::tuple(or_last(d.captured), or_last(d.changed), d.path); };
  return key(a) != key(b) ? key(a) < key(b) : encode(a) < encode(b);
}

Result<std::vector<Standing>> file_version(Store& store, ReportRow report, Edition edition, const Profile& profile,
                                           const std::function<Result<const Profile*>(ReportRow)>& profile_of) {
  TRY(const std::vector<ReportRow> at_page, store.filed_at(edition.page));
  CHECK_OK(store.file(report, edition.page, edition.moment));
  for (ReportRow other : at_page) {
    if (other == report) continue;
    TRY(const Profile* theirs, profile_of(other));
    if (alike(profile, *theirs)) CHECK_OK(store.join_series(other, report));
  }
  TRY(const std::vector<Version> versions, store.versions_of(report));
  std::vector<Standing> changed;
  for (const Version& version : versions) {
    const bool newest = version.row == versions.back().row;
    if (version.active == newest) continue;
    CHECK_OK(store.set_active(version.row, newest));
    changed.push_back({version.row, newest});
  }
  return changed;
}

Result<std::vector<ReportVersion>> versions_shown(Store& store, ReportRow report) {
  TRY(const std::vector<Version> versions, store.versions_of(report));
  std::vector<ReportVersion> out;
  if (versions.size() < 2) return out;
  for (const Version& version : versions) {
    TRY(std::string id, store.id_of(version.row));
    TRY(const Document head, store.metadata(id));
    Edtf moment;
    // Captured several times, it is as of the last of them; a summary's edition is no moment.
    if (!head.captured.empty()) moment = version.edition > 0 ? moment_of(version.edition) : Edtf{};
    if (const auto captured = parse_edtf(head.captured); captured && !moment.known()) moment = *captured;
    if (!moment.known()) moment = head.modified;
    out.push_back({std::move(id), moment, version.active});
  }
  return out;
}

}  // namespace dateline
