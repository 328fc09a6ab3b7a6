#include "link/pages.h"

#include <algorithm>
#include <limits>
#include <string>

#include "base/hash.h"
#include "base/load_shared.h"
#include "base/strings.h"
#include "base/table.h"
#include "link/terms.h"

namespace dateline {
namespace {

constexpr double kAlike = 0.4;  // cosine of chief terms; reports of one event by two outlets lie mostly below
constexpr int64_t kSummary = int64_t{1} << 40;  // seconds: far more than lie between any two captures

int64_t seconds_of(const PartialDate& d) {
  const int64_t day = to_day(d.year, std::max<int>(d.month, 1), std::max<int>(d.day, 1));
  const int64_t minutes =
      std::max<int>(d.hour, 0) * 60 + std::max<int>(d.minute, 0) - (d.has_zone ? d.zone_minutes : 0);
  return day * 86400 + minutes * 60 + std::max<int>(d.second, 0);
}

}  // namespace

struct PageAddresses::Lexicon {
  std::vector<std::string_view> names, beginnings;

  bool counts_readers(std::string_view parameter) const {
    const std::string name = ascii_lower(parameter.substr(0, parameter.find('=')));
    return std::find(names.begin(), names.end(), name) != names.end() ||
           std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view b) { return name.starts_with(b); });
  }
};

Result<PageAddresses> PageAddresses::load(const Resources& resources) {
  return load_shared(PageAddresses(), &PageAddresses::lexicon_, [&](Lexicon& x) -> Status {
    TRY(const Table table, Table::load(resources, "link/address_noise.tsv"));
    TRY(const size_t parameter, table.column("parameter"));
    for (size_t row = 0; row < table.rows(); ++row) {
      std::string_view name = table.cell(row, parameter);
      const bool begins = name.ends_with('*');
      if (begins) name.remove_suffix(1);
      (begins ? x.beginnings : x.names).push_back(name);
    }
    return kDone;
  });
}

uint64_t PageAddresses::key(std::string_view url) const {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos || !ascii_lower(url.substr(0, scheme)).starts_with("http")) return 0;
  url = url.substr(scheme + 3);
  url = url.substr(0, url.find('#'));
  const size_t host_end = std::min(url.find_first_of("/?"), url.size());
  std::string page = ascii_lower(url.substr(0, host_end));
  if (page.starts_with("www.")) page.erase(0, 4);
  for (const std::string_view port : {":80", ":443"}) {
    if (page.ends_with(port)) page.resize(page.size() - port.size());
  }
  const size_t site = page.size();
  url.remove_prefix(host_end);
  const size_t query = std::min(url.find('?'), url.size());
  std::string_view path = url.substr(0, query);
  while (path.ends_with('/')) path.remove_suffix(1);
  page += path;
  char before = '?';
  for (std::string_view parameter : split(url.substr(std::min(query + 1, url.size())), '&')) {
    if (parameter.empty() || lexicon_->counts_readers(parameter)) continue;
    page += std::exchange(before, '&');
    page += parameter;
  }
  return page.size() == site ? 0 : hash64(page);
}

int64_t edition_of(const Document& doc, bool summary_only) {
  Edtf moment;
  if (const auto captured = parse_edtf(doc.captured)) moment = *captured;
  if (!moment.known()) moment = doc.modified.known() ? doc.modified : doc.published.value;
  // Of an undated one nobody knows; any fixed place will do.
  const int64_t seconds = moment.known() && moment.first.year != 0 ? seconds_of(moment.first) : -kSummary / 2;
  return summary_only ? seconds - kSummary : seconds;
}

Edtf moment_of(int64_t edition) {
  const int64_t seconds = ((edition % 86400) + 86400) % 86400;
  PartialDate date = from_day(static_cast<Day>((edition - seconds) / 86400));
  date.hour = static_cast<int8_t>(seconds / 3600);
  date.minute = static_cast<int8_t>(seconds / 60 % 60);
  date.second = static_cast<int8_t>(seconds % 60);
  date.has_zone = true;
  return single(date);
}

bool alike(const Profile& a, const Profile& b) { return cosine(a.terms, b.terms) >= kAlike; }

}  // namespace dateline
