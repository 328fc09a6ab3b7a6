// libcurl, opened when the first page is asked for: it brings thirty libraries, which every start of the program would
// wait for.
#pragma once

// Its macros that check the types of options would name the functions themselves.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

namespace dateline {

struct LibCurl {
  decltype(&curl_global_init) global_init;
  decltype(&curl_easy_init) easy_init;
  decltype(&curl_easy_cleanup) easy_cleanup;
  decltype(&curl_easy_reset) easy_reset;
  decltype(&curl_easy_setopt) easy_setopt;
  decltype(&curl_easy_perform) easy_perform;
  decltype(&curl_easy_strerror) easy_strerror;
  decltype(&curl_easy_getinfo) easy_getinfo;
  decltype(&curl_slist_append) slist_append;
  decltype(&curl_slist_free_all) slist_free_all;
  decltype(&curl_url) url;
  decltype(&curl_url_cleanup) url_cleanup;
  decltype(&curl_url_set) url_set;
  decltype(&curl_url_get) url_get;
  decltype(&curl_free) free;
};

// nullptr: it is not there. Thread-safe; the same for good.
const LibCurl* libcurl();

}  // namespace dateline
