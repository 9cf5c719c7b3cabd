#include <doctest/doctest.h>

#include <pith.hpp>

#include "builtin.hpp"
#include "loaded_rules.hpp"
#include "measure/measure.hpp"
#include "rules/compiled_rules.hpp"
#include "rules/rule_set.hpp"

namespace {

/// "line: message" of a refusal; empty when the file was taken.
std::string refusal(std::string_view file) {
  const auto loaded = pith::load_rules(file);
  return loaded ? "" : std::to_string(loaded.error().line) + ": " + loaded.error().message;
}

bool says(const std::string& refused, std::string_view line, std::string_view what) {
  return refused.starts_with(std::string(line) + ": ") && refused.find(what) != std::string::npos;
}

pith::rules::LineMatches matches(const pith::Rules& rules, std::string_view line) {
  std::string scratch;
  return pith::rules::match_line(pith::LoadedRules::of(rules).set, line, scratch);
}

const std::string model_start = "# pith model 1\nset\thtml\n";

std::string any_html_feature() {
  return std::string(pith::measure::html_features()[0].name);
}

}  // namespace

TEST_CASE("every file that is built in is taken") {
  for (const auto& file : pith::embedded_files()) {
    CAPTURE(file.name);
    CHECK(refusal(file.bytes).empty());
  }
  CHECK(pith::LoadedRules::of(pith::builtin_rules()).set.phrases.size() > 600);
}

TEST_CASE("what is built in is what the files say") {
  CHECK(pith::rules::compile_rules(pith::builtin_set()) ==
        pith::rules::compile_rules(pith::rules::read_files(pith::embedded_files())));
  for (const auto& file : pith::embedded_files()) {
    const bool is_html = file.name == pith::html_model_file;
    if (!is_html && file.name != pith::text_model_file) continue;
    CAPTURE(file.name);
    const auto model = pith::model::load_model(file.bytes, pith::measure::feature_sets());
    REQUIRE(model.has_value());
    CHECK(pith::model::compile_model(is_html ? *pith::builtin_html_model() : *pith::builtin_text_model()) ==
          pith::model::compile_model(*model.value()));
  }
}

TEST_CASE("rows of a pack are added to the base and leave it as it was") {
  const auto loaded = pith::load_rules("# pith phrases 1\nhot_topics\tline\tZzyzx today\tZzyzx today\t-\n");
  REQUIRE(loaded);
  constexpr auto hot = static_cast<std::size_t>(pith::Category::hot_topics);
  CHECK(matches(loaded.value(), "ZZYZX today!")[hot].match == pith::rules::Match::line);
  CHECK(matches(pith::builtin_rules(), "ZZYZX today!")[hot].match == pith::rules::Match::none);
}

TEST_CASE("a byte order mark, Windows line ends, comments and blank lines are no errors") {
  CHECK(refusal("\xEF\xBB\xBF# pith phrases 1\r\n\r\n# a comment\r\nshare\tline\tzzyzx\tzzyzx\t-\r\n").empty());
}

TEST_CASE("a file of no known kind is refused at its first line") {
  CHECK(says(refusal(""), "1", "# pith phrases 1"));
  CHECK(says(refusal("# pith phrases 2\n"), "1", "# pith phrases 1"));
  CHECK(says(refusal("share\tline\ta\ta\t-\n"), "1", "# pith attributes 1"));
}

TEST_CASE("a wrong phrase row is refused with its line") {
  const std::string good = "# pith phrases 1\n# comment\nshare\tline\tzzyzx\tzzyzx\t-\n";
  CHECK(refusal(good).empty());
  CHECK(says(refusal(good + "share\tline\n"), "4", "found 2"));
  CHECK(says(refusal(good + "share\tline\ta\tb\tc\td\n"), "4", "found 6"));
  CHECK(says(refusal(good + "fun\tline\ta\ta\t-\n"), "4", "unknown category \"fun\""));
  CHECK(says(refusal(good + "content\tline\ta\ta\t-\n"), "4", "unknown category \"content\""));
  CHECK(says(refusal(good + "share\tinside\ta\ta\t-\n"), "4", "unknown match \"inside\""));
  CHECK(says(refusal(good + "share\tline\t ...\ta\t-\n"), "4", "no letters"));
}

TEST_CASE("a wrong attribute row is refused with its line") {
  CHECK(refusal("# pith attributes 1\nzzyzx\tnav\n").empty());
  CHECK(says(refusal("# pith attributes 1\nzzyzx\n"), "2", "found 1"));
  CHECK(says(refusal("# pith attributes 1\nZzyzx\tnav\n"), "2", "letters a to z"));
  CHECK(says(refusal("# pith attributes 1\n\tnav\n"), "2", "letters a to z"));
  CHECK(says(refusal("# pith attributes 1\nzzyzx\tfun\n"), "2", "unknown group \"fun\""));
}

TEST_CASE("a wrong model is refused with its line") {
  const std::string named = model_start + "feature\t" + any_html_feature() + "\n";
  CHECK(refusal(named + "base\t0.5\ntree\t0<0.5 =1 =-1\n").empty());
  CHECK(says(refusal("# pith model 1\nset\tpictures\n"), "2", "unknown feature set"));
  CHECK(says(refusal("# pith model 1\nfeature\tx\n"), "2", "must be named before"));
  CHECK(says(refusal(model_start + "feature\tzzyzx\n"), "3", "unknown feature \"zzyzx\""));
  CHECK(says(refusal(model_start + "base\tmany\n"), "3", "expected a number"));
  CHECK(says(refusal(model_start + "zzyzx\t1\n"), "3", "unknown key"));
  CHECK(says(refusal(model_start + "no tab\n"), "3", "a tab"));
  CHECK(says(refusal(named + "tree\t0<0.5 =1\n"), "4", "ends before its last leaf"));
  CHECK(says(refusal(named + "tree\t=1 =1\n"), "4", "goes on after its last leaf"));
  CHECK(says(refusal(named + "tree\t1<0.5 =1 =1\n"), "4", "has no line"));
  CHECK(says(refusal(named + "tree\t0<nan =1 =1\n"), "4", "a threshold"));
  CHECK(says(refusal(named + "tree\t0<0.5 =1 =x\n"), "4", "expected a leaf"));
  CHECK(says(refusal(named), "0", "has no tree"));
  CHECK(says(refusal("# pith model 1\ntree\t=1\n"), "0", "names no feature set"));
}

TEST_CASE("a model replaces that of its feature set only") {
  const auto loaded = pith::load_rules(model_start + "tree\t=1\n");
  REQUIRE(loaded);
  CHECK(pith::LoadedRules::of(loaded.value()).models[0] != pith::LoadedRules::of(pith::builtin_rules()).models[0]);
  CHECK(pith::LoadedRules::of(loaded.value()).models[1] == pith::LoadedRules::of(pith::builtin_rules()).models[1]);
}
