// error: convert|incompatible
#include <pith.hpp>

void choose(pith::Options& options) {
  options.leaning = true;
}
