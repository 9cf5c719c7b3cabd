/// Makes WARC archives for tests, sound ones and damaged ones.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "streams/encoder.hpp"

namespace support {

/// A record with the headers that every record has. `extra` are whole lines with their \r\n.
struct WarcRecord {
  std::string type = "response";
  std::string uri = "https://herald.example/a";
  std::string content_type = "application/http; msgtype=response";
  std::string block = {};
  std::string extra = {};
};

[[nodiscard]] inline std::string to_warc(const WarcRecord& record) {
  return "WARC/1.0\r\nWARC-Type: " + record.type + "\r\nWARC-Record-ID: <urn:test:" + record.uri +
         ">\r\nWARC-Date: 2024-03-23T08:15:00Z\r\nWARC-Target-URI: " + record.uri + "\r\n" + record.extra +
         "Content-Type: " + record.content_type + "\r\nContent-Length: " + std::to_string(record.block.size()) +
         "\r\n\r\n" + record.block + "\r\n\r\n";
}

/// A response with the status 200. `headers` are whole lines with their \r\n.
[[nodiscard]] inline std::string http_response(std::string_view body, const std::string& headers = {}) {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n" + std::string(body);
}

[[nodiscard]] inline WarcRecord response_record(const std::string& uri, std::string_view body,
                                                const std::string& headers = {}) {
  WarcRecord record;
  record.uri = uri;
  record.block = http_response(body, headers);
  return record;
}

/// The body as a chunked transfer of chunks of `size` bytes.
[[nodiscard]] inline std::string to_chunks(std::string_view body, std::size_t size) {
  std::string out;
  for (; !body.empty(); body.remove_prefix(std::min(size, body.size()))) {
    const std::string_view chunk = body.substr(0, size);
    char length[32];
    const int digits = std::snprintf(length, sizeof length, "%zx\r\n", chunk.size());
    out.append(length, static_cast<std::size_t>(digits)).append(chunk).append("\r\n");
  }
  return out + "0\r\n\r\n";
}

/// One member that holds all of `bytes`.
[[nodiscard]] inline std::string compress(streams::Coding coding, std::string_view bytes) {
  std::string out;
  const auto encoder = streams::make_encoder(coding);
  encoder->encode(bytes, out);
  encoder->end_member(out);
  return out;
}

/// A member a record, as archives are compressed.
[[nodiscard]] inline std::string compress_each(streams::Coding coding, const std::vector<std::string>& records) {
  std::string out;
  for (const std::string& record : records) out += compress(coding, record);
  return out;
}

}  // namespace support
