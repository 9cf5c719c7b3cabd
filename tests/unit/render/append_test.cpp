// The renderings into a buffer of the caller's.
#include <doctest/doctest.h>

#include <pith/render.hpp>

#include <string>

#include "support/article_builder.hpp"

namespace {

using Append = void (*)(const pith::Article&, std::string&);
using To = std::string (*)(const pith::Article&);

struct Format {
  const char* name;
  Append append;
  To to;
};

constexpr Format formats[] = {
    {"text", [](const pith::Article& article, std::string& out) { pith::append_text(article, out); },
     [](const pith::Article& article) { return pith::to_text(article); }},
    {"markdown", [](const pith::Article& article, std::string& out) { pith::append_markdown(article, out); },
     [](const pith::Article& article) { return pith::to_markdown(article); }},
    {"markdown without links",
     [](const pith::Article& article, std::string& out) { pith::append_markdown(article, out, pith::Links::drop); },
     [](const pith::Article& article) { return pith::to_markdown(article, pith::Links::drop); }},
    {"html", [](const pith::Article& article, std::string& out) { pith::append_html(article, out); },
     [](const pith::Article& article) { return pith::to_html(article); }},
    {"front matter", [](const pith::Article& article, std::string& out) { pith::append_front_matter(article, out); },
     [](const pith::Article& article) { return pith::to_front_matter(article); }},
    {"tei", [](const pith::Article& article, std::string& out) { pith::append_tei(article, out); },
     [](const pith::Article& article) { return pith::to_tei(article); }},
    {"json", [](const pith::Article& article, std::string& out) { pith::append_json(article, out); },
     [](const pith::Article& article) { return pith::to_json(article); }},
    {"json lines",
     [](const pith::Article& article, std::string& out) {
       pith::append_json(article, out, pith::JsonLayout::one_line);
     },
     [](const pith::Article& article) { return pith::to_json(article, pith::JsonLayout::one_line); }},
};

pith::Article page_of_all_kinds() {
  pith::test::ArticleBuilder builder("Title");
  builder.paragraph("One, with a link.").span(pith::SpanKind::link, "link", "https://herald.example/");
  builder.open(pith::FrameKind::list).item("a").item("b", 2).close();
  builder.open(pith::FrameKind::table).row(0, "c|d").row(1, "e|f").close();
  builder.block(pith::BlockKind::heading, "Heading", 2).open(pith::FrameKind::quote).paragraph("Quote").close();
  builder.block(pith::BlockKind::code, "x = 1\ny = 2");
  return builder.article();
}

}  // namespace

TEST_CASE("what is appended is what is returned, whatever the buffer held") {
  const pith::Article article = page_of_all_kinds();
  for (const Format& format : formats) {
    CAPTURE(format.name);
    REQUIRE_FALSE(format.to(article).empty());
    for (const std::string before : {"", "x", "An earlier article.\n"}) {
      std::string buffer = before;
      format.append(article, buffer);
      CHECK(buffer == before + format.to(article));
    }
  }
}

TEST_CASE("a buffer that is cleared keeps its memory") {
  const pith::Article article = page_of_all_kinds();
  for (const Format& format : formats) {
    CAPTURE(format.name);
    std::string buffer;
    format.append(article, buffer);
    const char* const memory = buffer.data();
    buffer.clear();
    format.append(article, buffer);
    CHECK(buffer.data() == memory);
  }
}

TEST_CASE("an empty article appends nothing to prose formats") {
  for (const Format& format : formats) {
    const std::string name = format.name;
    if (name.starts_with("json") || name == "tei" || name == "front matter") continue;
    std::string buffer = "before";
    format.append({}, buffer);
    CHECK(buffer == "before");
  }
}
