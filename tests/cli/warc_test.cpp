#include <doctest/doctest.h>

#include <cstdio>

#include "support/temporary_folder.hpp"
#include "support/warc_writer.hpp"
#include "warc/http_response.hpp"
#include "warc/record_reader.hpp"

using streams::Coding;
using support::compress;
using support::response_record;
using support::to_warc;
using warc::BodyReader;

namespace {

struct Read {
  std::vector<std::string> uris;
  std::vector<std::string> blocks;
  int damages = 0;
};

Read read_archive(const std::string& bytes, std::size_t max_block = 1'000'000) {
  const support::TemporaryFolder folder;
  std::string error;
  const auto stream = streams::InputStream::open(folder.write("archive", bytes), {}, error);
  REQUIRE(stream != nullptr);
  warc::RecordReader reader(*stream);
  Read out;
  for (;;) {
    warc::Header header;
    const warc::Outcome outcome = reader.next(header);
    if (outcome == warc::Outcome::end) return out;
    REQUIRE(outcome != warc::Outcome::unreadable);
    std::string block;
    if (outcome == warc::Outcome::damaged || !reader.read_block(max_block, block)) {
      if (outcome == warc::Outcome::damaged) ++out.damages;
      continue;
    }
    out.uris.push_back(header.target_uri);
    out.blocks.push_back(block);
  }
}

std::string body_of(const std::string& response, BodyReader::Outcome wanted = BodyReader::Outcome::whole) {
  warc::HttpHead head;
  REQUIRE(warc::split_response(response, head));
  BodyReader bodies;
  std::string_view body;
  CHECK(bodies.read(head, 1'000'000, body) == wanted);
  return std::string(body);
}

const std::string first = to_warc(response_record("https://a.example/1", "<p>one</p>"));
const std::string second = to_warc(response_record("https://a.example/2", "<p>two</p>"));
const std::string third = to_warc(response_record("https://a.example/3", "<p>three</p>"));
using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("records are read however the archive is compressed") {
  const Names names = {"https://a.example/1", "https://a.example/2", "https://a.example/3"};
  CHECK(read_archive(first + second + third).uris == names);
  for (const Coding coding : {Coding::gzip, Coding::zstd}) {
    CHECK(read_archive(support::compress_each(coding, {first, second, third})).uris == names);
    CHECK(read_archive(compress(coding, first + second + third)).uris == names);
  }
  CHECK(read_archive(first).blocks.front() == support::http_response("<p>one</p>"));
}

TEST_CASE("a header is read as old and odd writers write it") {
  warc::Header header;
  CHECK(
      warc::parse_header("WARC/1.0\nwarc-type: response\ncontent-length:  12 \nWARC-Target-URI: <http://b.example/>\n"
                         "WARC-Truncated: length\n\n",
                         header));
  CHECK(header.type == "response");
  CHECK(header.content_length == 12);
  CHECK(header.target_uri == "http://b.example/");
  CHECK(header.truncated == "length");
  CHECK_FALSE(warc::parse_header("WARC/1.0\r\nWARC-Type: response\r\n\r\n", header));
  CHECK_FALSE(warc::parse_header("WARC/1.0\r\nContent-Length: -5\r\n\r\n", header));
  CHECK_FALSE(warc::parse_header("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", header));
}

TEST_CASE("damage is passed over and counted once") {
  const Names others = {"https://a.example/1", "https://a.example/3"};
  std::string no_length = second;
  no_length.replace(no_length.find("Content-Length"), 14, "Content-Lengt?");
  CHECK(read_archive(first + no_length + third).uris == others);
  CHECK(read_archive(first + no_length + third).damages == 1);
  CHECK(read_archive(first + "garbage between records\r\n" + third).uris == others);

  std::string packed = compress(Coding::gzip, second);
  packed.replace(packed.size() / 2, 8, "????????");
  const Read gzip = read_archive(compress(Coding::gzip, first) + packed + compress(Coding::gzip, third));
  CHECK(gzip.uris == others);
  CHECK(gzip.damages == 1);
}

TEST_CASE("a record that claims to be longer than it is costs none of the members behind it") {
  std::string long_claim = second;
  const std::string name = "Content-Length: ";
  for (const char* const more : {"9", "999999999"}) {
    long_claim.insert(long_claim.find(name) + name.size(), more);
    for (const Coding coding : {Coding::gzip, Coding::zstd}) {
      const Read read = read_archive(support::compress_each(coding, {first, long_claim, third}));
      CHECK(read.uris == Names{"https://a.example/1", "https://a.example/3"});
      CHECK(read.damages == 1);
    }
  }
  const Read plain = read_archive(first + long_claim + third);
  CHECK(plain.uris == Names{"https://a.example/1", "https://a.example/3"});
  CHECK(plain.damages == 1);
  // Members of other programs end anywhere.
  const std::string all = first + second + third;
  const std::size_t cut = first.size() + second.size() - 20;
  CHECK(read_archive(support::compress_each(Coding::gzip, {all.substr(0, cut), all.substr(cut)})).uris.size() == 3);
}

TEST_CASE("a record that its checksum does not bear out is damage, the one before a damaged member is not") {
  std::string packed = compress(Coding::gzip, second);
  packed[packed.size() - 6] ^= 1;  // of the CRC
  const Names others = {"https://a.example/1", "https://a.example/3"};
  const Read checked = read_archive(compress(Coding::gzip, first) + packed + compress(Coding::gzip, third));
  CHECK(checked.uris == others);
  CHECK(checked.damages == 1);
  packed[12] ^= 0x55;
  CHECK(read_archive(compress(Coding::gzip, first) + packed + compress(Coding::gzip, third)).uris == others);
}

TEST_CASE("an archive that is cut off loses its last record only") {
  const std::string plain = first + second;
  CHECK(read_archive(plain.substr(0, plain.size() - 10)).uris == Names{"https://a.example/1"});
  const std::string packed = compress(Coding::gzip, first) + compress(Coding::gzip, second);
  const Read cut = read_archive(packed.substr(0, packed.size() - 60));
  CHECK(cut.uris == Names{"https://a.example/1"});
  CHECK(cut.damages == 1);
}

TEST_CASE("a block is cut at the limit, and the next record is found") {
  const std::string large = to_warc(response_record("https://a.example/large", std::string(300'000, 'x')));
  const Read out = read_archive(large + second, 1000);
  CHECK(out.blocks.at(0).size() == 1000);
  CHECK(out.uris.at(1) == "https://a.example/2");
}

TEST_CASE("nothing and noise are no archive") {
  CHECK(read_archive("").uris.empty());
  CHECK(read_archive(std::string(200'000, 'x')).uris.empty());
  CHECK(read_archive("WARC/1.0\r\n").damages == 1);
}

TEST_CASE("the body of a response is decoded") {
  const std::string page = "<html><body><p>The river rose by two metres.</p></body></html>";
  CHECK(body_of(support::http_response(page)) == page);
  for (const std::size_t size : {1U, 7U, 100'000U})
    CHECK(body_of(support::http_response(support::to_chunks(page, size), "Transfer-Encoding: chunked\r\n")) == page);
  CHECK(body_of(support::http_response(compress(Coding::gzip, page), "Content-Encoding: gzip\r\n")) == page);
  CHECK(body_of(support::http_response(compress(Coding::zstd, page), "content-encoding: ZSTD\r\n")) == page);
  const std::string both = support::to_chunks(compress(Coding::gzip, page), 10);
  CHECK(body_of(support::http_response(both, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")) == page);
  const std::string twice = compress(Coding::zstd, compress(Coding::gzip, page));
  CHECK(body_of(support::http_response(twice, "Content-Encoding: gzip, zstd\r\n")) == page);
  std::string layers = page;
  std::string codings = "gzip";
  for (int layer = 0; layer < 5; ++layer) layers = compress(Coding::gzip, layers);
  for (int layer = 1; layer < 5; ++layer) codings += ",gzip";
  CHECK(body_of(support::http_response(layers, "Content-Encoding: " + codings + "\r\n")) == page);
  const std::string more = support::http_response(layers, "Content-Encoding: " + codings + ",gzip\r\n");
  CHECK(body_of(more, BodyReader::Outcome::unknown_encoding) == layers);
}

TEST_CASE("deflate is read with and without zlib's header, and brotli") {
  // "The river rose by two metres." by Python's zlib.compress, by raw deflate, and by the brotli program.
  const std::string text = "The river rose by two metres.";
  const std::string zlib(
      "\x78\x9c\x0b\xc9\x48\x55\x28\xca\x2c\x4b\x2d\x52\x28\xca\x2f\x4e\x55\x48\xaa\x54\x28\x29\xcf"
      "\x57\xc8\x4d\x2d\x29\x4a\x2d\xd6\x03\x00\x9e\x4d\x0a\x96",
      37);
  CHECK(body_of(support::http_response(zlib, "Content-Encoding: deflate\r\n")) == text);
  CHECK(body_of(support::http_response(zlib.substr(2, zlib.size() - 6), "Content-Encoding: deflate\r\n")) == text);
  const std::string brotli(
      "\x0b\x0e\x80\x54\x68\x65\x20\x72\x69\x76\x65\x72\x20\x72\x6f\x73\x65\x20\x62\x79\x20\x74\x77"
      "\x6f\x20\x6d\x65\x74\x72\x65\x73\x2e\x03",
      33);
  CHECK(body_of(support::http_response(brotli, "Content-Encoding: br\r\n")) == text);
}

TEST_CASE("a header that the body does not bear out is not believed") {
  const std::string page = "<p>plain</p>";
  for (const char* const header :
       {"Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "Content-Encoding: deflate\r\n",
        "Transfer-Encoding: chunked\r\n", "Content-Encoding: UTF-8\r\n"})
    CHECK(body_of(support::http_response(page, header)) == page);
}

TEST_CASE("a damaged body gives what came before, an unknown coding is named") {
  const std::string page(20'000, 'x');
  const std::string packed = compress(Coding::gzip, page);
  static_cast<void>(body_of(support::http_response(packed.substr(0, packed.size() - 9), "Content-Encoding: gzip\r\n"),
                            BodyReader::Outcome::damaged));
  static_cast<void>(
      body_of(support::http_response(page, "Content-Encoding: sdch\r\n"), BodyReader::Outcome::unknown_encoding));
  CHECK(body_of(support::http_response(std::string(2'000'000, 'a')), BodyReader::Outcome::cut_at_limit).size() ==
        1'000'000);
}

TEST_CASE("a response is split as servers write it") {
  warc::HttpHead head;
  CHECK(warc::split_response("HTTP/1.1 404 Not Found\nContent-Type:text/html\n\nbody", head));
  CHECK(head.status == 404);
  CHECK(head.content_type == "text/html");
  CHECK(head.body == "body");
  CHECK(warc::split_response("HTTP/1.0 200\r\n\r\n", head));
  CHECK(head.status == 200);
  CHECK_FALSE(warc::split_response("<html>", head));
  CHECK(warc::may_be_page("application/xhtml+xml"));
  CHECK(warc::may_be_page(""));
  CHECK_FALSE(warc::may_be_page("image/png"));
}
