#include "html/skeleton/foreign.hpp"

#include <doctest/doctest.h>

#include <string>

using pith::html::ForeignLanguage;
using pith::html::plain_island_end;

namespace {

/// What stands after the island that `html` begins with; "?" when only a parser can tell.
std::string after(const std::string& html, ForeignLanguage language = ForeignLanguage::svg) {
  const std::size_t end = plain_island_end(html, html.find('>') + 1, language);
  return end == std::string::npos ? "?" : html.substr(end);
}

}  // namespace

TEST_CASE("a drawing ends at its own end tag") {
  CHECK(after("<svg><path d='>'/><g><circle></g></svg>x") == "x");
  CHECK(after("<svg><svg></svg></SVG>x") == "x");
  CHECK(after("<svg><![CDATA[</svg>]]></svg>x") == "x");
  CHECK(after("<svg><!-- </svg> --></svg>x") == "x");
  CHECK(after("<svg><title>a <b>b</b></title></svg>x") == "x");
  CHECK(after("<svg><desc>a <b>b</b></desc></svg>x") == "x");
  CHECK(after("<svg><foreignObject><div>a<br></div></foreignObject></svg>x") == "x");
}

TEST_CASE("what HTML does to a drawing is for the parser") {
  CHECK(after("<svg><p>a</p></svg>x") == "?");
  CHECK(after("<svg><g>a") == "?");
  CHECK(after("<svg><foreignObject><p>a</foreignObject></svg>x") == "?");
  CHECK(after("<svg><foreignObject><table></table></foreignObject></svg>x") == "?");
  CHECK(after("<svg></></svg>x") == "?");
}

TEST_CASE("a formula ends at its own end tag, and holds formulas only") {
  CHECK(after("<math><mi>a</mi><mo>+</mo></math>x", ForeignLanguage::math) == "x");
  CHECK(after("<math><semantics><annotation>a</annotation></semantics></math>x", ForeignLanguage::math) == "x");
  CHECK(after("<math><annotation-xml>a</annotation-xml></math>x", ForeignLanguage::math) == "?");
  CHECK(after("<math><mi><b>a</b></mi></math>x", ForeignLanguage::math) == "?");
}
