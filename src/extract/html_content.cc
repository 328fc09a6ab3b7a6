#include "extract/html_content.h"

#include <algorithm>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr double kScantWeight = 250;  // an article that weighs less is looked for again
constexpr double kBelieved = 0.45;    // a named region with more of the page's prose than this is not believed

double sum_of(const std::vector<double>& sums, BlockRange range) { return sums[range.end] - sums[range.begin]; }

void mark(PageBlocks& page, BlockRange range, RegionHit hit) {
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (page.blocks[i].region != Region::none) continue;
    page.blocks[i].region = hit.kind;
    page.blocks[i].why = hit.why;
  }
}

std::vector<double> running_sums(const PageBlocks& page, bool positive_only) {
  std::vector<double> sums(page.blocks.size() + 1, 0);
  for (size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& b = page.blocks[i];
    double w = b.weight;
    if (b.region != Region::none && b.region != Region::body) w = 0;
    if (positive_only) w = std::max(w, 0.0);
    sums[i + 1] = sums[i] + w;
  }
  return sums;
}

bool is_frame(Tag tag) { return tag == Tag::root || tag == Tag::html || tag == Tag::body || tag == Tag::main; }

// Takes the named regions out. A region inside one that is out already goes with it.
void mark_regions(const HtmlTree& tree, PageBlocks& page, Content& content) {
  const std::vector<double> prose = running_sums(page, true);
  const double all = std::max(1.0, prose.back());
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const RegionHit hit = page.hits[i];
    if (hit.kind == Region::none || hit.kind == Region::body || is_frame(tree.nodes[i].tag)) continue;
    const BlockRange range = page.of_node[i];
    if (range.begin == range.end) continue;
    const double share = sum_of(prose, range) / all;
    // A span inside a paragraph names itself, not the paragraph, unless it is nearly all of it.
    if (!is_block(tree.nodes[i].tag) && range.end - range.begin == 1 &&
        tree.text_of(i).size() * 10 < page.blocks[range.begin].text.size() * 6) {
      continue;
    }
    const Tag tag = tree.nodes[i].tag;
    bool believed = share <= (tag == Tag::nav || tag == Tag::aside || tag == Tag::footer ? 0.65 : kBelieved);
    if (hit.kind == Region::comment) {
      bool holds_title = false;
      for (uint32_t b = range.begin; b < range.end; ++b) holds_title |= page.blocks[b].tag == Tag::h1;
      believed = share <= 0.97 && !holds_title && (share <= kBelieved || sum_of(prose, {0, range.begin}) > 150);
    }
    // A byline or a caption is short; a paragraph-holding "meta" is something else.
    if (hit.kind == Region::byline) believed = share <= 0.1 && sum_of(prose, range) < 250;
    if (hit.kind == Region::caption) believed = share <= 0.3 && range.end - range.begin <= 8;
    if (!believed) continue;
    mark(page, range, hit);
    if (hit.kind == Region::comment) content.comment_areas.push_back(i);
    i = tree.nodes[i].end - 1;
  }
}

// Comments that no name tells, below a heading that does: "Readers' comments". What follows it in the same element is
// theirs, if the article stands above.
void mark_under_heading(const HtmlTree& tree, PageBlocks& page, const LineRules& rules) {
  constexpr double kArticle = 800;  // prose that stands above
  double above = 0;
  for (uint32_t i = 0; i < page.blocks.size(); ++i) {
    const Block& b = page.blocks[i];
    if (b.region == Region::none) above += std::max(b.weight, 0.0);
    const bool line = is_heading(b.tag) ? b.tag > Tag::h1 : b.text.size() < 40 && b.tag != Tag::li && b.tag != Tag::td;
    if (above < kArticle || !line || !rules.heads_comments(b.text)) continue;
    uint32_t area = b.node;
    while (area != 0 && page.of_node[area].end <= i + 2) area = tree.nodes[area].parent;
    if (area == 0 || page.of_node[area].begin + 12 < i) continue;  // the article stands in it too
    mark(page, {i, page.of_node[area].end}, {Region::comment, "comments"});
    page.hits[area] = {Region::comment, "comments"};
    return;
  }
}

struct Best {
  uint32_t node = 0;
  double sum = -1e18;
};

Best best_element(const HtmlTree& tree, const PageBlocks& page, const std::vector<double>& sums, uint32_t from,
                  uint32_t to) {
  Best best;
  for (uint32_t i = from; i < to; ++i) {
    if (!is_block(tree.nodes[i].tag)) continue;
    const double sum = sum_of(sums, page.of_node[i]);
    if (sum >= best.sum) best = {i, sum};  // later and equal: deeper
  }
  return best;
}

// The element around all those that the page calls the body, where a page names its paragraphs one by one; 0 if one of
// them has most of the words.
uint32_t around_named(const HtmlTree& tree, const PageBlocks& page, const std::vector<double>& sums, double largest) {
  double total = 0;
  uint32_t first = 0, last = 0;
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (page.hits[i].kind != Region::body || !is_block(tree.nodes[i].tag) || is_frame(tree.nodes[i].tag)) continue;
    const double sum = sum_of(sums, page.of_node[i]);
    if (sum >= 100) {
      total += sum;
      if (first == 0) first = i;
      last = i;
    }
    i = tree.nodes[i].end - 1;
  }
  if (first == last || largest > total * 0.7) return 0;
  uint32_t around = tree.nodes[first].parent;
  while (around != 0 && last >= tree.nodes[around].end) around = tree.nodes[around].parent;
  if (around == 0 || (is_frame(tree.nodes[around].tag) && tree.nodes[around].tag != Tag::main)) return 0;
  return sum_of(sums, page.of_node[around]) >= total * 0.9 ? around : 0;
}

// Elements that the page calls the article's body, together; 0 if there are none with enough of it.
uint32_t named_body(const HtmlTree& tree, const PageBlocks& page, const std::vector<double>& sums, double needed) {
  Best best;
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (page.hits[i].kind != Region::body || !is_block(tree.nodes[i].tag) || is_frame(tree.nodes[i].tag)) continue;
    const double sum = sum_of(sums, page.of_node[i]);
    if (sum > best.sum) best = {i, sum};
  }
  if (best.sum < needed) return 0;
  if (const uint32_t all = around_named(tree, page, sums, best.sum); all != 0) return all;
  // The tightest element that still has nearly all of it.
  for (uint32_t i = best.node + 1; i < tree.nodes[best.node].end; ++i) {
    if (page.hits[i].kind == Region::body && is_block(tree.nodes[i].tag) &&
        sum_of(sums, page.of_node[i]) >= best.sum * 0.98)
      best.node = i;
  }
  return best.node;
}

// The heading that repeats the title of the metadata; an h1 if none does; blocks.size() if there is neither.
uint32_t title_block(const PageBlocks& page, const std::vector<std::string>& titles) {
  const auto size = static_cast<uint32_t>(page.blocks.size());
  uint32_t first_h1 = size;
  for (uint32_t i = 0; i < size; ++i) {
    const Block& b = page.blocks[i];
    if (!is_heading(b.tag) || b.region == Region::comment || b.text.size() > 400) continue;
    if (b.tag == Tag::h1 && first_h1 == size && b.region == Region::none) first_h1 = i;
    const std::string bare = bare_line(b.text);
    if (bare.size() < 8) continue;
    for (const std::string& title : titles) {
      if (title == bare || (bare.size() > 20 && title.starts_with(bare))) return i;
    }
  }
  return first_h1;
}

// Of several articles inside the container, the one that holds the page's title.
uint32_t article_with_title(const HtmlTree& tree, const PageBlocks& page, const std::vector<double>& sums,
                            uint32_t container, uint32_t title) {
  std::vector<uint32_t> articles;
  for (uint32_t i = container + 1; i < tree.nodes[container].end; ++i) {
    if (tree.nodes[i].tag != Tag::article || sum_of(sums, page.of_node[i]) < 150) continue;
    articles.push_back(i);
    i = tree.nodes[i].end - 1;
  }
  if (articles.size() < 2) return container;
  for (uint32_t a : articles) {
    if (page.of_node[a].begin <= title && title < page.of_node[a].end && sum_of(sums, page.of_node[a]) > 200) return a;
  }
  uint32_t longest = articles.front();
  double all = 0;
  for (uint32_t a : articles) {
    all += sum_of(sums, page.of_node[a]);
    if (sum_of(sums, page.of_node[a]) > sum_of(sums, page.of_node[longest])) longest = a;
  }
  return sum_of(sums, page.of_node[longest]) > all * 0.6 ? longest : container;
}

// Where the heaviest element stands apart from the page's title (the next article of an endless page, a long box), the
// heaviest of those that hold the title or begin right under it.
uint32_t element_at_title(const HtmlTree& tree, const PageBlocks& page, const std::vector<double>& sums,
                          uint32_t container, uint32_t title) {
  constexpr uint32_t kUnder = 30;
  const BlockRange now = page.of_node[container];
  if (title >= page.blocks.size() || (now.begin <= title + kUnder && title < now.end)) return container;
  const double needed = std::max(200.0, sum_of(sums, now) * 0.06);
  Best best;
  for (uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (!is_block(tree.nodes[i].tag) || (i <= container && container < tree.nodes[i].end)) continue;
    const BlockRange range = page.of_node[i];
    if (range.begin > title + kUnder || range.end <= title || range.begin >= range.end) continue;
    const double sum = sum_of(sums, range);
    if (sum >= needed && sum >= best.sum) best = {i, sum};
  }
  return best.node != 0 ? best.node : container;
}

Content choose(const HtmlTree& tree, PageBlocks& page, const std::vector<std::string>& titles, bool keep_all_articles) {
  Content content;
  mark_regions(tree, page, content);
  const std::vector<double> sums = running_sums(page, false);
  const Best best = best_element(tree, page, sums, 0, static_cast<uint32_t>(tree.nodes.size()));
  content.container = best.node;
  if (const uint32_t named = named_body(tree, page, sums, best.sum * 0.6); named != 0) {
    content.container = named;
  } else if (const uint32_t part = named_body(tree, page, sums, std::max(500.0, best.sum * 0.3)); part != 0) {
    // The named body holds less than its surroundings do, but it begins under the title: they are other stories.
    const uint32_t title = title_block(page, titles);
    const BlockRange range = page.of_node[part];
    if (title < page.blocks.size() && range.begin > title && range.begin < title + 25) content.container = part;
  }
  if (!keep_all_articles) {
    const uint32_t title = title_block(page, titles);
    content.container = element_at_title(tree, page, sums, content.container, title);
    content.container = article_with_title(tree, page, sums, content.container, title);
  }
  content.weight = sum_of(sums, page.of_node[content.container]);
  return content;
}

}  // namespace

Content find_content(const HtmlTree& tree, PageBlocks& page, const LineRules& rules,
                     const std::vector<std::string>& titles, bool keep_all_articles) {
  mark_under_heading(tree, page, rules);
  Content content = choose(tree, page, titles, keep_all_articles);
  if (content.weight >= kScantWeight) return content;
  // The names mislead: without those of boxes, only what every page uses alike is taken out.
  PageBlocks plain = page;
  for (Block& b : plain.blocks) b.region = Region::none, b.why = {};
  for (RegionHit& hit : plain.hits) {
    const bool sure = hit.kind == Region::comment || hit.kind == Region::caption || hit.why == "navigation" ||
                      hit.why == "footer" || hit.why == "cookies" || hit.why == "screen readers" || hit.why == "head" ||
                      hit.why == "form control" || hit.why == "comment form" || hit.why == "hidden";
    if (hit.kind != Region::body && !sure) hit = {};
  }
  Content second = choose(tree, plain, titles, keep_all_articles);
  if (second.weight < content.weight * 2 || second.weight < kScantWeight / 2) return content;
  page = std::move(plain);
  return second;
}

namespace {

// Lists and paragraphs that are nearly all links lead away from the article.
bool is_link_list(const Block& b) {
  const size_t n = b.text.size();
  if (n == 0) return true;
  const double links = static_cast<double>(b.link_bytes) / static_cast<double>(n);
  if (is_heading(b.tag)) return links > 0.8 && n < 100 && b.tag > Tag::h2;
  if (b.tag == Tag::li || b.tag == Tag::td) return links > 0.75 && n < 160;
  return links > 0.9 && n < 200;
}

// Where the run of paragraphs ends that carries the article: the blocks after the element that is the direct parent of
// most of the prose are other stories, lists and forms. `range.end` where no element carries most of it.
uint32_t end_of_prose(const HtmlTree& tree, const PageBlocks& page, BlockRange range) {
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
  return std::min(range.end, std::max(page.of_node[best].end, range.begin));
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
      return below <= 8 && b.link_bytes * 3 < n && (n >= 90 ? b.tag > Tag::h1 : n >= 60 && sentence);
    return b.weight >= 30 && n >= 50;
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

}  // namespace

std::vector<Piece> content_pieces(const HtmlTree& tree, const PageBlocks& page, const Content& content,
                                  const LineRules& rules, const std::vector<std::string>& headlines) {
  std::vector<Piece> pieces;
  const BlockRange range = page.of_node[content.container];
  uint32_t row = 0;
  // Blocks above the container's own title belong to what stands over the article.
  uint32_t begin = range.begin;
  std::vector<std::string> bare_headlines;
  for (const std::string& h : headlines) {
    if (!h.empty()) bare_headlines.push_back(bare_line(h));
  }
  for (uint32_t i = range.begin; i < range.end && i < range.begin + 30; ++i) {
    if (is_heading(page.blocks[i].tag) && std::find(bare_headlines.begin(), bare_headlines.end(),
                                                    bare_line(page.blocks[i].text)) != bare_headlines.end()) {
      begin = i;
      break;
    }
    if (page.blocks[i].weight > 100 && page.blocks[i].region == Region::none) break;
  }
  // The lede that stands between the headline and the body's own element.
  uint32_t title = range.begin;
  for (uint32_t back = 1; back <= 40 && back <= range.begin; ++back) {
    const Block& b = page.blocks[range.begin - back];
    if (is_heading(b.tag) && (b.tag == Tag::h1 || std::find(bare_headlines.begin(), bare_headlines.end(),
                                                            bare_line(b.text)) != bare_headlines.end())) {
      title = range.begin - back;
      break;
    }
  }
  if (begin == range.begin) {
    for (uint32_t i = title + 1; i < range.begin; ++i) {
      const Block& b = page.blocks[i];
      if (!is_lede(tree, b, i - title) || rules.match(b.text)) continue;
      if (std::find(bare_headlines.begin(), bare_headlines.end(), bare_line(b.text)) != bare_headlines.end()) continue;
      pieces.push_back({b.text, Region::body, "", b.tag});
    }
  }
  const uint32_t prose_end = end_of_prose(tree, page, range);
  for (uint32_t i = begin; i < range.end; ++i) {
    const Block& b = page.blocks[i];
    Piece piece;
    piece.text = b.text;
    piece.tag = b.tag;
    if (b.region == Region::comment) continue;
    if (b.region != Region::none && b.region != Region::body) {
      piece.region = b.region;
      piece.why = b.why;
    } else if (b.text.size() < 400 &&
               std::find(bare_headlines.begin(), bare_headlines.end(), bare_line(b.text)) != bare_headlines.end()) {
      piece.region = Region::boilerplate;
      piece.why = "headline";
    } else if (i >= prose_end) {
      piece.region = Region::boilerplate;
      piece.why = "after the text";
    } else if (is_link_list(b)) {
      piece.region = Region::boilerplate;
      piece.why = "links";
    } else if (auto hit = is_plain_block(b.tag) ? rules.match(b.text) : std::nullopt) {
      piece.region = hit->kind == SectionKind::caption ? Region::caption : Region::boilerplate;
      piece.why = hit->why;
    }
    // The cells of a table's row stand on one line.
    if (b.tag == Tag::td || b.tag == Tag::th) {
      uint32_t tr = b.node;
      while (tr != 0 && tree.nodes[tr].tag != Tag::tr) tr = tree.nodes[tr].parent;
      const bool short_cells = b.text.size() < 120 && !pieces.empty() && pieces.back().text.size() < 400;
      if (tr != 0 && tr == row && short_cells && pieces.back().region == piece.region) {
        pieces.back().text += "\t" + piece.text;
        continue;
      }
      row = tr;
    }
    pieces.push_back(std::move(piece));
  }
  // Headings with nothing under them, and scraps after the last paragraph.
  for (size_t i = pieces.size(); i-- > 0;) {
    if (pieces[i].region != Region::body) continue;
    if (!is_heading(pieces[i].tag)) break;
    pieces[i].region = Region::boilerplate;
    pieces[i].why = "heading without text";
  }
  return pieces;
}

}  // namespace dateline
