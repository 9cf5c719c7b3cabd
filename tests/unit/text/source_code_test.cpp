#include <doctest/doctest.h>

#include "text/source_code.hpp"

using pith::text::is_code_line;
using pith::text::is_mark_line;

TEST_CASE("lines of code and data") {
  for (const char* line : {"\"name\": \"Anna\",",
                           "'tags': []",
                           "\"tags\" : {",
                           "{",
                           "});",
                           "} else {",
                           "x = 3",
                           "total += price[i];",
                           "$stmt = $db->prepare(",
                           "print(x)",
                           "self.close();",
                           "def close(self):",
                           "#include <vector>",
                           "$ make install",
                           ">>> 1 + 1",
                           "// comment",
                           "<div class=\"x\">",
                           "</div>",
                           "--name \"simple\" \\",
                           "aws list-clusters \\",
                           "--output",
                           "``COMMENT``",
                           "```sh",
                           "const f = (a) => a",
                           "std::vector<int> v;",
                           "\"subnet-1\",",
                           "],",
                           "for (;;) {",
                           "app.listen(3000);"}) {
    CAPTURE(line);
    CHECK(is_code_line(line));
  }
}

TEST_CASE("sentences, headings, menus, credits and dialogue are no code") {
  for (const char* line : {"The river rose.",
                           "Chapter 3: the flood",
                           "Photo(s)",
                           "Home > News",
                           "Source: Reuters",
                           "By Jane Doe",
                           "\"Indeed,\" she said.",
                           "\"Indeed,\"",
                           "'Tis the season",
                           "Share | Print",
                           "Price: 3.50",
                           "- an item",
                           "-- Anna Weir",
                           "(a) the processing is necessary;",
                           "== History ==",
                           "Settings -> General",
                           "# Heading",
                           "Terms (updated)",
                           "1 = yes, 2 = no",
                           "* * *",
                           "",
                           "read (and think)",
                           "`a` and `b` differ"}) {
    CAPTURE(line);
    CHECK_FALSE(is_code_line(line));
  }
}

TEST_CASE("marks without words") {
  for (const char* line : {"{", "}", "});", "[ ]", "+-----+---+", "|---|---|", "+=====+", "```", "~~~"}) {
    CAPTURE(line);
    CHECK(is_mark_line(line));
  }
  for (const char* line : {"", "-----", "* * *", "...", "(a)", "|", "\u2014"}) {
    CAPTURE(line);
    CHECK_FALSE(is_mark_line(line));
  }
}
