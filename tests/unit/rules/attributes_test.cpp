#include <doctest/doctest.h>

#include <pith/rules.hpp>

#include "loaded_rules.hpp"
#include "rules/rule_set.hpp"

using pith::rules::attribute_group;
using pith::rules::AttributeGroups;
using pith::rules::find_attribute_group;

namespace {

AttributeGroups groups_of(std::string_view value) {
  return pith::rules::match_attribute(pith::LoadedRules::of(pith::builtin_rules()).set, value);
}

bool is_in(std::string_view value, std::string_view group) {
  return (groups_of(value) & find_attribute_group(group)) != 0;
}

}  // namespace

TEST_CASE("a value is cut into its words, however they are joined") {
  for (const char* const value :
       {"footer", "FOOTER", "site-footer", "site_footer2", "siteFooter", "HTMLFooter", "a footer b"}) {
    INFO(value);
    CHECK(is_in(value, "footer"));
  }
  CHECK(is_in("post-comments", "comment"));
  CHECK(is_in("breadcrumb", "crumb"));
}

TEST_CASE("words match whole") {
  for (const char* const value : {"footers-x9", "subfooter", "foo", "f", "", "---", "footerfooter"}) {
    INFO(value);
    CHECK_FALSE(is_in(value, "footer"));
  }
  CHECK_FALSE(is_in("padding", "promo"));  // the "ad" in it is no word
}

TEST_CASE("several words give several groups") {
  const AttributeGroups groups = groups_of("comments-footer");
  CHECK((groups & attribute_group("comment")) != 0);
  CHECK((groups & attribute_group("footer")) != 0);
  CHECK(find_attribute_group("klingon") == 0);
}
