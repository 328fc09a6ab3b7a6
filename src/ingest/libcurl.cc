#include "ingest/libcurl.h"

#include <dlfcn.h>

#include <optional>
#include <type_traits>

namespace dateline {
namespace {

std::optional<LibCurl> open() {
  void* library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  bool whole = true;
  const auto find = [&](auto& function, const char* name) {
    void* found = dlsym(library, name);
    whole = whole && found != nullptr;
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(found);
  };
  LibCurl out;
  find(out.global_init, "curl_global_init");
  find(out.easy_init, "curl_easy_init");
  find(out.easy_cleanup, "curl_easy_cleanup");
  find(out.easy_reset, "curl_easy_reset");
  find(out.easy_setopt, "curl_easy_setopt");
  find(out.easy_perform, "curl_easy_perform");
  find(out.easy_strerror, "curl_easy_strerror");
  find(out.easy_getinfo, "curl_easy_getinfo");
  find(out.slist_append, "curl_slist_append");
  find(out.slist_free_all, "curl_slist_free_all");
  find(out.url, "curl_url");
  find(out.url_cleanup, "curl_url_cleanup");
  find(out.url_set, "curl_url_set");
  find(out.url_get, "curl_url_get");
  find(out.free, "curl_free");
  if (!whole || out.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return std::nullopt;
  return out;
}

}  // namespace

const LibCurl* libcurl() {
  static const std::optional<LibCurl> kLibrary = open();
  return kLibrary ? &*kLibrary : nullptr;
}

}  // namespace dateline
