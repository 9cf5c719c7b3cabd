#include "streams/zlib_inflate.hpp"

#include <algorithm>
#include <new>

namespace streams {

ZlibDecoder::ZlibDecoder(int window_bits) {
  if (inflateInit2(&stream_, window_bits) != Z_OK) throw std::bad_alloc();
}

ZlibDecoder::~ZlibDecoder() {
  inflateEnd(&stream_);
}

Step ZlibDecoder::decode(Exchange& exchange) {
  constexpr std::size_t most = std::size_t{1} << 30U;  // zlib counts in 32 bits
  const std::size_t given = std::min(exchange.in.size(), most);
  const std::size_t room = std::min(exchange.room, most);
  // zlib does not write to its input.
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(exchange.in.data()));
  stream_.avail_in = static_cast<uInt>(given);
  stream_.next_out = reinterpret_cast<Bytef*>(exchange.out);
  stream_.avail_out = static_cast<uInt>(room);
  const int result = inflate(&stream_, Z_NO_FLUSH);
  exchange.in.remove_prefix(given - stream_.avail_in);
  exchange.out += room - stream_.avail_out;
  exchange.room -= room - stream_.avail_out;
  if (result == Z_STREAM_END) return Step::member_end;
  return result == Z_OK || result == Z_BUF_ERROR ? Step::more : Step::damaged;
}

void ZlibDecoder::restart() {
  inflateReset(&stream_);
}

}  // namespace streams
