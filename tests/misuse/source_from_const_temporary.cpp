// error: deleted
#include <pith.hpp>

const std::string address();

pith::Source make(const std::string& body) {
  return {.bytes = body, .url = address()};
}
