#include <zstd.h>

#include <new>

#include "streams/codings.hpp"

namespace streams {
namespace {

class ZstdDecoder final : public Decoder {
 public:
  ZstdDecoder() : context_(ZSTD_createDCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
  }
  ~ZstdDecoder() override { ZSTD_freeDCtx(context_); }

  Step decode(Exchange& exchange) override {
    ZSTD_inBuffer in{exchange.in.data(), exchange.in.size(), 0};
    ZSTD_outBuffer out{exchange.out, exchange.room, 0};
    const std::size_t result = ZSTD_decompressStream(context_, &out, &in);
    exchange.in.remove_prefix(in.pos);
    exchange.out += out.pos;
    exchange.room -= out.pos;
    if (ZSTD_isError(result) != 0) return Step::damaged;
    return result == 0 ? Step::member_end : Step::more;
  }

  void restart() override { ZSTD_DCtx_reset(context_, ZSTD_reset_session_only); }

  bool use_dictionary(std::string_view dictionary) override {
    return ZSTD_isError(ZSTD_DCtx_loadDictionary(context_, dictionary.data(), dictionary.size())) == 0;
  }

 private:
  ZSTD_DCtx* context_;
};

class ZstdEncoder final : public Encoder {
 public:
  ZstdEncoder() : context_(ZSTD_createCCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context_, ZSTD_c_checksumFlag, 1);
  }
  ~ZstdEncoder() override { ZSTD_freeCCtx(context_); }

  void encode(std::string_view bytes, std::string& out) override {
    if (bytes.empty()) return;  // not even a header: end_member() leaves empty members out
    is_empty_ = false;
    run(bytes, ZSTD_e_continue, out);
  }

  void end_member(std::string& out) override {
    if (is_empty_) return;
    run({}, ZSTD_e_end, out);
    is_empty_ = true;
  }

 private:
  void run(std::string_view bytes, ZSTD_EndDirective directive, std::string& out) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (;;) {
      char room[16384];
      ZSTD_outBuffer to{room, sizeof room, 0};
      const std::size_t left = ZSTD_compressStream2(context_, &to, &in, directive);
      out.append(room, to.pos);
      if (ZSTD_isError(left) != 0) throw std::bad_alloc();  // the only thing that can be wrong here
      const bool is_done = directive == ZSTD_e_end ? left == 0 : in.pos == in.size;
      if (is_done) return;
    }
  }

  ZSTD_CCtx* context_;
  bool is_empty_ = true;
};

}  // namespace

std::unique_ptr<Decoder> make_zstd_decoder() {
  return std::make_unique<ZstdDecoder>();
}

std::unique_ptr<Encoder> make_zstd_encoder() {
  return std::make_unique<ZstdEncoder>();
}

}  // namespace streams
