#include <gtest/gtest.h>

#include <algorithm>

#include "extract/html_regions.h"
#include "extract/html_tree.h"
#include "extract/testing.h"

namespace dateline {
namespace {

Result<Article> read(std::string html, std::string captured = "") {
  Capture capture;
  capture.path = "page.html";
  capture.type = ContentType::html;
  capture.payload = std::move(html);
  capture.captured = std::move(captured);
  return test_extractor().extract(capture);
}

constexpr const char* kPage = R"(<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Bridge at Oldtown closed after flood | The Oldtown Echo</title>
<meta property="og:title" content="Bridge at Oldtown closed after flood"><meta property="og:site_name" content="The Oldtown Echo">
<link rel="canonical" href="https://echo.example/2021/05/04/bridge">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Echo"},
{"@type":"NewsArticle","headline":"Bridge at Oldtown closed after flood","datePublished":"2021-05-04T08:30:00+02:00",
"dateModified":"2021-05-05T09:00:00+02:00","author":[{"@type":"Person","name":"Jane Roe"},{"@type":"Person","name":"John Poe"}]}]}</script>
<script>var x = "<p>This is not a paragraph, it is a script and should never be read as one.</p>";</script></head>
<body class="has-sidebar"><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article class="post-17 tag-flood category-news"><h1>Bridge at Oldtown closed after flood</h1><p class="byline">By Jane Roe, 4 May 2021</p>
<div class="entry-content"><p>The bridge at Oldtown was closed on Monday after the river rose by two metres in a night, the council said.</p>
<figure><img src="a.jpg"><figcaption>The bridge on Monday. Photo: Sam Poe</figcaption></figure>
<p>Nobody was hurt, said the mayor, but the <a href="/ferry">old ferry</a> would carry passengers until Friday.</p>
<div class="share-buttons">Share this on every network that you can think of, and then on one more besides.</div>
<p>ADVERTISEMENT</p><ul><li>The school stays open, the head teacher said.</li><li>The market moves to the square for a week.</li></ul>
<blockquote><p>“We have seen worse,” she said.</p></blockquote>
<p><a href="/other">Read more: Why the river rises every spring</a></p></div></article>
<section id="comments"><h3>2 comments</h3><ol><li id="comment-1" class="comment"><cite class="author">ann</cite> <time datetime="2021-05-04T10:00:00Z">4 May</time>
<p>About time that they closed it, it has been falling down for years and years.</p></li>
<li id="comment-2" class="comment"><cite class="author">Joe</cite> <time datetime="2021-05-06T11:00:00Z">6 May</time><p>No!</p></li></ol></section></main>
<aside><p>Another story altogether, which has nothing to do with the bridge and stands beside it.</p></aside>
<footer><p>Copyright 2026 The Oldtown Echo. All rights reserved, as they are everywhere.</p></footer></body></html>)";

TEST(HtmlPage, ArticleOfANewsPage) {
  const auto result = read(kPage);
  ASSERT_TRUE(result.ok()) << result.error().text();
  const Article& a = *result;
  EXPECT_EQ(a.headline, "Bridge at Oldtown closed after flood");
  EXPECT_EQ(a.byline, "Jane Roe; John Poe");
  EXPECT_EQ(a.outlet, "The Oldtown Echo");
  EXPECT_EQ(a.uri, "https://echo.example/2021/05/04/bridge");
  EXPECT_EQ(to_string(a.published), "2021-05-04T08:30:00+02:00");
  EXPECT_EQ(to_string(a.modified), "2021-05-05T09:00:00+02:00");
  EXPECT_EQ(a.published_basis, "stated");
  EXPECT_EQ(a.language, "en");
  EXPECT_EQ(
      of_kind(a, SectionKind::body),
      "The bridge at Oldtown was closed on Monday after the river rose by two metres in a night, the council said. / "
      "Nobody was hurt, said the mayor, but the old ferry would carry passengers until Friday. / "
      "The school stays open, the head teacher said.\nThe market moves to the square for a week.\n“We have seen "
      "worse,” she said.");
  EXPECT_EQ(of_kind(a, SectionKind::caption), "The bridge on Monday. Photo: Sam Poe");
}

TEST(HtmlPage, CommentsWithAuthorAndTime) {
  const auto a = read(kPage);
  ASSERT_TRUE(a.ok());
  std::vector<Section> comments;
  for (const Section& s : a->sections) {
    if (s.kind == SectionKind::comment) comments.push_back(s);
  }
  ASSERT_EQ(comments.size(), 2u);
  EXPECT_EQ(comments[0].author, "ann");
  EXPECT_EQ(to_string(comments[0].posted), "2021-05-04T10:00:00Z");
  EXPECT_EQ(comments[1].span.of(a->text), "No!");
}

TEST(HtmlPage, NoDateFromACommentOrTheFuture) {
  const std::string body =
      "<p>The bridge at Oldtown was closed on Monday after the river rose by two metres in a night, the council "
      "said.</p>";
  auto a = read("<html><body><h1>Bridge closed</h1>" + body +
                "<div id=comments class=comments><div class=comment><time datetime='2020-01-02'>2 "
                "Jan</time><p>No!</p></div></div></body></html>");
  ASSERT_TRUE(a.ok());
  EXPECT_FALSE(a->published.known());
  a = read(
      "<html><head><meta property='article:published_time' content='2031-01-01T00:00:00Z'></head><body><h1>Bridge "
      "closed</h1>" +
          body + "</body></html>",
      "2026-01-01T00:00:00Z");
  ASSERT_TRUE(a.ok());
  EXPECT_FALSE(a->published.known());
  EXPECT_FALSE(a->notes.empty());
}

TEST(HtmlPage, BadPagesAreErrorsOrArticlesButNeverCrashes) {
  std::string deep = "<html><body>";
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  deep += "<p>The bridge at Oldtown was closed on Monday after the river rose by two metres in a night.</p>";
  const auto bottom = read(deep);
  EXPECT_TRUE(!bottom.ok() || std::find(bottom->notes.begin(), bottom->notes.end(),
                                        "elements nested more than 2000 deep left out") != bottom->notes.end());
  EXPECT_FALSE(read("<html><body><script>x()</script></body></html>").ok());
  EXPECT_FALSE(read("<html><head></head><body></body></html>").ok());
  EXPECT_FALSE(read(std::string(65 << 20, 'x')).ok());
  EXPECT_FALSE(read(std::string("<html>\0\0\0\0\0\0\0\0", 14)).ok());
  // Each of these took quadratic time in some parser.
  std::string attributes = "<html><body><div ";
  for (int i = 0; i < 100000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  EXPECT_TRUE(read(attributes + "><p>The bridge at Oldtown was closed on Monday, said the council.</p></div>").ok());
  std::string scripts = "<html><body><p>The bridge at Oldtown was closed on Monday, said the council.</p>";
  for (int i = 0; i < 100000; ++i) scripts += "<script>x<!--";
  (void)read(scripts);
  for (const char* broken : {"<", "<!--", "<script", "<p", "<p class=", "</", "<![CDATA[", "<a href='", "&", "&#x",
                             "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"</script>x"}) {
    (void)read(broken);
  }
}

TEST(HtmlPage, DeclaredEncodingIsHonoured) {
  auto a = read(
      "<html><head><meta charset='windows-1251'></head><body><h1>\xCC\xEE\xF1\xF2 "
      "\xE7\xE0\xEA\xF0\xFB\xF2</h1><p>\xCC\xEE\xF1\xF2 \xE7\xE0\xEA\xF0\xFB\xF2 \xE2 "
      "\xEF\xEE\xED\xE5\xE4\xE5\xEB\xFC\xED\xE8\xEA.</p></body></html>");
  ASSERT_TRUE(a.ok());
  EXPECT_EQ(a->headline, "Мост закрыт");
}

TEST(HtmlRegions, WordsOfNames) {
  EXPECT_EQ(words_of_names("articleShareTools related_2"),
            (std::vector<std::string>{"article", "share", "tools", "|", "related"}));
  const auto rules = RegionRules::load(Resources::embedded());
  ASSERT_TRUE(rules.ok()) << rules.error().text();
  struct Case {
    const char* names;
    Region kind;
  };
  const Case cases[] = {{"related-posts", Region::boilerplate},
                        {"has-sidebar", Region::none},
                        {"article-body", Region::body},
                        {"ad", Region::boilerplate},
                        {"ad-hoc-report", Region::none},
                        {"wp-caption-text", Region::caption},
                        {"comments-area", Region::comment},
                        {"comments-open", Region::none},
                        {"entry-meta", Region::byline},
                        {"tag-politics", Region::none},
                        {"col-md-8", Region::none}};
  for (const Case& c : cases) EXPECT_TRUE(rules->has_word(c.names, c.kind)) << c.names;
}

// A page with the given heading and title, and enough text under it.
std::string page_with(const std::string& heading, const std::string& title, const std::string& above = "") {
  return "<html><head><title>" + title + "</title></head><body>" + heading + above +
         "<div class=\"article-body\"><p>The council closed the bridge at Oldtown on Monday after the river rose by "
         "two "
         "metres in one night, and said that it would stay closed for a week.</p><p>Engineers found cracks in two of "
         "the "
         "pillars, the mayor said at a news conference, and buses take another way until then.</p></div></body></html>";
}

TEST(HtmlPage, HeadlinesWithoutWhatIsSetApart) {
  const struct {
    const char *heading, *title, *headline;
  } kCases[] = {
      {"<h1><span class='kicker'>Flood</span><span class='sr-only'>: </span><span>Bridge at Oldtown closed</span></h1>",
       "Flood: Bridge at Oldtown closed | Echo", "Bridge at Oldtown closed"},
      {"<h1><span>Flood</span> Bridge at Oldtown closed</h1>", "Flood - Bridge at Oldtown closed",
       "Bridge at Oldtown closed"},
      {"<h1><span>Bridge</span> at Oldtown closed</h1>", "Bridge at Oldtown closed", "Bridge at Oldtown closed"},
      {"<h1><time>4 May 2021</time> Bridge at Oldtown closed</h1>", "Bridge at Oldtown closed",
       "Bridge at Oldtown closed"},
      {"<h1><a href='/'>Echo of the Valley</a></h1><h2>Bridge at Oldtown closed</h2>",
       "Echo of the Valley » Bridge at Oldtown closed", "Bridge at Oldtown closed"},
      {"<h1>Bridge closed, news from Oldtown today</h1><h2><span>Flood</span> <span class='x-headline'>Bridge at "
       "Oldtown "
       "closed</span></h2>",
       "Bridge closed, news from Oldtown today", "Bridge at Oldtown closed"},
      {"<h2 class='sr-only'>Bridge at Oldtown closed - Echo</h2><h1>Bridge at Oldtown closed</h1>",
       "Bridge at Oldtown closed - Echo", "Bridge at Oldtown closed"},
      {"<h1>04.05.2021 - Bridge at Oldtown closed</h1>", "04.05.2021 - Bridge at Oldtown closed",
       "Bridge at Oldtown closed"},
      {"<h2>Bridge at Oldtown closed</h2>", "Echo of the Valley", "Bridge at Oldtown closed"},
      {"<h1>News | Entry</h1><h2>Bridge at Oldtown closed for a week</h2>",
       "Echo - News - Bridge at Oldtown closed for a week", "Bridge at Oldtown closed for a week"},
      {"<h1>橋<rt>はし</rt>を閉じる市役所</h1>", "", "橋を閉じる市役所"},
  };
  for (const auto& c : kCases) {
    auto article = read(page_with(c.heading, c.title));
    ASSERT_TRUE(article.ok()) << c.heading;
    EXPECT_EQ(article->headline, c.headline) << c.heading;
  }
}

TEST(HtmlPage, StandfirstSetAsAHeadingIsText) {
  auto article = read(page_with("<h1>Bridge at Oldtown closed</h1>", "Bridge at Oldtown closed",
                                "<h2>The river rose by two metres in a single night, and engineers found cracks in two "
                                "of the pillars of the bridge</h2>"));
  ASSERT_TRUE(article.ok());
  EXPECT_NE(of_kind(*article, SectionKind::body).find("The river rose by two metres in a single night"),
            std::string::npos);
}

constexpr const char* kReport =
    "<p>The bridge at Oldtown was closed on Monday after the river rose by two metres in a night, the council said, "
    "and nobody "
    "knew when it would open again.</p><p>Nobody was hurt, said the mayor, but the old ferry would carry passengers "
    "until "
    "Friday, when engineers were to look at the pillars of the bridge for the first time.</p>";

TEST(HtmlPage, OtherStoriesUnderAHeading) {
  const std::string report = kReport;
  const auto teased =
      read("<html><body><h1>Bridge closed</h1><p>Latest news</p><div class='x'>" + report +
           "<h3>Das könnte Sie auch interessieren:</h3><div><p>The minister of transport resigned over the "
           "tunnel that nobody had ever wanted, and the party looked for another one.</p></div></div></body></html>");
  ASSERT_TRUE(teased.ok());
  EXPECT_EQ(of_kind(*teased, SectionKind::body).find("tunnel"), std::string::npos);
  EXPECT_NE(of_kind(*teased, SectionKind::body).find("Nobody was hurt"), std::string::npos);
  // The report goes on where the paragraphs above stood.
  const auto amid = read("<html><body><h1>Bridge closed</h1><div>" + report +
                         "<h3>Related stories</h3><ul><li>Older floods</li></ul>" + report + "</div></body></html>");
  ASSERT_TRUE(amid.ok());
  const std::string body = of_kind(*amid, SectionKind::body);
  EXPECT_EQ(body.find("Older floods"), std::string::npos);
  EXPECT_GT(body.rfind("Nobody was hurt"), report.size() / 2);
}

TEST(HtmlPage, LinesOfAuthorAndDateAndWhoTheAuthorIs) {
  const auto a = read(
      "<html><head><meta name='author' content='Jane Roe'></head><body><h1>Bridge closed</h1><div>"
      "<p>By Jane Roe for the Echo Online</p><p>Posted on April 21, 2015, at 11:29 a.m.</p>" +
      std::string(kReport) + "<p>Jane Roe is a reporter of the Echo and lives in Oldtown.</p></div></body></html>");
  ASSERT_TRUE(a.ok());
  EXPECT_EQ(a->byline, "Jane Roe");
  const std::string body = of_kind(*a, SectionKind::body);
  for (const char* apart : {"for the Echo Online", "Posted on", "lives in Oldtown"})
    EXPECT_EQ(body.find(apart), std::string::npos) << apart;
  EXPECT_NE(body.find("The bridge at Oldtown"), std::string::npos);
}

TEST(HtmlPage, StandfirstBelowAListThatRepeatsTheHeadline) {
  const auto a = read(
      "<html><head><meta property='og:title' content='Bridge at Oldtown closed after flood'></head><body>"
      "<header><h1>Bridge at Oldtown closed after flood</h1><p>The old ferry is to carry passengers until "
      "Friday, says the council of the town</p></header><div><h3><a href='/1'>Mayor resigns over the tunnel</a></h3>"
      "<h3><a href='/2'>Bridge at Oldtown closed after flood</a></h3></div><main><div>" +
      std::string(kReport) + "</div></main></body></html>");
  ASSERT_TRUE(a.ok());
  EXPECT_TRUE(of_kind(*a, SectionKind::body).starts_with("The old ferry is to carry"))
      << of_kind(*a, SectionKind::body);
}

TEST(HtmlPage, TitleThatIsShownAsALineBesideAForeignH1) {
  const auto a = read(
      "<html><head><meta property='og:title' content='Bridge at Oldtown closed after flood'></head><body>"
      "<div><h1>Log in</h1></div><div><div>Bridge at Oldtown closed after flood</div>" +
      std::string(kReport) + "</div></body></html>");
  ASSERT_TRUE(a.ok());
  EXPECT_EQ(a->headline, "Bridge at Oldtown closed after flood");
}

TEST(HtmlPage, TextThatStandsInATemplate) {
  const std::string page = page_with("<h1>Bridge at Oldtown closed</h1>", "Bridge at Oldtown closed");
  const size_t body = page.find("<div"), end = page.find("</body>");
  auto article = read(page.substr(0, body) + "<script type='text/template'>" + page.substr(body, end - body) +
                      "</script>" + page.substr(end));
  ASSERT_TRUE(article.ok());
  EXPECT_NE(of_kind(*article, SectionKind::body).find("Engineers found cracks"), std::string::npos);
}

TEST(HtmlPage, CustomElementsKeepTheirNames) {
  auto article = read(page_with("<h1>Bridge at Oldtown closed</h1>", "Bridge at Oldtown closed",
                                "<a-tracker kind='x'></a-tracker><s-box></s-box><u-box></u-box>"));
  ASSERT_TRUE(article.ok());
  EXPECT_NE(of_kind(*article, SectionKind::body).find("Engineers found cracks"), std::string::npos);
}

TEST(HtmlPage, DatesInTheOrderOfTheLocale) {
  for (auto [language, day] : {std::pair{"en-GB", "2021-10-03"}, {"de", "2021-10-03"}, {"en-US", ""}}) {
    std::string page = page_with("<h1>Bridge at Oldtown closed</h1>", "Bridge at Oldtown closed", "<p>03/10/2021</p>");
    page.replace(0, 6, std::string("<html lang='") + language + "'>");
    auto article = read(page);
    ASSERT_TRUE(article.ok());
    EXPECT_EQ(article->published.known() ? to_string(article->published) : "", day) << language;
  }
}

// The day that a page is dated by what stands in its head, at its headline, in its address.
TEST(HtmlPage, WhichDateHolds) {
  const std::string kField = "<meta property='article:published_time' content='2021-03-01T08:00:00+01:00'>";
  const struct {
    const char* what;
    std::string head, above, url, day;
  } kCases[] = {
      {"field and line agree: the field has the time", kField, "<p class='date'>1 March 2021</p>", "",
       "2021-03-01T08:00:00+01:00"},
      {"the reader's date against a field", kField, "<p class='date'>9 March 2021</p>", "", "2021-03-09"},
      {"called a change", kField, "<p class='date'>Updated 9 March 2021</p>", "", "2021-03-01T08:00:00+01:00"},
      {"a change soon after, not called one",
       kField + "<meta property='article:modified_time' content='2021-03-02T09:00:00+01:00'>",
       "<p class='date'>2 March 2021</p>", "", "2021-03-01T08:00:00+01:00"},
      {"the desk's field before JSON-LD",
       kField +
           "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2020-07-07\"}</script>",
       "", "", "2021-03-01T08:00:00+01:00"},
      {"JSON-LD of the page alone",
       "<script type='application/ld+json'>{\"@type\":\"WebPage\",\"datePublished\":\"2020-07-07\"}</script>", "", "",
       "2020-07-07"},
      {"address, day last", "", "", "https://echo.example/news/29-10-2021", "2021-10-29"},
      {"address, year first", "", "", "https://echo.example/2021/3/5/bridge", "2021-03-05"},
      {"a label on a line of its own", "", "<ul class='sidebar'><li>Published</li><li>5 March 2021</li></ul>", "",
       "2021-03-05"},
      {"a stamp glued to the date", "", "<p class='meta'>Jane Roe2021-03-02T10:10:52+01:005 March 2021</p>", "",
       "2021-03-05"},
      {"a title that opens with its day", "<meta property='og:title' content='05.03.2021 | Bridge at Oldtown closed'>",
       "", "", "2021-03-05"},
  };
  for (const auto& c : kCases) {
    std::string page = page_with("<h1>Bridge at Oldtown closed</h1>", "Bridge at Oldtown closed", c.above);
    page.insert(page.find("</head>"), c.head);
    Capture capture;
    capture.payload = page;
    capture.type = ContentType::html;
    capture.target_uri = c.url;
    auto article = test_extractor().extract(capture);
    ASSERT_TRUE(article.ok()) << c.what;
    EXPECT_EQ(article->published.known() ? to_string(article->published) : "", c.day) << c.what;
  }
}

}  // namespace
}  // namespace dateline
