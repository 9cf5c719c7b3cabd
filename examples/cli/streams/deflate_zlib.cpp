// The "deflate" of HTTP, and the writing of gzip.
#include <zlib.h>

#include <new>

#include "streams/codings.hpp"
#include "streams/zlib_inflate.hpp"

namespace streams {
namespace {

constexpr int zlib_window = 15;
constexpr int raw_window = -15;
constexpr int gzip_window = 31;

/// By the standard it is zlib's format, but servers send raw deflate too. The first two bytes tell: a header of zlib's
/// format names method 8 and is a multiple of 31.
class DeflateDecoder final : public Decoder {
 public:
  Step decode(Exchange& exchange) override {
    if (chosen_ == nullptr) {
      if (exchange.in.size() < 2) return Step::damaged;
      const auto first = static_cast<unsigned char>(exchange.in[0]);
      const auto second = static_cast<unsigned char>(exchange.in[1]);
      const bool has_header = (first & 15U) == 8 && (first * 256U + second) % 31U == 0;
      chosen_ = std::make_unique<ZlibDecoder>(has_header ? zlib_window : raw_window);
    }
    return chosen_->decode(exchange);
  }

  void restart() override { chosen_.reset(); }

 private:
  std::unique_ptr<ZlibDecoder> chosen_;
};

class GzipEncoder final : public Encoder {
 public:
  GzipEncoder() {
    // 6 is what gzip does; 8 the memory level that zlib takes by itself.
    if (deflateInit2(&stream_, 6, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  }
  ~GzipEncoder() override { deflateEnd(&stream_); }

  void encode(std::string_view bytes, std::string& out) override {
    if (bytes.empty()) return;  // not even a header: end_member() leaves empty members out
    is_empty_ = false;
    run(bytes, Z_NO_FLUSH, out);
  }

  void end_member(std::string& out) override {
    if (is_empty_) return;
    run({}, Z_FINISH, out);
    deflateReset(&stream_);
    is_empty_ = true;
  }

 private:
  void run(std::string_view bytes, int flush, std::string& out) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      char room[16384];
      stream_.next_out = reinterpret_cast<Bytef*>(room);
      stream_.avail_out = sizeof room;
      deflate(&stream_, flush);
      out.append(room, sizeof room - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

  z_stream stream_{};
  bool is_empty_ = true;
};

}  // namespace

std::unique_ptr<Decoder> make_deflate_decoder() {
  return std::make_unique<DeflateDecoder>();
}

std::unique_ptr<Encoder> make_gzip_encoder() {
  return std::make_unique<GzipEncoder>();
}

}  // namespace streams
