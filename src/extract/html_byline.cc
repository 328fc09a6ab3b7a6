// Who wrote it, as the page says: metadata first, then what stands at the headline.
#include <algorithm>

#include "base/strings.h"
#include "extract/html_facts.h"
#include "extract/plain_text.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr std::string_view kHeads[] = {"by ",
                                       "by: ",
                                       "by:",
                                       "written by ",
                                       "written by: ",
                                       "posted by ",
                                       "posted by: ",
                                       "published by ",
                                       "reported by ",
                                       "story by ",
                                       "words by ",
                                       "author: ",
                                       "author ",
                                       "authors: ",
                                       "von ",
                                       "von: ",
                                       "von:",
                                       "ein beitrag von ",
                                       "ein gastbeitrag von ",
                                       "geschrieben von ",
                                       "geschrieben von: ",
                                       "veröffentlicht von ",
                                       "autor: ",
                                       "autor:",
                                       "autorin: ",
                                       "autor/in: ",
                                       "autor ",
                                       "text: ",
                                       "text von ",
                                       "verfasst von ",
                                       "eingestellt von ",
                                       "erstellt von ",
                                       "gepostet von ",
                                       "redaktion: ",
                                       "artikel von ",
                                       "vom ",
                                       "artikel von: ",
                                       "interview und text: ",
                                       "text und interview: ",
                                       "text & fotos: ",
                                       "text und fotos: ",
                                       "texte et photos: ",
                                       "bericht von ",
                                       "beitrag von ",
                                       "interview: ",
                                       "kommentar von ",
                                       "eine analyse von ",
                                       "ein kommentar von ",
                                       "par ",
                                       "par: ",
                                       "publié par ",
                                       "écrit par ",
                                       "por ",
                                       "por: ",
                                       "publicado por ",
                                       "escrito por ",
                                       "texto: ",
                                       "di ",
                                       "di: ",
                                       "a cura di ",
                                       "scritto da ",
                                       "door ",
                                       "door: ",
                                       "geschreven door ",
                                       "geplaatst door ",
                                       "av ",
                                       "af ",
                                       "skrevet av ",
                                       "przez ",
                                       "autor tekstu: ",
                                       "text by ",
                                       "opinion by ",
                                       "analysis by ",
                                       "contributed by ",
                                       "submitted by ",
                                       "reporting by ",
                                       "reporter: ",
                                       "from ",
                                       "- ",
                                       "– ",
                                       "| ",
                                       "• "};

// "Jane Roe im Gespräch mit John Poe", "Jane Roe Illustration von …": what follows the name is another's part.
std::string first_names(std::string text) {
  for (std::string_view part :
       {" Illustration", " Foto", " Photo", " Fotos", " Bild:", " und Interview", " Redakteur", " Redakteurin",
        " Autorin", " Freier", " Freie ", ", Redakt", " is a ", " ist ", ", dpa", " mit dpa"}) {
    const size_t at = text.find(part);
    if (at != std::string::npos && at > 3) text.resize(at);
  }
  // Left over before a date that was cut off: "jroe am", "Jane Roe on".
  for (std::string_view word :
       {" am", " on", " vom", " um", " der", " le", " el", " at", " den", " op", " il", " av"}) {
    if (ascii_lower(text).ends_with(word)) text.resize(text.size() - word.size());
  }
  // "Jane Roe, PhD", "Jane Roe, CNN"
  const size_t comma = text.rfind(", ");
  if (comma != std::string::npos && text.size() - comma <= 7) {
    const std::string_view tail = std::string_view(text).substr(comma + 2);
    size_t upper = 0;
    for (char c : tail) upper += is_upper(c);
    if (upper >= 2 && tail.find(' ') == std::string_view::npos) text.resize(comma);
  }
  return std::string(trim(text));
}

std::string cleaned(std::string_view value, const PageView& view) {
  std::string text = plain_value(value);
  if (text.starts_with("http") || text.starts_with("www.") || text.starts_with("@")) return {};
  for (int round = 0; round < 3; ++round) {
    const std::string lower = ascii_lower(text);
    for (std::string_view head : kHeads) {
      if (lower.starts_with(head)) {
        text = std::string(trim(std::string_view(text).substr(head.size())));
        break;
      }
    }
  }
  if (auto found = view.dates.find(text)) text = std::string(trim(std::string_view(text).substr(0, found->span.begin)));
  for (std::string_view mark :
       {" | ",     " - ",     " – ",  " — ",  "•",    "·",    " @",   "(",    "/",     ";  ", " Published", " Updated",
        " Posted", " Follow", " am ", " on ", " in ", " um ", " at ", "http", " vom ", "  ",  " le ",       " el "}) {
    const size_t at = text.find(mark);
    if (at != std::string::npos && at > 0) text = std::string(trim(std::string_view(text).substr(0, at)));
  }
  text = first_names(std::move(text));
  while (!text.empty() &&
         (text.back() == ',' || text.back() == ':' || text.back() == '|' || text.back() == '-' || text.back() == ';'))
    text = std::string(trim(std::string_view(text).substr(0, text.size() - 1)));
  return text;
}

bool possible_name(std::string_view name, const Article& article) {
  if (name.size() < 2 || name.size() > 120 || words_in_line(name) > 14) return false;
  if (name.find("://") != std::string_view::npos || name.find("www.") != std::string_view::npos ||
      name.find('@') != std::string_view::npos || name.find('{') != std::string_view::npos || name.find("null") == 0 ||
      name.find("undefined") != std::string_view::npos) {
    return false;
  }
  size_t digits = 0;
  for (char c : name) digits += is_digit(c);
  if (digits > 3) return false;
  const std::string bare = bare_line(name);
  if (bare.empty() || bare == bare_line(article.headline)) return false;
  for (std::string_view word :
       {"author",    "autor",      "autoren", "authors",   "admin",      "administrator", "wordpressadmin",
        "unknown",   "anonymous",  "guest",   "no author", "comment",    "comments",      "share",
        "webmaster", "super user", "by",      "von",       "website",    "datum",         "date",
        "stand",     "article by", "posted",  "published", "kommentare", "antworten",     "reply",
        "mehr",      "more",       "text",    "foto",      "drucken",    "newsroom",      "artikel von",
        "quelle",    "source",     "some",    "tags",      "kategorie",  "redaktion von", "teilen"}) {
    if (bare == word) return false;
  }
  return !ends_like_sentence(name) || words_in_line(name) <= 4;
}

void add(std::vector<std::string>& names, std::string name) {
  const std::string bare = bare_line(name);
  for (const std::string& other : names) {
    if (bare_line(other) == bare) return;
  }
  names.push_back(std::move(name));
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& n : names) out += (out.empty() ? "" : "; ") + n;
  return out;
}

// "Posted in Law by jroe on August 3" -> "jroe on August 3"; the text itself where no "by" stands inside.
std::string_view after_by(std::string_view text) {
  const std::string lower = ascii_lower(text);
  for (std::string_view word : {" by ", " von ", " par ", " por ", " door "}) {
    const size_t at = lower.find(word);
    if (at != std::string::npos && at < 90 && lower.size() == text.size()) return text.substr(at + word.size());
  }
  return text;
}

bool is_author_word(std::string_view attribute) {
  for (const std::string& word : words_of_names(attribute)) {
    if (word == "author" || word == "authors" || word == "byline" || word == "autor" || word == "auteur" ||
        word == "writer" || word == "fn" || word == "bylines" || word == "autoren" || word == "journalist" ||
        word == "verfasser")
      return true;
  }
  return false;
}

}  // namespace

void find_byline(const PageView& view, Article& article) {
  const HtmlTree& tree = view.tree;
  std::vector<std::string> names;
  const std::string outlet = bare_line(article.outlet);
  auto accept = [&](std::string_view raw) {
    std::string name = cleaned(raw, view);
    if (possible_name(name, article) && (outlet.empty() || bare_line(name) != outlet)) add(names, std::move(name));
  };
  for (const std::string& name : view.meta.ld_authors) accept(name);
  // A field of the metadata with more names than JSON-LD's one, among them that one, is the fuller list.
  const size_t from_ld = names.size();
  std::vector<std::string> meta_names;
  std::string field;
  for (const auto& [name, value] : view.meta.authors) {
    if (!field.empty() && name != field) continue;
    std::vector<std::string> before = std::move(names);
    names = meta_names;
    accept(value);
    if (names.size() > meta_names.size()) field = name;
    meta_names = std::move(names);
    names = std::move(before);
  }
  const std::string all_meta = joined(meta_names);
  if (from_ld == 0 && meta_names.size() <= 12)
    names = meta_names;
  else if (from_ld == 1 && all_meta.size() > names[0].size() + 3 && all_meta.find(names[0]) != std::string::npos)
    names = meta_names;
  if (!names.empty()) {
    article.byline = joined(names);
    return;
  }
  // Microdata, rel=author and elements called author or byline; the nearest to the headline.
  const uint32_t headline = headline_block(view, article.headline);
  const BlockRange body = view.page.of_node[view.content.container];
  const uint32_t from = headline < view.page.blocks.size() ? headline : body.begin;
  double best = 1e9;
  std::string best_name;
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const Tag tag = tree.nodes[i].tag;
    if (tag == Tag::text || tag == Tag::meta || tag == Tag::body || tag == Tag::html) continue;
    const std::string_view prop = tree.attribute(i, Att::itemprop), rel = tree.attribute(i, Att::rel);
    double penalty;
    if (prop.find("author") != std::string_view::npos || prop == "creator")
      penalty = 0;
    else if (rel.find("author") != std::string_view::npos)
      penalty = 2;
    else if (tag == Tag::a && tree.attribute(i, Att::href).find("/author") != std::string_view::npos)
      penalty = 4;
    else if (is_author_word(tree.attribute(i, Att::cls)) || is_author_word(tree.attribute(i, Att::id)))
      penalty = 5;
    else
      continue;
    const BlockRange range = view.page.of_node[i];
    if (range.begin >= view.page.blocks.size() || range.end - range.begin > 12) continue;
    const Block& block = view.page.blocks[range.begin];
    if (block.region == Region::comment || block.why == "related" || block.why == "sidebar" ||
        block.why == "navigation" || block.why == "comment form")
      continue;
    std::string text;
    // A name inside, if the markup tells it apart.
    for (uint32_t k = i; k < tree.nodes[i].end && text.empty(); ++k) {
      if (tree.nodes[k].tag == Tag::text) continue;
      if (k != i &&
          (tree.attribute(k, Att::itemprop) == "name" ||
           tree.attribute(k, Att::rel).find("author") != std::string_view::npos || tree.nodes[k].tag == Tag::a)) {
        const std::string inner = tree.text_of(k);
        if (words_in_line(inner) >= 1 && words_in_line(inner) <= 6) text = inner;
      }
    }
    if (text.empty()) text = range.end - range.begin > 1 ? block.text : tree.text_of(i);
    if (text.size() > 200) continue;
    const std::string name = cleaned(after_by(text), view);
    if (!possible_name(name, article) || words_in_line(name) > 8) continue;
    const uint32_t at = range.begin;
    const bool inside = body.begin <= at && at < body.end;
    const double distance =
        (at >= from ? at - from : (from - at) * 1.5) * (inside ? 0.4 : 1) + penalty + (at > body.end ? 10 : 0);
    if (distance < best) {
      best = distance;
      best_name = name;
    }
  }
  if (best < 80) {
    article.byline = best_name;
    return;
  }
  // "Von Jane Roe" in a line of its own, "Posted by jroe on August 3" in a dated line, near the headline.
  const auto size = static_cast<uint32_t>(view.page.blocks.size());
  for (uint32_t i = from > 3 ? from - 3 : 0; i < std::min(size, from + 12); ++i) {
    const Block& b = view.page.blocks[i];
    if (b.region == Region::comment || b.text.size() > 160) continue;
    const std::string lower = ascii_lower(b.text);
    bool begins = false;
    for (std::string_view head : kHeads)
      begins |= head.size() > 2 && head != "from " && head != "text: " && lower.starts_with(head);
    const std::string_view inner = after_by(b.text);
    const bool dated = inner.size() < b.text.size() && (b.region == Region::byline || view.dates.find(b.text));
    if (!begins && !dated) continue;
    const std::string name = cleaned(begins ? std::string_view(b.text) : inner, view);
    if (possible_name(name, article) && (looks_like_names(name) || (dated && words_in_line(name) <= 3))) {
      article.byline = name;
      return;
    }
  }
  // Nobody is named: the outlet, where the page calls it the author.
  for (const std::string& name : view.meta.ld_authors) add(names, plain_value(name));
  for (const auto& [field_name, value] : view.meta.authors) {
    if (names.empty()) add(names, plain_value(value));
  }
  for (const std::string& name : names) {
    if (possible_name(name, article)) {
      article.byline = name;
      return;
    }
  }
}

}  // namespace dateline
