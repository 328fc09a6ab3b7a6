#include "extract/html_tokens.h"

#include <gtest/gtest.h>

#include "extract/html_references.h"
#include "extract/limits.h"

namespace dateline {
namespace {

TEST(References, AsBrowsersResolveThem) {
  const struct {
    const char *text, *expected;
  } kCases[] = {{"Tom &amp; Jerry", "Tom & Jerry"},
                {"caf&eacute; &ndash; &hellip;", "caf\u00E9 \u2013 \u2026"},
                {"&#8220;Yes&#x201D;", "\u201CYes\u201D"},
                {"&#147;Yes&#148; it&#146s", "\u201CYes\u201D it\u2019s"},  // Windows-1252, and no semicolon
                {"&copy 2020 &nbsp;x", "\u00A9 2020 \u00A0x"},
                {"/a?b=1&copy=2&reg;", "/a?b=1&copy=2\u00AE"},
                {"AT&T, R&D & &; &#; &#x; &nosuch; &", "AT&T, R&D & &; &#; &#x; &nosuch; &"},
                {"a&#0;b&#xD800;c&#99999999999;d", "abcd"}};
  for (const auto& c : kCases) {
    std::string out;
    append_resolved(out, c.text);
    EXPECT_EQ(out, c.expected) << c.text;
  }
}

// The tags as the library is given them, each text in its place, each attribute as NAME=value.
std::string shown(const std::string& markup) {
  HtmlTree tree;
  const PageTokens tokens = cut_tokens(markup, tree);
  std::string out = tokens.tags;
  for (std::string_view text : tokens.texts) out += " | " + std::string(text);
  for (const HtmlAttribute& a : tree.attributes)
    out += " | " + std::to_string(static_cast<int>(a.name)) + "=" + std::string(a.value.of(tree.chars));
  return out;
}

TEST(Tokens, TagsTextsAndAttributes) {
  const std::string cls = std::to_string(static_cast<int>(Att::cls)),
                    href = std::to_string(static_cast<int>(Att::href));
  const struct {
    std::string markup, expected;
  } kCases[] = {
      {"<div class=\"a\"><p>One &lt; two</p>\n</div>", "<div :=0><p>0</p> </div> | One &lt; two | " + cls + "=a"},
      {"<a onclick='x > y' HREF = /p?a=1&amp;b=2 class=c>t</a>",
       "<a :=0>0</a> | t | " + href + "=/p?a=1&b=2 | " + cls + "=c"},
      {"<br/><p class=x />", "<br /><p :=0 /> | " + cls + "=x"},
      {"<a href=x/>", "<a :=0> | " + href + "=x/"},
      {"a < b <3 <p>c", "0<p>1 | a < b <3  | c"},
      {"<p class=a class=b>", "<p :=0> | " + cls + "=a"},                // the first counts
      {"<p class=\"a>b</p>", "<p :=0>0</p> | b | " + cls + "="},         // marks never closed
      {"<!DOCTYPE html><?xml x?></ p>x</p class=y><b", "0</p><b> | x"},  // what is no tag is none
      {"<p<b>x", "<p>0 | x"},                                            // one odd name
      {"x<", "0 | x<"},
      {"", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(shown(c.markup), c.expected) << c.markup;
}

TEST(Tokens, NoWorkGrowsWithItsSquare) {
  std::string page;
  for (int i = 0; i < 200000; ++i) page += "<a b='<a b=\"";
  HtmlTree tree;
  cut_tokens(page, tree);
  page = "<p ";
  for (int i = 0; i < 300000; ++i) page += "class=x a" + std::to_string(i) + " ";
  EXPECT_EQ(cut_tokens(page, tree).tags, "<p :=0>");
}

}  // namespace
}  // namespace dateline
