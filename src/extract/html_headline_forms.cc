// Where a page shows its headline, and in which forms it repeats it.
#include "extract/html_heading.h"

namespace dateline {

uint32_t headline_block(const PageView& view, std::string_view headline) {
  const std::string bare = bare_line(headline);
  const auto size = static_cast<uint32_t>(view.page.blocks.size());
  uint32_t any = size;
  for (uint32_t i = 0; i < size; ++i) {
    const Block& b = view.page.blocks[i];
    if (b.text.size() > 400 || b.tag == Tag::title || b.region == Region::comment) continue;
    if (is_heading(b.tag) && (bare_line(b.text) == bare || bare_line(core_of(view, b)) == bare)) return i;
    if (any == size && b.text.size() < headline.size() + 20 && b.text.size() + 20 > headline.size() &&
        bare_line(b.text) == bare)
      any = i;
  }
  if (any != size) return any;
  for (uint32_t i = 0; i < size; ++i) {
    if (view.page.blocks[i].tag == Tag::h1 && view.page.blocks[i].region != Region::comment) return i;
  }
  return size;
}

std::vector<std::string> headline_forms(const PageView& view, const Article& article) {
  std::vector<std::string> out{article.headline, plain_value(view.meta.og_title), plain_value(view.meta.ld_headline),
                               plain_value(view.meta.title_tag)};
  // An h1 below the first paragraph is a subheading where a paragraph follows it.
  const uint32_t prose = first_prose(view);
  const std::vector<Block>& blocks = view.page.blocks;
  for (uint32_t i = 0; i < blocks.size(); ++i) {
    const Block& b = blocks[i];
    if (b.tag != Tag::h1 || b.region == Region::comment) continue;
    const bool parts_text = i > prose && i + 1 < blocks.size() && blocks[i + 1].weight >= 60 &&
                            view.tree.nodes[blocks[i + 1].node].parent == view.tree.nodes[b.node].parent;
    if (!parts_text) out.push_back(b.text);
  }
  return out;
}

}  // namespace dateline
