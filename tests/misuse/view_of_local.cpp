// error: stack memory
#include <pith.hpp>

pith::View make() {
  const char page[] = "<p>Some text</p>";
  return page;
}
