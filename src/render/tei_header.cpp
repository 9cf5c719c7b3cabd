#include "render/tei_header.hpp"

#include <vector>

#include "render/xml.hpp"

namespace pith::render {
namespace {

class TeiHeader {
 public:
  TeiHeader(std::string& out, const Metadata& metadata) : out_(out), metadata_(metadata) {}

  void write() {
    out_ += "<teiHeader>\n<fileDesc>\n<titleStmt>\n";
    element("title", metadata_.title);
    for (const std::string& author : metadata_.authors) element("author", author);
    out_ += "</titleStmt>\n<publicationStmt>\n";
    write_publication();
    out_ += "</publicationStmt>\n<sourceDesc>\n<bibl>";
    element("title", metadata_.title);
    if (!metadata_.source.empty()) element("publisher", metadata_.source);
    if (!metadata_.canonical_url.empty()) pointer(metadata_.canonical_url);
    out_ += "</bibl>\n</sourceDesc>\n</fileDesc>\n";
    write_profile();
    out_ += "</teiHeader>\n";
  }

 private:
  void element(const char* name, std::string_view text) {
    out_.append("<").append(name).append(">");
    append_escaped_xml(out_, text);
    out_.append("</").append(name).append(">\n");
  }

  void pointer(std::string_view target) {
    out_ += "<ptr";
    append_xml_attribute(out_, "target", target);
    out_ += "/>\n";
  }

  void date(const char* type, const Date& when) {
    if (!when.known()) return;
    const std::string text = to_string(when);
    out_ += "<date";
    append_xml_attribute(out_, "type", type);
    append_xml_attribute(out_, "when-iso", text);
    out_.append(">").append(text).append("</date>\n");
  }

  /// TEI wants a publisher first, where it wants more than prose.
  void write_publication() {
    const std::string& publisher = metadata_.site_name.empty() ? metadata_.hostname : metadata_.site_name;
    element("publisher", publisher);
    date("published", metadata_.published);
    date("modified", metadata_.modified);
    if (metadata_.license.empty()) return;
    out_ += "<availability>\n<licence>";
    append_escaped_xml(out_, metadata_.license);
    out_ += "</licence>\n</availability>\n";
  }

  void write_profile() {
    const bool is_empty = metadata_.language.empty() && metadata_.keywords.empty() && metadata_.description.empty();
    if (is_empty) return;
    out_ += "<profileDesc>\n";
    if (!metadata_.description.empty()) {
      out_ += "<abstract>\n";
      element("p", metadata_.description);
      out_ += "</abstract>\n";
    }
    if (!metadata_.language.empty()) {
      out_ += "<langUsage>\n<language";
      append_xml_attribute(out_, "ident", metadata_.language);
      out_ += "/>\n</langUsage>\n";
    }
    if (!metadata_.keywords.empty()) {
      out_ += "<textClass>\n<keywords>\n";
      for (const std::string& keyword : metadata_.keywords) element("term", keyword);
      out_ += "</keywords>\n</textClass>\n";
    }
    out_ += "</profileDesc>\n";
  }

  std::string& out_;
  const Metadata& metadata_;
};

}  // namespace

void append_tei_header(std::string& out, const Metadata& metadata) {
  TeiHeader(out, metadata).write();
}

}  // namespace pith::render
