#include "batch/record_source.hpp"

#include <algorithm>
#include <array>

#include "batch/line_source.hpp"
#include "batch/page_source.hpp"
#include "batch/warc_source.hpp"

namespace batch {
namespace {

enum class FileFormat : std::uint8_t { warc, json_lines, page, unknown };

/// The name without .gz, .zst and whatever case.
std::string plain_name(std::string_view path) {
  std::string name(path.substr(path.rfind('/') + 1));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const std::string_view ending : {".gz", ".zst"})
    if (name.ends_with(ending)) name.resize(name.size() - ending.size());
  return name;
}

template <std::size_t count>
bool ends_with_any(const std::string& name, const std::array<std::string_view, count>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

constexpr std::array<std::string_view, 3> warc_endings = {".warc", ".wet", ".wat"};
constexpr std::array<std::string_view, 3> json_endings = {".jsonl", ".ndjson", ".json"};
constexpr std::array<std::string_view, 5> page_endings = {".html", ".htm", ".xhtml", ".txt", ".text"};

/// What a file says it is counts more than its name; a WARC file says it in its first five bytes.
FileFormat format_of(std::string_view start, const std::string& path) {
  const std::string name = plain_name(path);
  if (start.starts_with("WARC/")) return FileFormat::warc;
  if (ends_with_any(name, warc_endings)) return FileFormat::unknown;
  if (ends_with_any(name, json_endings)) return FileFormat::json_lines;
  if (ends_with_any(name, page_endings)) return FileFormat::page;
  const std::size_t first = std::min(start.find_first_not_of(" \t\r\n"), start.size());
  if (start.substr(first).starts_with('{')) return FileFormat::json_lines;
  return start.substr(first).starts_with('<') ? FileFormat::page : FileFormat::unknown;
}

constexpr std::size_t bytes_to_judge = 4096;

}  // namespace

OpenedSource open_source(const std::string& path, streams::Position start, std::size_t max_record_bytes) {
  OpenedSource out;
  auto stream = streams::InputStream::open(path, {}, out.error);
  if (stream == nullptr) return out;
  const std::string_view first = stream->peek(bytes_to_judge);
  const FileFormat format = format_of(first.substr(0, bytes_to_judge), path);
  out.is_refused = first.empty() || format == FileFormat::unknown;
  if (first.empty())
    out.error =
        stream->trouble() == streams::InputStream::Trouble::damaged ? "is damaged from its first byte on" : "is empty";
  else if (out.is_refused)
    out.error = "is neither a WARC, WET or JSON Lines file nor a page";
  if (stream->trouble() == streams::InputStream::Trouble::unreadable) out = {nullptr, false, stream->error()};
  if (!out.error.empty()) return out;
  if (start != streams::Position{}) stream = streams::InputStream::open(path, start, out.error);
  if (stream == nullptr) return out;
  if (format == FileFormat::warc)
    out.source = std::make_unique<WarcSource>(std::move(stream), max_record_bytes);
  else if (format == FileFormat::json_lines)
    out.source = std::make_unique<LineSource>(std::move(stream), max_record_bytes);
  else
    out.source = std::make_unique<PageSource>(std::move(stream), max_record_bytes);
  return out;
}

}  // namespace batch
