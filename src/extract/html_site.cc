#include "extract/html_site.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/line_rules.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr std::string_view kSeparators[] = {" | ", " - ", " – ",  " — ", " :: ", " » ", " › ", " · ",
                                            " • ", " / ", " // ", ": ",  " ~ ",  " « ", " < "};

// Letters and digits only, small: how names of sites are compared with addresses.
std::string letters_of(std::string_view text) {
  std::string out;
  for (char c : fold(text)) {
    if (is_lower(c) || is_digit(c) || (static_cast<uint8_t>(c) & 0x80)) out += c;
  }
  return out;
}

// Whether an address has anything behind the name of its site.
bool names_a_page(std::string_view url) {
  const size_t host = url.find("://");
  const size_t path = host == std::string_view::npos ? host : url.find_first_of("/?", host + 3);
  return path != std::string_view::npos && path + 1 < url.size();
}

}  // namespace

std::string host_of(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return ascii_lower(host);
}

bool same_site(std::string_view name, std::string_view site, std::string_view host) {
  const std::string a = letters_of(name), b = letters_of(site);
  if (a.size() < 2) return false;
  const auto alike = [](const std::string& x, const std::string& y) {
    if (x == y) return true;
    const bool inside = x.size() > y.size() ? x.find(y) != std::string::npos : y.find(x) != std::string::npos;
    return inside && std::min(x.size(), y.size()) * 10 >= std::max(x.size(), y.size()) * 6;
  };
  if (b.size() > 1 && alike(a, b)) return true;
  if (host.empty()) return false;
  const std::string whole = letters_of(host), label = letters_of(host.substr(0, host.rfind('.')));
  return alike(a, whole) || alike(a, label);
}

std::string page_host(const PageView& view) {
  for (const std::string* url : {&view.meta.canonical, &view.meta.og_url, &view.url, &view.meta.ld_url}) {
    if (std::string host = host_of(*url); !host.empty()) return host;
  }
  return {};
}

std::string trimmed_title(std::string_view title, std::string_view site, std::string_view host) {
  std::string_view best = title;
  for (int round = 0; round < 3; ++round) {
    bool cut = false;
    for (std::string_view sep : kSeparators) {
      // A colon also parts a kicker from the headline: only the site's name as it stands is cut there.
      const bool colon = sep == ": ";
      const auto is_site = [&](std::string_view part) {
        return same_site(part, site, host) && (!colon || letters_of(part) == letters_of(site));
      };
      const size_t last = best.rfind(sep);
      if (last != std::string_view::npos && last > 0 && is_site(best.substr(last + sep.size()))) {
        best = trim(best.substr(0, last));
        cut = true;
      }
      const size_t first = best.find(sep);
      if (first != std::string_view::npos && first > 0 && is_site(best.substr(0, first))) {
        best = trim(best.substr(first + sep.size()));
        cut = true;
      }
    }
    if (!cut) break;
  }
  return std::string(best);
}

namespace {

// Some fill the site's name with the page's: "Jens Weber" at …/jens-weber/.
bool names_this_page(std::string_view name, const PageView& view) {
  for (const std::string* url : {&view.meta.canonical, &view.meta.og_url, &view.url}) {
    std::string_view path = *url;
    while (path.ends_with('/')) path.remove_suffix(1);
    const size_t slash = path.rfind('/');
    if (slash == std::string_view::npos || slash < 8) continue;  // "https://" and a host alone
    if (letters_of(path.substr(slash + 1)) == letters_of(name)) return true;
  }
  return false;
}

}  // namespace

void find_outlet(const PageView& view, Article& article) {
  const PageMeta& m = view.meta;
  for (const std::string& name : {plain_value(m.og_site), plain_value(m.ld_outlet), plain_value(m.app_name)}) {
    if (name.empty() || name.size() > 100 || name.starts_with("http") || names_this_page(name, view)) continue;
    article.outlet = name;
    break;
  }
  if (!article.outlet.empty()) return;
  // "Flood closes bridge | The Oldtown Echo", where the address is oldtownecho.com
  const std::string title = plain_value(m.title_tag), host = page_host(view);
  if (host.empty()) return;
  for (std::string_view sep : kSeparators) {
    const size_t at = title.rfind(sep);
    if (at == std::string::npos) continue;
    if (sep == ": ") continue;
    const std::string tail = title.substr(at + sep.size());
    if (same_site(tail, {}, host)) {
      article.outlet = tail;
      return;
    }
  }
}

void find_address(const PageView& view, Article& article) {
  for (const std::string* url : {&view.url, &view.meta.canonical, &view.meta.og_url, &view.meta.ld_url}) {
    if (!url->starts_with("http://") && !url->starts_with("https://")) continue;
    // The page's own canonical address is cleaner than the one fetched; but some name the site's front page on all.
    const std::string& canonical = view.meta.canonical;
    if (url == &view.url && canonical.starts_with("http") && host_of(canonical) == host_of(view.url) &&
        (names_a_page(canonical) || !names_a_page(view.url))) {
      continue;
    }
    article.uri = *url;
    return;
  }
  article.uri = view.url;
}

}  // namespace dateline
