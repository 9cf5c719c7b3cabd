// The passes that keep clean text whole and drop everyday lines.
#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::Category;
using pith::Verdict;
using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;

namespace {

constexpr const char* flood = "The river rose by two metres overnight, and the lower town had to be cleared.";
constexpr const char* wall = "The old wall held, although the mortar between its stones has been gone for years.";
constexpr const char* pump = "Two pumps ran until the morning, when the water stood below the second step again.";

std::string repeated(const char* sentence, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += std::string(sentence) + " ";
  return text;
}

/// Three paragraphs: clean text must be enough for an article.
Selecting& article(Selecting& page, float score = 0.95F) {
  return page.line(repeated(flood, 3), score).line(repeated(wall, 3), score).line(repeated(pump, 3), score);
}

}  // namespace

TEST_CASE("text that begins and ends with prose is kept whole") {
  for (const PageKind kind : {PageKind::text, PageKind::html}) {
    Selecting page(kind);
    article(page).line("It rained on.", 0.05F).run();
    CHECK(page.kept() == std::vector<int>{0, 1, 2, 3});
    CHECK(page.decided_by(3) == "clean text");
  }
}

TEST_CASE("a page with menus around its prose is no clean text") {
  Selecting page(PageKind::text);
  page.line("News", 0.05F).line("Sport", 0.05F).line("Culture", 0.05F).line("Jobs", 0.05F).line("Weather", 0.05F);
  article(page).line("It rained on.", 0.05F).run();
  CHECK(page.kept() == std::vector<int>{5, 6, 7});
}

TEST_CASE("a text in which the model is sure of no boilerplate is kept whole, lists and repeated lines as well") {
  const std::string question =
      "What would you have done in the night of the flood, had you been the keeper of the wall?";
  const auto kept = [&](float least, bool is_text) {
    Selecting page(is_text ? PageKind::text : PageKind::html);
    article(page);
    for (int i = 0; i < 8; ++i) page.line("Pump " + std::to_string(i) + " ran", i < 2 ? least : 0.25F);
    page.line(question, 0.9F).line("I would have run.", 0.6F).line(question, 0.9F);
    return page.run().kept().size();
  };
  for (const bool is_text : {true, false}) {
    CHECK(kept(0.2F, is_text) == 14);
    CHECK(kept(0.02F, is_text) < 13);  // two such lines of fourteen: nor does the question stand twice
  }
}

TEST_CASE("everyday lines go from clean text, too") {
  for (const char* line : {"Copyright 2024. All rights reserved.", "\u00A9 2024 Acme Ltd", "Follow us on Facebook",
                           "Please turn on JavaScript to read the comments on this page.",
                           "Print this page Download PDF", "Law library | Privacy policy | Copyright | Contact"}) {
    Selecting page(PageKind::html);
    article(page).line(line, 0.9F).run();
    INFO(line);
    CHECK(page.kept() == std::vector<int>{0, 1, 2});
  }
}

TEST_CASE("a sentence about rights is no everyday line") {
  Selecting page(PageKind::html);
  article(page).line("The court held that the copyright of the map had expired in 1924, as its maker had died.", 0.9F);
  CHECK(page.run().kept() == std::vector<int>{0, 1, 2, 3});
}

TEST_CASE("a notice below the text goes with its numbered lines") {
  // "1. Works marked so by this site ...", "2. Other works ..., which this site ...".
  constexpr const char* first = "1\u3001\u51E1\u672C\u7F51\u6CE8\u660E\u201C\u9752\u77F3\u7F51\u201D\u7684\u7A3F\u4EF6";
  constexpr const char* second =
      "2\u3001\u5176\u4ED6\u7A3F\u4EF6\uFF0C\u53D6\u81EA\u522B\u5BB6\u5A92\u4F53\uFF0C\u6587\u4E2D\u8BF4"
      "\u6CD5\u7531\u539F\u4F5C\u8005\u8D1F\u8D23\uFF0C\u4E0E\u672C\u7AD9\u65E0\u5173\u3002";
  Selecting page(PageKind::text);
  article(page).line(first, 0.9F).line(second, 0.9F).run();
  CHECK(page.kept() == std::vector<int>{0, 1, 2});
  CHECK(page.category(3) == Category::disclaimer);
  CHECK(page.decided_by(4) == "notices");
}

TEST_CASE("closing prose that reads like a notice goes, whatever the wording, and stays within the text") {
  const auto kept = [](const char* notice, bool is_last) {
    Selecting page(PageKind::html);
    article(page).line(notice, 0.9F);
    if (!is_last) page.line("Workers are clearing the mud from the streets. " + std::string(pith::test::more), 0.95F);
    return page.run().kept().size();
  };
  constexpr const char* use = "This material serves educational purposes, and the board of waters has not read it.";
  constexpr const char* rights =
      "\u82E5\u60A8\u8BA4\u4E3A\u672C\u6587\u4FB5\u72AF\u4E86\u60A8\u7684\u5408\u6CD5\u6743\u76CA\uFF0C\u8BF7\u63D0"
      "\u4F9B\u76F8\u5173\u8BC1\u660E\uFF0C\u6211\u4EEC\u4F1A\u5C3D\u5FEB\u6838\u5B9E\u5E76\u64A4\u7A3F\u3002";
  for (const char* const notice : {use, rights}) {
    CAPTURE(notice);
    CHECK(kept(notice, true) == 3);
    CHECK(kept(notice, false) == 5);
  }
}

TEST_CASE("a closing sentence that calls its readers to follow goes, one that tells of that stays") {
  const auto kept = [](const char* last) {
    Selecting page(PageKind::html);
    return article(page).line(last, 0.95F).run().kept().size();
  };
  CHECK(kept("\u6B22\u8FCE\u4E0B\u8F7D\u9752\u77F3\u5BA2\u6237\u7AEF\uFF0C\u7B2C\u4E00\u65F6\u95F4\u83B7\u53D6\u53BF"
             "\u57CE\u548C\u4E0A\u6E38\u5404\u6751\u7684\u6700\u65B0\u6D88\u606F\u3002") +
            1 ==
        kept(pith::test::more));
  CHECK(kept("\u4ED6\u628A\u9752\u77F3\u5BA2\u6237\u7AEF\u88C5\u8FDB\u4E86\u624B\u673A\uFF0C\u6BCF\u5929\u665A\u4E0A"
             "\u7ED9\u4F4F\u5728\u6CB3\u8FB9\u7684\u7236\u4EB2\u8BFB\u65B0\u95FB\u3002") == kept(pith::test::more));
}

TEST_CASE("a long block that the other blocks cover is a copy") {
  Selecting page(PageKind::html);
  page.line(repeated(flood, 1), 0.95F).line(repeated(wall, 1), 0.95F).line(repeated(pump, 1), 0.95F);
  page.line(std::string(flood) + " " + wall + " " + pump, 0.95F).run();
  CHECK(page.kept() == std::vector<int>{0, 1, 2, 3});  // too short to be sure
  const std::string parts[] = {
      std::string(flood) + " " + wall + " " + pump,
      "Nobody had counted the boats in the harbour since the spring, when "
      "there were forty of them, most without an owner, and a barge that had come for coal and never left again.",
      "The mayor walked along the quay at dawn with a lamp, and wrote down what he saw, and the list was read out at "
      "noon before the council, which voted to sell the sound ones and to break up the others by the end of June."};
  Selecting twice(PageKind::html);
  for (const std::string& part : parts) twice.line(part, 0.95F);
  twice.line(parts[0] + " " + parts[1] + " " + parts[2], 0.95F).run();
  CHECK(twice.kept() == std::vector<int>{0, 1, 2});
  CHECK(twice.category(3) == Category::duplicate);
}

TEST_CASE("a title that says so is believed beside a footer that would be kept, a line is not") {
  const auto verdict = [](const char* title, const char* line) {
    Selecting page(PageKind::html);
    page.page_title(title).line(line, 0.6F);
    for (int i = 0; i < 8; ++i) {
      page.line("Our offices in town " + std::to_string(i) + " are open from nine to five on weekdays", 0.6F);
    }
    return page.run().selection.verdict;
  };
  CHECK(verdict("Page not found", "Please try again.") == Verdict::removed);
  CHECK(verdict("Offices", "Page not found") != Verdict::removed);
}

TEST_CASE("a page that says that something was taken away has no article") {
  Selecting removed(PageKind::html);
  removed.line("This post has been removed by its author.", 0.95F).run();
  CHECK(removed.kept().empty());
  CHECK(removed.selection.verdict == Verdict::removed);
  // "This content was deleted by its publisher".
  Selecting chinese(PageKind::text);
  chinese.line("\u8BE5\u5185\u5BB9\u5DF2\u88AB\u53D1\u5E03\u8005\u5220\u9664", 0.95F).run();
  CHECK(chinese.selection.verdict == Verdict::removed);
  Selecting blocked(PageKind::html);
  blocked.line("Verify you are human by completing the action below.", 0.95F).run();
  CHECK(blocked.selection.verdict == Verdict::blocked);
}

TEST_CASE("below the text a short line that names a network and what to do there goes") {
  const auto goes = [](const char* line, bool below) {
    Selecting page(PageKind::html);
    page.menu();
    if (!below) page.line(line, 0.95F);
    page.line(repeated(flood, 2), 0.95F).line(repeated(wall, 2), 0.95F).line(pith::test::school, 0.95F);
    if (below) page.line(line, 0.95F);
    page.run();
    return page.category(below ? 7 : 4) == Category::app_promo;
  };
  CHECK(goes("Do\u0142\u0105cz do nas na Facebooku", true));
  CHECK(goes("Kanal\u0131m\u0131za kat\u0131l\u0131n", true));
  CHECK_FALSE(goes("Towns follow the river on Facebook", false));
  CHECK_FALSE(goes("They follow the river on Facebook.", true));
  CHECK_FALSE(goes("The river and Facebook", true));
}

TEST_CASE("on a very short page a thing that is gone is enough, whatever the wording") {
  const auto verdict = [](std::initializer_list<const char*> lines) {
    Selecting page(PageKind::html);
    page.menu();
    for (const char* line : lines) page.line(line, 0.95F);
    return page.run().selection.verdict;
  };
  CHECK(verdict({"Alas, the requested topic does not exist."}) == Verdict::removed);
  CHECK(verdict({"Das gesuchte Inserat wurde vom Anbieter gel\u00F6scht."}) == Verdict::removed);
  CHECK(verdict({"\u5F88\u62B1\u6B49\uFF0C\u8BE5\u8D34\u5DF2\u88AB\u5220\u9664\u3002"}) == Verdict::removed);
  CHECK(verdict({"Solve the puzzle to continue."}) == Verdict::blocked);
  CHECK(verdict({"The requested topic is the river."}) != Verdict::removed);
  CHECK(verdict({flood, wall, "Alas, the requested topic does not exist."}) != Verdict::removed);
}

TEST_CASE("an article about a removed page stays an article") {
  Selecting page(PageKind::html);
  page.line(repeated(flood, 4), 0.95F).line("The page has been removed.", 0.95F).line(repeated(wall, 4), 0.95F).run();
  CHECK(page.selection.verdict == Verdict::article);
  CHECK(page.kept().size() == 3);

  SUBCASE("also by its title") {
    Selecting titled(PageKind::html);
    titled.page_title("Page not found");
    CHECK(article(titled).run().selection.verdict == Verdict::article);
  }
}

TEST_CASE("a run of prose is kept where nothing else would be") {
  Selecting page(PageKind::html);
  for (int i = 0; i < 40; ++i) page.link("Part of the long question", 0.01F);
  for (int i = 0; i < 6; ++i) {
    const std::string number = std::to_string(i);
    page.line("House " + number + " stood dry. " + repeated(flood, 2) + repeated(wall, 1) + number, 0.02F);
  }
  page.run();
  CHECK(page.kept().size() >= 3);
  CHECK(page.selection.verdict == Verdict::article);
}

TEST_CASE("where the page is known to be an article, its comments go however many they are") {
  const auto kept = [](pith::Expect kind) {
    Selecting page(PageKind::html);
    page.line(flood, 0.95F).line(wall, 0.95F);
    page.page().open(pith::page::Tag::div, {{pith::page::AttributeName::class_, "comments"}});
    for (const char* name : {"Ann", "Ben", "Cleo", "Dan", "Eve"}) {
      page.line(name + std::string(" writes: ") + repeated(pump, 2), 0.9F);
    }
    page.page().close();
    return page.expect(kind).run().kept();
  };
  CHECK(kept(pith::Expect::article) == std::vector<int>{0, 1});
  const std::vector<int> all = {0, 1, 2, 3, 4, 5, 6};
  CHECK(kept(pith::Expect::automatic) == all);  // without an article the comments are the text
  CHECK(kept(pith::Expect::forum) == all);
}

TEST_CASE("of two boxes that are named walls, the one that asks to subscribe goes") {
  Selecting page(PageKind::html);
  article(page, 0.95F).in_class("paywall-teaser", repeated(flood, 1) + repeated(pump, 1), 0.95F);
  page.page().open(Tag::div, {{AttributeName::class_, "paywall"}});
  page.line("All stories on the web", 0.9F).line("Already a subscriber? Log in", 0.6F);
  page.page().close();
  page.run();
  CHECK(page.kept() == std::vector{0, 1, 2, 3});
  CHECK(page.category(4) == pith::Category::login_wall);
}

TEST_CASE("a sentence beside the box of the text stays") {
  Selecting page(PageKind::html);
  page.page().open(Tag::div);
  article(page);
  page.page().close();
  page.line("Please tell us at the table which foods you may not eat.", 0.3F).menu().run();
  CHECK(page.kept() == std::vector{0, 1, 2, 3});
  CHECK(page.decided_by(3) == "adjacent sentences");
}

TEST_CASE("a report below a banner of consent is no stop page") {
  const auto verdict = [](const char* box, float score) {
    Selecting page(PageKind::html);
    page.in_class(box, "We value your privacy", 0.3F).line(pith::test::flood, score).line(pith::test::rain, score);
    return page.run().selection.verdict;
  };
  CHECK(verdict("cookie-banner", 0.95F) == Verdict::article);
  CHECK(verdict("cookie-banner", 0.6F) == Verdict::blocked);
  CHECK(verdict("box", 0.95F) == Verdict::blocked);
}

TEST_CASE("the last sentence of a plain text stays where the model is sure of what follows") {
  const auto page = [](float below) {
    Selecting text(PageKind::text);
    for (int i = 0; i < 4; ++i) text.line("Menu entry", 0.01F);
    text.line(pith::test::flood, 0.95F).line(pith::test::rain, 0.95F).line(pith::test::school, 0.95F);
    text.line("The mayor went home.", 0.25F);
    for (int i = 0; i < 4; ++i) text.line("Ferry number " + std::to_string(i) + " stops", below);
    text.run();
    return text;
  };
  CHECK(page(0.02F).decided_by(7) == "adjacent sentences");
  CHECK(page(0.2F).decided_by(7) != "adjacent sentences");
}

TEST_CASE("and so do the last short sentences, one of them a word") {
  const auto kept = [](std::string_view last) {
    Selecting text(PageKind::text);
    for (int i = 0; i < 4; ++i) text.line("Menu entry", 0.01F);
    text.line(pith::test::flood, 0.95F).line(pith::test::rain, 0.95F).line(pith::test::school, 0.95F);
    text.line("The mayor went home.", 0.25F).line(last, 0.14F);
    for (int i = 0; i < 4; ++i) text.line("Ferry number " + std::to_string(i) + " stops", 0.02F);
    return text.run().kept();
  };
  CHECK(kept("Alone.") == std::vector<int>{4, 5, 6, 7, 8});
  CHECK(kept("Alone") == std::vector<int>{4, 5, 6});  // no sentence, and nothing below it is sure
}

TEST_CASE("a heading that is also the name of a section stays above more of a clean text") {
  Selecting page(PageKind::text);
  page.line(pith::test::flood, 0.95F).line(pith::test::rain, 0.95F);
  for (const char* line : {"Work", "Surveyor in Ardle", "Boat builder in Carrick", "Education", "Degree in building",
                           "Languages", "English, French", "Other", "Rowing", "Carpentry", "Bell ringing"})
    page.line(line, 0.35F);
  page.run();
  CHECK(page.kept().size() == 13);
}

TEST_CASE("clean text ends where a list of other articles begins") {
  Selecting page(PageKind::html);
  for (const char* sentence : {pith::test::flood, pith::test::rain, pith::test::school, pith::test::more})
    page.line(sentence, 0.95F).line(std::string("Once more: ") + sentence, 0.95F);
  page.line("Related articles", 0.3F).line("What the tide left in one winter", 0.3F);
  page.line("A walk along the strand, and a list of all that was found there.", 0.4F);
  page.run();
  CHECK(page.decided_by(9) != "clean text");
  CHECK(page.decided_by(10) != "clean text");
}

TEST_CASE("a report on what has been removed is no page in place of an article") {
  Selecting page(PageKind::html);
  page.line("The wreck of the trawler has been removed from the mouth of the harbour, the council said.", 0.95F);
  page.line("Ferries can use the channel again from Tuesday morning, at all states of the tide.", 0.95F).run();
  CHECK(page.selection.verdict == Verdict::article);
}

TEST_CASE("a plain text that begins and ends as texts do is kept whole, whatever stands between") {
  const auto kept = [](float first, float last) {
    Selecting page(PageKind::text);
    page.line("What the flood left", first).line(pith::test::flood, 0.95F).line(pith::test::rain, 0.95F);
    for (const char* line : {"Width: 12 m", "Height: 4 m"}) page.line(line, 0.15F);
    for (const char* line : {"See also", "N/A"}) page.line(line, 0.05F);
    for (const char* line : {"Weight: 3 t", "Colour: red"}) page.line(line, 0.15F);
    return page.line("Price: low", last).run().kept();
  };
  // The model is sure of the two in the middle.
  CHECK(kept(0.6F, 0.15F).size() == 7);
  CHECK(kept(0.6F, 0.05F).size() == 2);
  CHECK(kept(0.05F, 0.15F).size() == 2);
}

TEST_CASE("a long plain text that begins as texts do and has no words of a page is kept whole") {
  const auto kept = [](const char* last, float first) {
    Selecting page(PageKind::text);
    page.line("Boats for hire", first);
    for (int i = 0; i < 12; ++i) {
      page.line("Boat of " + std::to_string(i) + " oars", 0.15F).line(std::to_string(3 * i) + " crowns", 0.02F);
    }
    return page.line(last, 0.15F).run().kept().size();
  };
  CHECK(kept("Barge without oars", 0.6F) == 26);
  CHECK(kept("Privacy policy", 0.6F) < 15);      // a line of the foot
  CHECK(kept("Barge without oars", 0.2F) < 15);  // a menu, perhaps
}

TEST_CASE("what the model is sure of at the end of a clean text is no text, in its midst it is") {
  Selecting page(PageKind::text);
  article(page);
  for (int i = 0; i < 25; ++i) page.line("Pump " + std::to_string(i) + " ran", i == 4 ? 0.08F : 0.25F);
  page.line("Nets", 0.08F).run();
  CHECK(page.decided_by(7) == "clean text");
  CHECK(page.kept().back() == 27);
}

TEST_CASE("a text of five lines is kept whole where the model is sure of none, repeated sentences as well") {
  const auto kept = [](float last) {
    Selecting page(PageKind::text);
    page.line(pith::test::flood, 0.95F).line(pith::test::rain, 0.95F).line(pith::test::flood, 0.95F);
    return page.line(pith::test::school, 0.95F).line("Photo of the weir", last).run().kept();
  };
  CHECK(kept(0.15F).size() > kept(0.05F).size());
}
