// error: nodiscard|ignoring return
#include <pith.hpp>

void run(pith::Extractor& extractor) {
  extractor.extract({.bytes = "text"});
}
