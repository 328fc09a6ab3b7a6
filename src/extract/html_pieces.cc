// The words of the article's element, each block as body, caption or boilerplate.
#include <algorithm>

#include "base/strings.h"
#include "extract/html_content.h"
#include "extract/html_other_stories.h"

namespace dateline {
namespace {

double link_share(size_t links, size_t bytes) {
  return bytes == 0 ? 1 : static_cast<double>(links) / static_cast<double>(bytes);
}

// Tells lists, headings and paragraphs that lead away from the article: nearly all of them are links.
class LinkLists {
 public:
  LinkLists(const HtmlTree& tree, const PageBlocks& page) : tree_(tree), page_(page) {}

  bool has(uint32_t at) {
    const Block& b = page_.blocks[at];
    const size_t n = b.text.size();
    const double links = link_share(b.link_bytes, n);
    if (is_heading(b.tag)) return links > 0.8 && n < 100 && b.tag > Tag::h2 && !amid_prose(at);
    if (b.tag == Tag::li || b.tag == Tag::td) return links > 0.75 && n < 160 && leads_away(around(b));
    return links > 0.9 && n < 200;
  }

 private:
  // The list or table that the block is an item or a cell of.
  uint32_t around(const Block& b) const {
    uint32_t node = b.node;
    while (node != 0 && tree_.nodes[node].tag != Tag::ul && tree_.nodes[node].tag != Tag::ol &&
           tree_.nodes[node].tag != Tag::table)
      node = tree_.nodes[node].parent;
    return node;
  }

  // Items that are links stay where most of the list is words.
  bool leads_away(uint32_t list) {
    if (list == 0) return true;
    if (list == last_list_) return last_leads_away_;
    size_t bytes = 0, links = 0;
    const BlockRange range = page_.of_node[list];
    for (uint32_t i = range.begin; i < range.end; ++i) {
      bytes += page_.blocks[i].text.size();
      links += page_.blocks[i].link_bytes;
    }
    last_list_ = list;
    last_leads_away_ = link_share(links, bytes) > 0.4;
    return last_leads_away_;
  }

  // A subheading between two paragraphs of one element; a teaser's heading has a box of its own.
  bool amid_prose(uint32_t at) const {
    if (at == 0 || at + 1 >= page_.blocks.size()) return false;
    const uint32_t parent = tree_.nodes[page_.blocks[at].node].parent;
    const Block &before = page_.blocks[at - 1], &after = page_.blocks[at + 1];
    return tree_.nodes[before.node].parent == parent && tree_.nodes[after.node].parent == parent &&
           after.region == Region::none && after.weight >= 60;
  }

  const HtmlTree& tree_;
  const PageBlocks& page_;
  uint32_t last_list_ = 0;
  bool last_leads_away_ = true;
};

// Whether two elements are made alike: the same tag and the same first word of their class.
bool made_alike(const HtmlTree& tree, uint32_t a, uint32_t b) {
  if (tree.nodes[a].tag != tree.nodes[b].tag) return false;
  const auto first_word = [&](uint32_t node) {
    const std::string_view names = trim(tree.attribute(node, Att::cls));
    return names.substr(0, names.find_first_of(" \t\n"));
  };
  return first_word(a) == first_word(b);
}

// Sections of one article stand side by side, made alike: where the last of them ends that follows `best`. Other
// articles and boxes are made in another way, or are nearly all links.
uint32_t end_of_sections(const HtmlTree& tree, const PageBlocks& page, uint32_t best, uint32_t container) {
  uint32_t end = page.of_node[best].end;
  for (uint32_t node = best; node != 0 && node != container; node = tree.nodes[node].parent) {
    if (tree.nodes[node].tag == Tag::article || tree.nodes[node].tag == Tag::li) continue;
    const uint32_t parent_end = tree.nodes[tree.nodes[node].parent].end;
    for (uint32_t next = tree.nodes[node].end; next < parent_end; next = tree.nodes[next].end) {
      const BlockRange range = page.of_node[next];
      size_t bytes = 0, links = 0;
      double prose = 0;
      for (uint32_t i = range.begin; i < range.end; ++i) {
        const Block& b = page.blocks[i];
        if (b.region != Region::none) continue;
        bytes += b.text.size(), links += b.link_bytes, prose += b.weight;
      }
      if (bytes == 0) continue;
      if (!made_alike(tree, node, next) || prose < 150 || prose * 2 < static_cast<double>(bytes) ||
          link_share(links, bytes) > 0.3)
        break;
      end = std::max(end, range.end);
    }
  }
  return end;
}

// Where the run of paragraphs ends that carries the article: the blocks after the element that is the direct parent of
// most of the prose are other stories, lists and forms. `range.end` where no element carries most of it.
uint32_t end_of_prose(const HtmlTree& tree, const PageBlocks& page, uint32_t container) {
  const BlockRange range = page.of_node[container];
  constexpr double kMost = 0.6;
  std::vector<std::pair<uint32_t, double>> parents;  // few; linear search is fine
  double all = 0;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const Block& b = page.blocks[i];
    if (b.region != Region::none || b.weight <= 0) continue;
    uint32_t parent = b.node;
    if (b.tag == Tag::p || is_heading(b.tag)) parent = tree.nodes[b.node].parent;
    if (b.tag == Tag::li || b.tag == Tag::blockquote) parent = tree.nodes[tree.nodes[b.node].parent].parent;
    all += b.weight;
    auto known = std::find_if(parents.begin(), parents.end(), [&](const auto& p) { return p.first == parent; });
    if (known == parents.end())
      parents.emplace_back(parent, b.weight);
    else
      known->second += b.weight;
    if (parents.size() > 400) return range.end;
  }
  uint32_t best = 0;
  double most = 0;
  for (const auto& [parent, weight] : parents) {
    if (weight > most) best = parent, most = weight;
  }
  if (best == 0 || most < all * kMost || most < 400) return range.end;
  return std::min(range.end, std::max(end_of_sections(tree, page, best, container), range.begin));
}

// Lists, tables and headings of a report are not judged by their words alone.
bool is_plain_block(Tag tag) { return tag != Tag::li && tag != Tag::td && !is_heading(tag); }

// Whether a block that stands `below` blocks under the headline and above the body is the report's first paragraph.
bool is_lede(const HtmlTree& tree, const Block& b, uint32_t below) {
  const size_t n = b.text.size();
  const bool sentence = ends_like_sentence(b.text) && b.link_bytes * 3 < n;
  if (b.region == Region::none) {
    // A standfirst is often set as a heading, and often ends without a full stop.
    if (is_heading(b.tag))
      return below <= 8 && b.link_bytes * 3 < n &&
             (n >= 90 || below <= 2 ? b.tag > Tag::h1 && n >= 60 : n >= 60 && sentence);
    return b.weight >= 15 && n >= 50;
  }
  // Names of boxes are not believed of a whole paragraph right at the headline, if no picture is near it.
  if (b.region == Region::comment || b.region == Region::byline || b.tag == Tag::figcaption || b.tag == Tag::li)
    return false;
  if (b.why != "picture" && b.why != "related" && b.why != "kicker" && b.why != "tags" && b.why != "aside")
    return false;
  if (below > 5 || n < 90 || !sentence) return false;
  for (uint32_t node = b.node, up = 0; node != 0 && up < 4; node = tree.nodes[node].parent, ++up) {
    if (tree.nodes[node].tag == Tag::figure || tree.nodes[node].tag == Tag::ul) return false;
  }
  return true;
}

// The headline in the forms that a page repeats it in.
class HeadlineForms {
 public:
  explicit HeadlineForms(const std::vector<std::string>& forms) {
    for (const std::string& form : forms) {
      if (!form.empty()) bare_.push_back(bare_line(form));
    }
  }
  bool has(const Block& b) const {
    constexpr size_t kLongest = 400, kMarks = 40;  // bytes; a bare line is hardly longer than the line
    if (b.text.size() > kLongest) return false;
    if (std::none_of(bare_.begin(), bare_.end(), [&](const std::string& form) {
          return form.size() <= b.text.size() + kMarks && b.text.size() <= form.size() * 2 + kMarks;
        }))
      return false;
    return std::find(bare_.begin(), bare_.end(), bare_line(b.text)) != bare_.end();
  }

 private:
  std::vector<std::string> bare_;
};

// Blocks above the container's own title belong to what stands over the article: where the title stands, if it does.
uint32_t first_block(const PageBlocks& page, BlockRange range, const HeadlineForms& headlines) {
  constexpr uint32_t kFar = 30;  // blocks
  for (uint32_t i = range.begin; i < range.end && i < range.begin + kFar; ++i) {
    const Block& b = page.blocks[i];
    if (is_heading(b.tag) && headlines.has(b)) return i;
    if (b.weight > 100 && b.region == Region::none) break;
  }
  return range.begin;
}

// The lede that stands between the headline and the body's own element.
void add_ledes(const HtmlTree& tree, const PageBlocks& page, uint32_t body, const LineRules& rules,
               const HeadlineForms& headlines, std::vector<Piece>& pieces) {
  constexpr uint32_t kAbove = 40;  // blocks
  uint32_t title = body;
  for (uint32_t back = 1; back <= kAbove && back <= body && title == body; ++back) {
    const Block& b = page.blocks[body - back];
    if (!is_heading(b.tag)) continue;
    // A list of other stories may hold this one too, and what the page hides may be headed.
    const bool teaser = b.tag > Tag::h2 && b.link_bytes * 2 > b.text.size();
    if (headlines.has(b) ? !teaser : b.tag == Tag::h1 && b.region == Region::none) title = body - back;
  }
  for (uint32_t i = title + 1; i < body; ++i) {
    const Block& b = page.blocks[i];
    if (is_lede(tree, b, i - title) && !rules.match(b.text) && !headlines.has(b))
      pieces.push_back({b.text, Region::body, "", b.tag});
  }
}

// Joins the cells of a table's row to one line. `row` is that of the piece before.
bool joins_row(const HtmlTree& tree, const Block& b, const Piece& piece, uint32_t& row, std::vector<Piece>& pieces) {
  if (b.tag != Tag::td && b.tag != Tag::th) return false;
  constexpr size_t kLongestCell = 120, kLongestRow = 400;  // bytes
  uint32_t tr = b.node;
  while (tr != 0 && tree.nodes[tr].tag != Tag::tr) tr = tree.nodes[tr].parent;
  const bool short_cells = b.text.size() < kLongestCell && !pieces.empty() && pieces.back().text.size() < kLongestRow;
  if (tr != 0 && tr == row && short_cells && pieces.back().region == piece.region) {
    pieces.back().text += "\t" + piece.text;
    return true;
  }
  row = tr;
  return false;
}

// Headings with nothing under them are no text.
void drop_last_headings(std::vector<Piece>& pieces) {
  for (size_t i = pieces.size(); i-- > 0;) {
    if (pieces[i].region != Region::body) continue;
    if (!is_heading(pieces[i].tag)) return;
    pieces[i].region = Region::boilerplate;
    pieces[i].why = "heading without text";
  }
}

}  // namespace

std::vector<Piece> content_pieces(const HtmlTree& tree, const PageBlocks& page, const Content& content,
                                  const LineRules& rules, const std::vector<std::string>& headlines) {
  std::vector<Piece> pieces;
  const BlockRange range = page.of_node[content.container];
  const HeadlineForms forms(headlines);
  const uint32_t begin = first_block(page, range, forms);
  if (begin == range.begin) add_ledes(tree, page, range.begin, rules, forms, pieces);
  LinkLists links(tree, page);
  OtherStories others(tree, rules);
  const uint32_t prose_end = end_of_prose(tree, page, content.container);
  uint32_t row = 0;
  for (uint32_t i = begin; i < range.end; ++i) {
    const Block& b = page.blocks[i];
    if (b.region == Region::comment) continue;
    Piece piece{b.text, Region::body, "", b.tag};
    const auto apart = [&](Region region, std::string_view why) { piece.region = region, piece.why = why; };
    if (b.region != Region::none && b.region != Region::body)
      apart(b.region, b.why);
    else if (others.has(b))
      apart(Region::boilerplate, "related");
    else if (forms.has(b))
      apart(Region::boilerplate, "headline");
    else if (i >= prose_end)
      apart(Region::boilerplate, "after the text");
    else if (links.has(i))
      apart(Region::boilerplate, "links");
    else if (auto hit = is_plain_block(b.tag) ? rules.match(b.text) : std::nullopt)
      apart(hit->kind == SectionKind::caption ? Region::caption : Region::boilerplate, hit->why);
    if (!joins_row(tree, b, piece, row, pieces)) pieces.push_back(std::move(piece));
  }
  drop_last_headings(pieces);
  return pieces;
}

}  // namespace dateline
