// What the listings are called: by the command line, the API and the website alike.
#pragma once

#include <string_view>

#include "dateline/engine.h"

namespace dateline {

struct ListingName {
  std::string_view name;
  Listing listing;
};

inline constexpr ListingName kListingNames[] = {
    {"timeline", Listing::timeline}, {"reports", Listing::reports}, {"entities", Listing::entities},
    {"quotes", Listing::quotes},     {"figures", Listing::figures}, {"conflicts", Listing::conflicts},
    {"voices", Listing::voices},     {"stories", Listing::stories}, {"commitments", Listing::commitments}};

// Listing::all for what is no listing.
constexpr Listing listing_called(std::string_view name) {
  for (const ListingName& l : kListingNames) {
    if (l.name == name) return l.listing;
  }
  return Listing::all;
}

}  // namespace dateline
