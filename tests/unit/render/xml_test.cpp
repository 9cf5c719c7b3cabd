#include "render/xml.hpp"

#include <doctest/doctest.h>

TEST_CASE("text is escaped, and what XML cannot hold is left out") {
  std::string out;
  pith::render::append_escaped_xml(out, "a<b>&\"c\"\x01\x0B\n\tend \xEF\xBF\xBE\xEF\xBF\xBD");
  CHECK(out == "a&lt;b&gt;&amp;&quot;c&quot;\n\tend \xEF\xBF\xBD");
}

TEST_CASE("attributes are quoted") {
  std::string out = "<ref";
  pith::render::append_xml_attribute(out, "target", "/a?b=\"c\"&d");
  CHECK(out == "<ref target=\"/a?b=&quot;c&quot;&amp;d\"");
}
