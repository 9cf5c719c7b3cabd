#include "posts.hpp"

#include <doctest/doctest.h>

#include <string>

#include "pipeline.hpp"

namespace {

/// By block, all of them kept: which posts are the same, numbered from 1 as they come; "" when there are none.
std::string posts_in(const std::string& html) {
  pith::Pipeline pipeline(pith::builtin_rules());
  pipeline.analyse({.bytes = html, .kind = pith::SourceKind::html}, {});
  pith::select::Selection selection;
  for (std::size_t i = 0; i < pipeline.analysis.blocks.blocks.size(); ++i) {
    pith::select::Choice choice;
    choice.kept = true;
    selection.choices.push_back(choice);
  }
  std::string shown;
  std::uint32_t last = 0;
  char name = '0';
  for (const std::uint32_t post : pith::find_posts(pipeline.analysis, selection)) {
    if (post != 0 && post != last) ++name;
    shown += post == 0 ? '-' : name;
    last = post;
  }
  return shown;
}

}  // namespace

TEST_CASE("posts are boxes of one tag and first class side by side") {
  CHECK(posts_in("<h1>Bees</h1><div class='post odd'><p>Do bees sleep?</p><p>Mine never do.</p></div>"
                 "<div class='post even'><p>They do at night.</p></div>") == "-112");
  CHECK(posts_in("<article><p>Do bees sleep?</p></article><article><p>They do at night.</p></article>") == "12");
}

TEST_CASE("a post in another one is a post of its own") {
  CHECK(posts_in("<ul><li class=c>Do bees sleep?<ul><li class=c>They do at night.</li></ul></li>"
                 "<li class=c>Mine never do.</li></ul>") == "123");
}

TEST_CASE("boxes that hold little of the text, or have no class, tell nothing") {
  CHECK(posts_in("<p>Bees sleep at night, as everybody knows who has bees at home.</p><div class=a>So it is here.</div>"
                 "<div class=a>And there too.</div>")
            .empty());
  CHECK(posts_in("<div>Do bees sleep at night?</div><div>They do at night.</div>").empty());
  CHECK(posts_in("<div class=a>Do bees sleep at night?</div><p>They do at night.</p>").empty());
}
