// error: deleted
#include <pith.hpp>

std::string download();

pith::Source make() {
  return {.bytes = download()};
}
