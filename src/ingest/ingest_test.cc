#include "ingest/ingest.h"

#include <gtest/gtest.h>

#include "ingest/http.h"
#include "ingest/input.h"
#include "ingest/markup.h"
#include "ingest/sniff.h"

namespace dateline {
namespace {

struct Read {
  std::vector<Capture> captures;
  std::vector<std::string> errors;
};

Read read(const std::string& name, const std::string& bytes) {
  Read out;
  read_bytes({name, "", {}, 0}, bytes, [&](Result<Capture> c) {
    if (c.ok())
      out.captures.push_back(std::move(*c));
    else
      out.errors.push_back(c.error().text());
    return true;
  });
  return out;
}

TEST(Sniff, ContentTellsBeforeTheName) {
  const struct {
    const char* name;
    std::string bytes;
    Format format;
  } kCases[] = {
      {"a.txt", "Plain words.", Format::plain_text},
      {"a.txt", "<!DOCTYPE html><html><body>x", Format::html},
      {"a.dat", "{\"text\": \"x\"}", Format::json},
      {"a", "<?xml version=\"1.0\"?><rss version=\"2.0\">", Format::xml},
      {"a.html", "WARC/1.0\r\nWARC-Type: response\r\n", Format::warc},
      {"a", "%PDF-1.4", Format::pdf},
      {"a.txt", std::string("\0\1\2\3", 4), Format::binary},
      {"a.txt", " \n ", Format::empty},
  };
  for (const auto& c : kCases) EXPECT_EQ(sniff(c.name, c.bytes), c.format) << c.bytes;
}

TEST(Feeds, DatesInAllTheirForms) {
  const struct {
    const char* in;
    const char* out;
  } kCases[] = {{"Sat, 09 Mar 2024 12:30:00 GMT", "2024-03-09T12:30:00Z"},
                {"9 Mar 2024 12:30 +0300", "2024-03-09T12:30+03:00"},
                {"2024-03-09T12:30:00Z", "2024-03-09T12:30:00Z"},
                {"March 9, 2024", "2024-03-09"},
                {"soon", ""},
                {"31 Feb 2024", ""}};
  for (const auto& c : kCases) EXPECT_EQ(iso_date(c.in), c.out) << c.in;
}

TEST(Feeds, RssEntriesBecomeReports) {
  const Read got = read("f.xml", R"(<rss version="2.0"><channel><title>Hill Radio</title><language>en-gb</language>
    <item><title>Bridge &amp;amp; road closed</title><link>https://x.example/1</link><pubDate>Sat, 09 Mar 2024 12:30:00 GMT</pubDate>
    <description>&lt;p&gt;The bridge is shut.&lt;/p&gt;</description></item><item></item></channel></rss>)");
  ASSERT_EQ(got.captures.size(), 1u);
  const Capture& c = got.captures[0];
  EXPECT_EQ(c.given.headline, "Bridge & road closed");
  EXPECT_EQ(c.given.outlet, "Hill Radio");
  EXPECT_EQ(c.given.language, "en");
  EXPECT_TRUE(c.summary_only);
  EXPECT_EQ(c.payload, "<p>The bridge is shut.</p>");
  EXPECT_EQ(got.errors.size(), 1u);  // the empty entry is told
}

TEST(Feeds, IllFormedAtomIsReadAsFarAsItGoes) {
  const Read got = read("f.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>One</title>
    <link rel="self" href="s"/><link href="https://x.example/1"/><content type="html">Words & more</content></entry><entry><title>Two)");
  ASSERT_GE(got.captures.size(), 1u);
  EXPECT_EQ(got.captures[0].given.url, "https://x.example/1");
}

TEST(JsonIn, LinesFeedsAndNinjs) {
  EXPECT_EQ(read("a.jsonl", "{\"text\": \"One.\"}\n{\"html\": \"<p>Two.\"}\n").captures.size(), 2u);
  const Read feed = read(
      "f.json",
      R"({"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "content_text": "Words."}]})");
  ASSERT_EQ(feed.captures.size(), 1u);
  EXPECT_EQ(feed.captures[0].given.outlet, "T");
  const Read ninjs =
      read("n.json", R"({"uri": "urn:1", "type": "text", "versioncreated": "2024-03-09T12:00:00Z", "headline": "H",
    "body_text": "Words.", "byline": "By A"})");
  ASSERT_EQ(ninjs.captures.size(), 1u);
  EXPECT_EQ(ninjs.captures[0].payload, "Words.");
  EXPECT_EQ(ninjs.captures[0].given.published, "2024-03-09T12:00:00Z");
  std::string deep = "{\"a\": ";
  for (int i = 0; i < 17; ++i) deep += deep;
  EXPECT_EQ(read("deep.json", deep).errors.size(), 1u);
}

std::string warc_record(const std::string& type, const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: https://x.example/1\r\nWARC-Date: 2024-03-09T12:00:00Z\r\n" +
         "Content-Type: application/http; msgtype=response\r\nContent-Length: " + std::to_string(block.size()) +
         "\r\n\r\n" + block + "\r\n\r\n";
}

TEST(Warc, ResponsesAreReadAndDamageIsTold) {
  const std::string page =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: "
      "chunked\r\n\r\n5\r\n<p>Wo\r\n4\r\nrds.\r\n0\r\n\r\n";
  const std::string whole = warc_record("warcinfo", "software: x") + warc_record("response", page);
  const Read got = read("a.warc", whole + "rubbish\r\n" + warc_record("response", page));
  ASSERT_EQ(got.captures.size(), 2u);
  EXPECT_EQ(got.captures[0].payload, "<p>Words.");
  EXPECT_EQ(got.captures[0].charset, "utf-8");
  EXPECT_EQ(got.captures[0].target_uri, "https://x.example/1");
  EXPECT_EQ(got.errors.size(), 1u);
}

TEST(NewsMl, AnItemIsAReport) {
  const Read got =
      read("n.xml",
           R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta><provider literal="X Press"/>
    <versionCreated>2024-03-09T12:00:00Z</versionCreated></itemMeta><contentMeta><headline>H</headline><language tag="en-US"/></contentMeta>
    <contentSet><inlineXML><html><body><p>Words.</p></body></html></inlineXML></contentSet></newsItem>)");
  ASSERT_EQ(got.captures.size(), 1u);
  EXPECT_EQ(got.captures[0].given.outlet, "X Press");
  EXPECT_NE(got.captures[0].payload.find("<p>Words.</p>"), std::string::npos);
}

}  // namespace
}  // namespace dateline
