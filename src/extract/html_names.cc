#include "extract/html_names.h"

#include <algorithm>
#include <iterator>

namespace dateline {
namespace {

struct TagName {
  std::string_view name;
  Tag tag;
};
// Sorted by name.
constexpr TagName kTags[] = {{"a", Tag::a},
                             {"abbr", Tag::abbr},
                             {"address", Tag::address},
                             {"article", Tag::article},
                             {"aside", Tag::aside},
                             {"audio", Tag::audio},
                             {"b", Tag::b},
                             {"blockquote", Tag::blockquote},
                             {"body", Tag::body},
                             {"br", Tag::br},
                             {"button", Tag::button},
                             {"caption", Tag::caption},
                             {"center", Tag::center},
                             {"cite", Tag::cite},
                             {"code", Tag::code},
                             {"dd", Tag::dd},
                             {"del", Tag::del},
                             {"details", Tag::details},
                             {"dialog", Tag::dialog},
                             {"div", Tag::div},
                             {"dl", Tag::dl},
                             {"dt", Tag::dt},
                             {"em", Tag::em},
                             {"fieldset", Tag::fieldset},
                             {"figcaption", Tag::figcaption},
                             {"figure", Tag::figure},
                             {"font", Tag::font},
                             {"footer", Tag::footer},
                             {"form", Tag::form},
                             {"h1", Tag::h1},
                             {"h2", Tag::h2},
                             {"h3", Tag::h3},
                             {"h4", Tag::h4},
                             {"h5", Tag::h5},
                             {"h6", Tag::h6},
                             {"head", Tag::head},
                             {"header", Tag::header},
                             {"hr", Tag::hr},
                             {"html", Tag::html},
                             {"i", Tag::i},
                             {"iframe", Tag::iframe},
                             {"img", Tag::img},
                             {"input", Tag::input},
                             {"ins", Tag::ins},
                             {"label", Tag::label},
                             {"li", Tag::li},
                             {"link", Tag::link},
                             {"main", Tag::main},
                             {"map", Tag::map},
                             {"mark", Tag::mark},
                             {"menu", Tag::menu},
                             {"meta", Tag::meta},
                             {"nav", Tag::nav},
                             {"object", Tag::object},
                             {"ol", Tag::ol},
                             {"option", Tag::option},
                             {"p", Tag::p},
                             {"picture", Tag::picture},
                             {"pre", Tag::pre},
                             {"q", Tag::q},
                             {"s", Tag::s},
                             {"section", Tag::section},
                             {"select", Tag::select},
                             {"small", Tag::small},
                             {"source", Tag::source},
                             {"span", Tag::span},
                             {"strong", Tag::strong},
                             {"sub", Tag::sub},
                             {"summary", Tag::summary},
                             {"sup", Tag::sup},
                             {"table", Tag::table},
                             {"tbody", Tag::tbody},
                             {"td", Tag::td},
                             {"textarea", Tag::textarea},
                             {"tfoot", Tag::tfoot},
                             {"th", Tag::th},
                             {"thead", Tag::thead},
                             {"time", Tag::time},
                             {"title", Tag::title},
                             {"tr", Tag::tr},
                             {"u", Tag::u},
                             {"ul", Tag::ul},
                             {"video", Tag::video}};

struct AttName {
  std::string_view name;
  Att att;
};
constexpr AttName kAtts[] = {{"aria-hidden", Att::aria_hidden},
                             {"aria-label", Att::aria_label},
                             {"charset", Att::charset},
                             {"class", Att::cls},
                             {"content", Att::content},
                             {"data-component", Att::data_component},
                             {"data-date", Att::data_date},
                             {"data-datetime", Att::data_date},
                             {"data-testid", Att::data_testid},
                             {"datetime", Att::datetime},
                             {"hidden", Att::hidden},
                             {"href", Att::href},
                             {"http-equiv", Att::http_equiv},
                             {"id", Att::id},
                             {"itemprop", Att::itemprop},
                             {"itemscope", Att::itemscope},
                             {"itemtype", Att::itemtype},
                             {"lang", Att::lang},
                             {"name", Att::name},
                             {"property", Att::property},
                             {"pubdate", Att::pubdate},
                             {"rel", Att::rel},
                             {"role", Att::role},
                             {"style", Att::style},
                             {"title", Att::title},
                             {"type", Att::type},
                             {"value", Att::value},
                             {"xml:lang", Att::lang}};

template <typename Row, size_t N>
const Row* row_of(const Row (&rows)[N], std::string_view name) {
  const Row* found = std::lower_bound(std::begin(rows), std::end(rows), name,
                                      [](const Row& r, std::string_view n) { return r.name < n; });
  return found != std::end(rows) && found->name == name ? found : nullptr;
}

}  // namespace

Tag tag_named(std::string_view name) {
  // Half of all elements.
  if (name == "div") return Tag::div;
  if (name == "a") return Tag::a;
  if (name == "span") return Tag::span;
  if (name == "li") return Tag::li;
  if (name == "p") return Tag::p;
  const TagName* row = row_of(kTags, name);
  if (row != nullptr) return row->tag;
  return name.find('-') != std::string_view::npos ? Tag::custom : Tag::other;
}

Att att_named(std::string_view name) {
  if (name == "class") return Att::cls;
  if (name == "href") return Att::href;
  const AttName* row = row_of(kAtts, name);
  return row == nullptr ? Att::none : row->att;
}

}  // namespace dateline
