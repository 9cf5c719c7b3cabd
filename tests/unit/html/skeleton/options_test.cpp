#include "html/skeleton/options.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

/// What stands after the <select> that `html` begins with; "?" when only a parser can tell.
std::string after(const std::string& html) {
  const std::size_t end = pith::html::plain_select_end(html, html.find('>') + 1);
  return end == std::string::npos ? "?" : html.substr(end);
}

}  // namespace

TEST_CASE("a select of options and groups ends at its end tag") {
  CHECK(after("<select></select>x") == "x");
  CHECK(after("<select><option value='a>b'>a < b<option>c</option></SELECT >x") == "x");
  CHECK(after("<select><optgroup label=a><option>b</optgroup></optgroup></option></select>x") == "x");
}

TEST_CASE("with anything else in it only a parser can tell") {
  CHECK(after("<select><option>a</select") == "?");
  CHECK(after("<select><option>a") == "?");
  CHECK(after("<select><option>a<select>b</select>") == "?");  // the second closes the first
  CHECK(after("<select><input></select>") == "?");
  CHECK(after("<select><script></select></script></select>") == "?");
  CHECK(after("<select><option><b>a</b></select>") == "?");
  CHECK(after("<select><!-- </select> --></select>") == "?");
  CHECK(after("<select></div></select>") == "?");
}
