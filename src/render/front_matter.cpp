// YAML 1.2, of which JSON's strings are a part: quoted strings need no other rules.

#include <pith/render.hpp>

namespace pith {
namespace {

class FrontMatter {
 public:
  explicit FrontMatter(std::string& out) : out_(out) {}

  void write(const Article& article) {
    const Metadata& metadata = article.metadata;
    out_ += "---\n";
    field("title", metadata.title);
    list("authors", metadata.authors);
    field("published", to_string(metadata.published));
    field("modified", to_string(metadata.modified));
    field("site_name", metadata.site_name);
    field("source", metadata.source);
    field("description", metadata.description);
    field("canonical_url", metadata.canonical_url);
    field("image_url", metadata.image_url);
    field("language", metadata.language);
    list("keywords", metadata.keywords);
    field("section", metadata.section);
    field("license", metadata.license);
    field("hostname", metadata.hostname);
    field("verdict", name_of(article.verdict));
    out_ += "---\n";
  }

 private:
  void field(const char* name, std::string_view value) {
    if (value.empty()) return;
    out_.append(name).append(": ");
    quoted(value);
    out_ += '\n';
  }

  void list(const char* name, const std::vector<std::string>& values) {
    if (values.empty()) return;
    out_.append(name).append(":\n");
    for (const std::string& value : values) {
      out_ += "  - ";
      quoted(value);
      out_ += '\n';
    }
  }

  void quoted(std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    out_ += '"';
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (text[at] == '"' || text[at] == '\\') {
        out_.append("\\").push_back(text[at]);
      } else if (byte < 0x20 || byte == 0x7F) {
        out_.append("\\x").append(1, hex[byte >> 4U]).append(1, hex[byte & 15U]);
      } else if (byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0) {
        // U+0080 to U+009F: YAML takes them only escaped.
        const auto next = static_cast<unsigned char>(text[++at]);
        out_.append("\\x").append(1, hex[next >> 4U]).append(1, hex[next & 15U]);
      } else if (const std::string_view three = text.substr(at, 3);
                 three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
        // U+FFFE and U+FFFF: the same.
        out_ += three == "\xEF\xBF\xBE" ? "\\uFFFE" : "\\uFFFF";
        at += 2;
      } else {
        out_ += text[at];
      }
    }
    out_ += '"';
  }

  std::string& out_;
};

}  // namespace

void append_front_matter(const Article& article, std::string& out) {
  FrontMatter(out).write(article);
}

std::string to_front_matter(const Article& article) {
  std::string out;
  append_front_matter(article, out);
  return out;
}

}  // namespace pith
