// In the place of brotli.cpp where brotli was not found.
#include "streams/codings.hpp"

namespace streams {

std::unique_ptr<Decoder> make_brotli_decoder() {
  return nullptr;
}

}  // namespace streams
