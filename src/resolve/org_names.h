// The organisations that a report has named so far, by what their shorter names may be. Private to src/resolve.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline {

class OrgNames {
 public:
  using Numbers = std::vector<int32_t>;

  // `key`: the folded name, its words parted by spaces.
  void add(int32_t organisation, const std::string& key);

  // Those whose words begin with the letters of the acronym, but for a last one. An acronym has three letters and more.
  const Numbers& spelt(const std::string& acronym) const;
  // Those that may have all the words of this name among theirs; all that have are among them.
  const Numbers& longer(const std::string& key) const;

 private:
  using Index = std::unordered_map<std::string, Numbers>;
  static const Numbers& at(const Index& index, const std::string& key);

  Index by_initials_, by_word_;
};

}  // namespace dateline
