// RFC 8259. Field names are told in README.md and stay stable.

#include <pith/render.hpp>

#include <charconv>

namespace pith {
namespace {

/// Appends JSON with the right commas and, when asked for, line breaks.
class JsonWriter {
 public:
  JsonWriter(std::string& out, JsonLayout layout) : out_(out), indented_(layout == JsonLayout::indented) {}

  void open(char bracket) {
    separate();
    out_ += bracket;
    ++depth_;
    first_ = true;
  }

  void close(char bracket) {
    --depth_;
    if (!first_) new_line();
    out_ += bracket;
    first_ = false;
  }

  void key(std::string_view name) {
    separate();
    append_string(name);
    out_ += indented_ ? ": " : ":";
    after_key_ = true;
  }

  void value(std::string_view text) {
    separate();
    append_string(text);
  }

  void value(std::uint64_t number) {
    separate();
    out_ += std::to_string(number);
  }

  /// Four digits: enough for a probability, and the same text everywhere.
  void value(float number) {
    separate();
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed, 4).ptr;
    out_.append(digits, end);
  }

  /// "true", "false" or "null".
  void literal(std::string_view text) {
    separate();
    out_ += text;
  }

  void field(std::string_view name, std::string_view text) {
    key(name);
    value(text);
  }

  /// A list of objects; members(item) writes those of one.
  template <typename Items, typename Members>
  void objects(std::string_view name, const Items& items, Members members) {
    key(name);
    open('[');
    for (const auto& item : items) {
      open('{');
      members(item);
      close('}');
    }
    close(']');
  }

  void finish() {
    if (indented_) out_ += '\n';
  }

 private:
  void separate() {
    if (after_key_) {
      after_key_ = false;
      return;
    }
    if (depth_ == 0) return;
    if (!first_) out_ += ',';
    first_ = false;
    new_line();
  }

  void new_line() {
    if (indented_) out_.append("\n").append(static_cast<std::size_t>(depth_) * 2, ' ');
  }

  void append_string(std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    out_ += '"';
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        out_.append("\\").push_back(c);
      } else if (c == '\n') {
        out_ += "\\n";
      } else if (c == '\t') {
        out_ += "\\t";
      } else if (byte < 0x20 || byte == 0x7F) {
        out_.append("\\u00").append(1, hex[byte >> 4U]).append(1, hex[byte & 15U]);
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  std::string& out_;
  int depth_ = 0;
  bool indented_;
  bool first_ = true;  // nothing stands in the innermost bracket yet
  bool after_key_ = false;
};

void write_list(JsonWriter& json, std::string_view name, const std::vector<std::string>& values) {
  json.key(name);
  json.open('[');
  for (const std::string& value : values) json.value(value);
  json.close(']');
}

void write_alternates(JsonWriter& json, const std::vector<Alternate>& alternates) {
  json.objects("alternates", alternates, [&](const Alternate& alternate) {
    json.field("language", alternate.language);
    json.field("url", alternate.url);
  });
}

void write_access(JsonWriter& json, Access access) {
  json.key(name_of(MetadataField::access));
  if (access == Access::unknown) return json.literal("null");
  json.literal(access == Access::free ? "true" : "false");
}

void write_origins(JsonWriter& json, const Metadata& metadata) {
  json.key("origins");
  json.open('{');
  for (std::size_t i = 0; i < metadata_field_count; ++i) {
    const auto field = static_cast<MetadataField>(i);
    if (metadata.origin(field).source == MetadataSource::none) continue;
    json.key(name_of(field));
    json.open('{');
    json.field("source", name_of(metadata.origin(field).source));
    json.key("confidence");
    json.value(metadata.origin(field).confidence);
    json.close('}');
  }
  json.close('}');
}

void write_metadata(JsonWriter& json, const Metadata& metadata, JsonOrigins origins) {
  json.key("metadata");
  json.open('{');
  json.field("title", metadata.title);
  write_list(json, "authors", metadata.authors);
  json.field("published", to_string(metadata.published));
  json.field("modified", to_string(metadata.modified));
  json.field("site_name", metadata.site_name);
  json.field("source", metadata.source);
  json.field("description", metadata.description);
  json.field("canonical_url", metadata.canonical_url);
  json.field("image_url", metadata.image_url);
  json.field("language", metadata.language);
  write_list(json, "keywords", metadata.keywords);
  write_list(json, "author_urls", metadata.author_urls);
  json.field("section", metadata.section);
  json.field("license", metadata.license);
  json.field("page_type", metadata.page_type);
  write_access(json, metadata.access);
  write_alternates(json, metadata.alternates);
  json.field("hostname", metadata.hostname);
  if (origins == JsonOrigins::write) write_origins(json, metadata);
  json.close('}');
}

void write_number(JsonWriter& json, std::string_view name, std::uint64_t number) {
  json.key(name);
  json.value(number);
}

void write_links(JsonWriter& json, const Block& block) {
  json.key("links");
  json.open('[');
  for (const Span& span : block.spans) {
    if (span.kind != SpanKind::link) continue;
    json.open('{');
    json.field("text", std::string_view(block.text).substr(span.begin, span.end - span.begin));
    json.field("url", span.target);
    json.close('}');
  }
  json.close(']');
}

void write_spans(JsonWriter& json, const Block& block) {
  json.objects("spans", block.spans, [&](const Span& span) {
    json.field("kind", name_of(span.kind));
    write_number(json, "begin", span.begin);
    write_number(json, "end", span.end);
    if (!span.target.empty()) json.field("target", span.target);
    if (!span.detail.empty()) json.field("detail", span.detail);
  });
}

void write_cell(JsonWriter& json, const Frame& frame) {
  write_number(json, "row", frame.row);
  write_number(json, "column", frame.column);
  write_number(json, "row_span", frame.row_span);
  write_number(json, "column_span", frame.column_span);
  write_number(json, "header", frame.header ? 1 : 0);
}

void write_frames(JsonWriter& json, const Block& block) {
  json.objects("frames", block.frames, [&](const Frame& frame) {
    json.field("kind", name_of(frame.kind));
    write_number(json, "id", frame.id);
    if (frame.kind == FrameKind::item) write_number(json, "number", frame.number);
    if (frame.task != Task::none) json.field("task", name_of(frame.task));
    if (frame.kind == FrameKind::cell) write_cell(json, frame);
  });
}

void write_block(JsonWriter& json, const Block& block) {
  write_number(json, "index", block.index);
  json.field("kind", name_of(block.kind));
  write_number(json, "level", block.level);
  json.field("category", name_of(block.category));
  json.key("score");
  json.value(block.score);
  json.field("reason", block.reason);
  json.field("text", block.text);
  json.field("detail", block.detail);
  write_links(json, block);
  write_spans(json, block);
  write_frames(json, block);
}

void write_notices(JsonWriter& json, const std::vector<Notice>& notices) {
  json.objects("notices", notices, [&](const Notice& notice) {
    json.field("code", name_of(notice.code));
    write_number(json, "count", notice.count);
    json.field("detail", notice.detail);
  });
}

}  // namespace

void append_json(const Article& article, std::string& out, JsonLayout layout, JsonOrigins origins) {
  JsonWriter json(out, layout);
  json.open('{');
  json.field("verdict", name_of(article.verdict));
  json.key("verdict_confidence");
  json.value(article.verdict_confidence);
  json.key("confidence");
  json.value(article.confidence);
  json.field("charset", article.charset);
  write_metadata(json, article.metadata, origins);
  json.field("text", to_text(article));
  const auto members_of_block = [&](const Block& block) { write_block(json, block); };
  json.objects("blocks", article.blocks, members_of_block);
  json.objects("dropped", article.dropped, members_of_block);
  write_notices(json, article.notices);
  json.close('}');
  json.finish();
}

std::string to_json(const Article& article, JsonLayout layout, JsonOrigins origins) {
  std::string out;
  append_json(article, out, layout, origins);
  return out;
}

}  // namespace pith
