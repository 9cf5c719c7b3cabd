// error: deleted
#include <pith.hpp>

pith::Extractor copy(const pith::Extractor& one) {
  return one;
}
