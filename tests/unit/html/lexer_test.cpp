#include "html/lexer.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace pith::html;
using pith::html::AttributeToken;

namespace {

struct Pair {
  std::string name;
  std::string value;
  friend bool operator==(const Pair&, const Pair&) = default;
};

/// The attributes of the start tag that `html` begins with.
std::vector<Pair> attributes_of(std::string_view html) {
  std::size_t position = read_tag(html, 0, MarkupKind::start_tag).name_end;
  std::vector<Pair> found;
  AttributeToken token;
  while (next_attribute(html, position, token)) found.push_back({std::string(token.name), std::string(token.value)});
  return found;
}

}  // namespace

TEST_CASE("a '<' begins what the tokenizer says") {
  struct Row {
    std::string_view html;
    MarkupKind kind;
  };
  constexpr Row rows[] = {
      {"<p>", MarkupKind::start_tag},
      {"</p>", MarkupKind::end_tag},
      {"<!-- x -->", MarkupKind::comment},
      {"<!DocType html>", MarkupKind::doctype},
      {"<![CDATA[x]]>", MarkupKind::cdata},
      {"<![cdata[x", MarkupKind::comment},
      {"<?xml?>", MarkupKind::comment},
      {"</3>", MarkupKind::comment},
      {"<3", MarkupKind::text},
      {"< p>", MarkupKind::text},
      {"<", MarkupKind::text},
      {"</", MarkupKind::text},
  };
  for (const Row& row : rows) {
    INFO(row.html);
    CHECK(markup_kind(row.html, 0) == row.kind);
  }
}

TEST_CASE("comments end where a browser ends them") {
  for (const std::string_view comment :
       {"<!-- a -->", "<!-->", "<!--->", "<!-- a --!>", "<!-- > -->", "<!x>", "<?a>", "</ a>"}) {
    INFO(comment);
    CHECK(comment_end(std::string(comment) + "b>c", 0) == comment.size());
  }
  CHECK(comment_end("<!-- a -- b", 0) == 11);
}

TEST_CASE("tags end at the first '>' outside of quotes") {
  const std::string_view html = "<a href='x>y' title=\"z>\">b";
  const TagToken tag = read_tag(html, 0, MarkupKind::start_tag);
  CHECK(html.substr(tag.name_begin, tag.name_end - tag.name_begin) == "a");
  CHECK(html.substr(tag.end) == "b");
  CHECK(tag.complete);
  CHECK(tag.attribute_count == 2);

  CHECK_FALSE(read_tag("<a href='x>", 0, MarkupKind::start_tag).complete);
  CHECK_FALSE(read_tag("<a href", 0, MarkupKind::start_tag).complete);
  CHECK(read_tag("</b >", 0, MarkupKind::end_tag).end == 5);
}

TEST_CASE("a '/' closes a tag only at its very end") {
  CHECK(read_tag("<br/>", 0, MarkupKind::start_tag).self_closing);
  CHECK(read_tag("<a b />", 0, MarkupKind::start_tag).self_closing);
  CHECK_FALSE(read_tag("<a b=c/>", 0, MarkupKind::start_tag).self_closing);
  CHECK_FALSE(read_tag("<a / b>", 0, MarkupKind::start_tag).self_closing);
}

TEST_CASE("attributes are read as written") {
  CHECK(attributes_of("<a b='c d' e=f g H=\"i\">") ==
        std::vector<Pair>{{"b", "c d"}, {"e", "f"}, {"g", ""}, {"H", "i"}});
  CHECK(attributes_of("<a\nb = c/d/>") == std::vector<Pair>{{"b", "c/d/"}});
  CHECK(attributes_of("<a =b=c>") == std::vector<Pair>{{"=b", "c"}});
  CHECK(attributes_of("<a b=>") == std::vector<Pair>{{"b", ""}});
  CHECK(attributes_of("<a/b/c>") == std::vector<Pair>{{"b", ""}, {"c", ""}});
}

TEST_CASE("raw text ends at its own end tag") {
  CHECK(raw_text_end("a</b></STYLE >c", 0, "style") == 5);
  CHECK(raw_text_end("a</styles></style", 0, "style") == 17);
  CHECK(raw_text_end("a", 0, "style") == 1);
}

TEST_CASE("a script may hold the text of another one") {
  CHECK(script_end("a</script>", 0) == 1);
  CHECK(script_end("<!-- <script> </script> --></script>", 0) == 27);
  CHECK(script_end("<!-- </script>", 0) == 5);
  CHECK(script_end("<!--> <script></script>", 0) == 14);
  CHECK(script_end("<!-- <script> </script> </script>", 0) == 24);
  CHECK(script_end("<!-- <script> --> <script> </script>", 0) == 27);
  CHECK(script_end("<!-- --> <!-- <script> </script> -- > </script>", 0) == 38);
  CHECK(script_end("<!--- <script> --> </script>", 0) == 19);
  CHECK(script_end("--> <!-- <script> </script>", 0) == 27);
}
