#include "support/read_back.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <span>
#include <utility>

#include "support/html_elements.hpp"
#include "support/html_images.hpp"
#include "support/read_line.hpp"

namespace pith::test {
namespace {

/// What stands in for a text that only readers of formulas read right.
constexpr std::string_view formula_mark = "\x01(formula)";  // which no text holds

/// Marks of lists within cells are text in Markdown: letters alone are compared.
std::string without_marks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_mark = static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z');
    if (!is_mark) out += c;
  }
  return out;
}

/// Rows by their order: rows without text have no place in Markdown.
void number_rows(std::vector<ReadLine>& lines) {
  const ReadLine* above = nullptr;
  std::string row;
  int number = 0;
  for (ReadLine& line : lines) {
    const std::size_t at = line.frames.rfind("cell");
    if (!line.in_cell || at == std::string::npos) {
      above = nullptr;
      continue;
    }
    const std::size_t comma = line.frames.find(',', at);
    const std::string here = line.frames.substr(at, comma - at);
    const bool is_same_table = above != nullptr && above->table == line.table;
    if (!is_same_table) number = 0;
    if (is_same_table && here != row) ++number;
    above = &line;
    row = here;
    line.frames.replace(at, comma - at, "cell" + std::to_string(number));
  }
}

class HtmlLines {
 public:
  std::vector<ReadLine> read(const GumboNode& root) {
    visit(root, {});
    flush({});
    return std::move(lines_);
  }

 private:
  struct Place {
    std::string frames;
    bool in_cell = false;
    std::string note;
    std::uint32_t table = 0;
    int depth = 0;
  };

  static bool is_inline(GumboTag tag) {
    static constexpr std::array tags = {GUMBO_TAG_A,   GUMBO_TAG_EM,   GUMBO_TAG_STRONG, GUMBO_TAG_CODE, GUMBO_TAG_SUP,
                                        GUMBO_TAG_SUB, GUMBO_TAG_DEL,  GUMBO_TAG_BR,     GUMBO_TAG_IMG,  GUMBO_TAG_ABBR,
                                        GUMBO_TAG_INS, GUMBO_TAG_MATH, GUMBO_TAG_SPAN,   GUMBO_TAG_S};
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
  }

  void flush(const Place& place) {
    // A text of an image and references is none, and the image not a block.
    if (std::exchange(has_reference_, false) && text_.empty() && !place.in_cell) image_.clear();
    if (text_.empty() && image_.empty()) return;
    ReadLine line;
    line.frames = place.frames;
    line.note = place.note;
    line.in_cell = place.in_cell;
    line.table = place.table;
    line.kind = place.in_cell ? "cell" : text_.empty() ? image_ : "p";
    line.text = text_.empty() && !place.in_cell ? image_text_ : text_;
    push(std::move(line));
    text_.clear();
    image_.clear();
  }

  void push(ReadLine line) {
    const bool same = line.in_cell && !lines_.empty() && lines_.back().in_cell && lines_.back().table == line.table &&
                      lines_.back().frames == line.frames;
    if (same) {
      lines_.back().text += line.text;
    } else {
      lines_.push_back(std::move(line));
    }
  }

  void visit(const GumboNode& node, const Place& place) {
    constexpr int deepest = 300;
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) text_ += without_space(node.v.text.text);
    if (node.type != GUMBO_NODE_ELEMENT || place.depth > deepest) return;
    const GumboElement& element = node.v.element;
    if (element.tag == GUMBO_TAG_HEAD) return;
    const std::string_view classes = attribute(element, "class");
    has_reference_ = has_reference_ || classes.starts_with("footnote-ref");
    if (classes.starts_with("footnote-ref") || classes.starts_with("footnote-backref")) return;
    if (element.tag == GUMBO_TAG_IMG) {
      image_ = "image " + decoded(file_of(attribute(element, "src")));
      image_text_ = without_space(attribute(element, "alt"));
    }
    if (element.tag == GUMBO_TAG_MATH) return formula(node);
    if (is_inline(element.tag)) return children(node, place);
    flush(place);
    block(node, place);
    flush(place);
  }

  /// Its text; what annotates it says the same once more.
  void formula(const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT) text_ += without_space(node.v.text.text);
    if (node.type != GUMBO_NODE_ELEMENT || !attribute(node.v.element, "encoding").empty()) return;
    const GumboVector& all = node.v.element.children;
    for (unsigned i = 0; i < all.length; ++i) formula(*static_cast<const GumboNode*>(all.data[i]));
  }

  void block(const GumboNode& node, Place place) {
    const GumboElement& element = node.v.element;
    ++place.depth;
    const bool is_note = element.tag == GUMBO_TAG_SECTION && attribute(element, "class").starts_with("footnotes");
    if (is_note) place.note = "note ";
    if (element.tag == GUMBO_TAG_BLOCKQUOTE && !place.in_cell) place.frames += "quote ";
    if (element.tag == GUMBO_TAG_HR && !place.in_cell)
      lines_.push_back({place.frames, "rule", "", false, false, place.note});
    if (element.tag == GUMBO_TAG_PRE && !place.in_cell) return code(node, place);
    if (element.tag >= GUMBO_TAG_H1 && element.tag <= GUMBO_TAG_H6 && !place.in_cell) return heading(node, place);
    if (element.tag == GUMBO_TAG_UL || element.tag == GUMBO_TAG_OL) return list(node, place);
    if (element.tag == GUMBO_TAG_TABLE && !place.in_cell) return table(node, place);
    children(node, place);
    flush(place);
  }

  void children(const GumboNode& node, const Place& place) {
    const GumboVector& all = node.v.element.children;
    for (unsigned i = 0; i < all.length; ++i) visit(*static_cast<const GumboNode*>(all.data[i]), place);
  }

  void code(const GumboNode& node, const Place& place) {
    std::string language;
    const GumboVector& all = node.v.element.children;
    if (all.length > 0) {
      const auto& child = *static_cast<const GumboNode*>(all.data[0]);
      const std::string_view classes = child.type == GUMBO_NODE_ELEMENT ? attribute(child.v.element, "class") : "";
      if (classes.starts_with("language-")) language = classes.substr(std::string_view("language-").size());
    }
    children(node, place);
    lines_.push_back({place.frames, "code " + language, std::move(text_), false, false, place.note});
    text_.clear();
  }

  void heading(const GumboNode& node, const Place& place) {
    children(node, place);
    const int level = 1 + static_cast<int>(node.v.element.tag) - static_cast<int>(GUMBO_TAG_H1);
    lines_.push_back({place.frames, "h" + std::to_string(level), std::move(text_), false, false, place.note});
    text_.clear();
    image_.clear();
  }

  void list(const GumboNode& node, const Place& place) {
    const bool has_numbers = node.v.element.tag == GUMBO_TAG_OL;
    const std::string_view start = attribute(node.v.element, "start");
    int number = start.empty() ? 1 : std::atoi(std::string(start).c_str());
    const GumboVector& all = node.v.element.children;
    for (unsigned i = 0; i < all.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(all.data[i]);
      if (child.type != GUMBO_NODE_ELEMENT) continue;
      const std::string_view value = attribute(child.v.element, "value");
      if (!value.empty()) number = std::atoi(std::string(value).c_str());
      Place inner = place;
      if (!place.in_cell && place.note.empty())
        inner.frames += "item" + std::to_string(has_numbers ? number : 0) + task_of(child) + " ";
      ++number;
      flush(place);
      children(child, inner);
      flush(inner);
    }
  }

  /// By the box right before its text, which a paragraph may hold; those of items in it are theirs.
  static std::string task_of(const GumboNode& item) {
    const GumboNode* node = &item;
    while (node->type == GUMBO_NODE_ELEMENT && node->v.element.tag != GUMBO_TAG_INPUT) {
      const GumboTag tag = node->v.element.tag;
      if (node != &item && tag != GUMBO_TAG_P && !is_inline(tag)) return "";
      const GumboVector& all = node->v.element.children;
      unsigned first = 0;
      while (first < all.length && static_cast<const GumboNode*>(all.data[first])->type == GUMBO_NODE_WHITESPACE)
        ++first;
      if (first == all.length) return "";
      node = static_cast<const GumboNode*>(all.data[first]);
    }
    if (node->type != GUMBO_NODE_ELEMENT) return "";
    return gumbo_get_attribute(&node->v.element.attributes, "checked") != nullptr ? "x" : "o";
  }

  /// In the grid, so that cells which reach over several are told as pith tells them.
  void table(const GumboNode& node, Place place) {
    place.table = ++tables_;
    const GumboVector& all = node.v.element.children;
    std::uint32_t row = 0;
    std::vector<std::uint32_t> rows_left;
    for (unsigned i = 0; i < all.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(all.data[i]);
      if (child.type != GUMBO_NODE_ELEMENT) continue;
      if (child.v.element.tag == GUMBO_TAG_CAPTION) {
        children(child, place);
        flush(place);
        continue;
      }
      const GumboVector& rows = child.v.element.children;
      for (unsigned r = 0; r < rows.length; ++r) {
        const auto& one = *static_cast<const GumboNode*>(rows.data[r]);
        if (one.type == GUMBO_NODE_ELEMENT && one.v.element.tag == GUMBO_TAG_TR) cells(one, place, row++, rows_left);
      }
    }
  }

  static std::uint32_t span_of(const GumboElement& element, const char* name) {
    return static_cast<std::uint32_t>(std::clamp(std::atoi(std::string(attribute(element, name)).c_str()), 1, 1000));
  }

  void cells(const GumboNode& tr, const Place& place, std::uint32_t row, std::vector<std::uint32_t>& rows_left) {
    std::uint32_t column = 0;
    std::vector<std::uint32_t> below(rows_left);
    for (std::uint32_t& left : below) left -= left > 0 ? 1 : 0;
    const GumboVector& all = tr.v.element.children;
    for (unsigned i = 0; i < all.length; ++i) {
      const auto& cell = *static_cast<const GumboNode*>(all.data[i]);
      if (cell.type != GUMBO_NODE_ELEMENT) continue;
      while (column < rows_left.size() && rows_left[column] > 0) ++column;
      Place inner = place;
      inner.in_cell = true;
      inner.frames += "cell" + std::to_string(row) + "," + std::to_string(column) + " ";
      children(cell, inner);
      flush(inner);
      const std::uint32_t columns = span_of(cell.v.element, "colspan");
      const std::uint32_t rows = span_of(cell.v.element, "rowspan");
      if (below.size() < column + columns) below.resize(column + columns);
      std::fill_n(below.begin() + column, columns, rows - 1);
      column += columns;
    }
    rows_left = std::move(below);
  }

  std::vector<ReadLine> lines_;
  std::string text_;
  std::string image_;
  bool has_reference_ = false;  // to a note, in the text at hand
  std::string image_text_;
  std::uint32_t tables_ = 0;
};

}  // namespace

std::string ReadLine::print() const {
  const std::string shown = in_cell ? without_marks(text) : text;
  return note + frames + kind + " " + (has_formula ? std::string(formula_mark) : shown);
}

std::string decoded(std::string_view address) {
  std::string out;
  for (std::size_t i = 0; i < address.size(); ++i) {
    int byte = 0;
    const bool is_code = address[i] == '%' && i + 3 <= address.size() &&
                         std::from_chars(&address[i + 1], &address[i + 1] + 2, byte, 16).ptr == &address[i + 1] + 2;
    out += is_code ? static_cast<char>(byte) : address[i];
    if (is_code) i += 2;
  }
  return without_space(out);
}

std::vector<std::string> print_all(std::vector<ReadLine> lines) {
  std::erase_if(lines, [](const ReadLine& line) { return line.in_cell && without_marks(line.text).empty(); });
  number_rows(lines);
  // Readers show notes in the order of their references.
  std::stable_sort(lines.begin(), lines.end(), [](const ReadLine& a, const ReadLine& b) {
    return a.note != b.note || a.note.empty() ? a.note < b.note : a.print() < b.print();
  });
  std::vector<std::string> out;
  for (const ReadLine& line : lines) out.push_back(line.print());
  return out;
}

std::vector<std::string> lines_of_html(std::string_view html) {
  const GumboOptions options = kGumboDefaultOptions;
  GumboOutput* const tree = gumbo_parse_with_options(&options, html.data(), html.size());
  std::vector<ReadLine> lines = HtmlLines().read(*tree->root);
  gumbo_destroy_output(&options, tree);
  return print_all(std::move(lines));
}

namespace {

/// Lines of notes, which stand last, from where they begin.
std::span<const std::string> notes_of(const std::vector<std::string>& lines) {
  const auto first =
      std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.starts_with("note "); });
  return {first, lines.end()};
}

bool is_found(std::string_view wanted, std::string_view found) {
  if (!wanted.ends_with(formula_mark)) return wanted == found;
  return found.starts_with(wanted.substr(0, wanted.size() - formula_mark.size()));
}

/// Notes in any order: those without formulas, of which the text is known, find theirs first.
std::string first_lost_note(std::span<const std::string> want, std::span<const std::string> got) {
  std::vector<std::string> left(got.begin(), got.end());
  for (const bool of_formulas : {false, true}) {
    for (const std::string& wanted : want) {
      if (wanted.ends_with(formula_mark) != of_formulas) continue;
      const auto found =
          std::find_if(left.begin(), left.end(), [&](const auto& line) { return is_found(wanted, line); });
      if (found == left.end()) return "want " + wanted + "\n got " + (left.empty() ? "(end)" : left.front());
      left.erase(found);
    }
  }
  return left.empty() ? "" : "want (end)\n got " + left.front();
}

}  // namespace

std::string first_difference(const std::vector<std::string>& want, const std::vector<std::string>& got) {
  const auto want_notes = notes_of(want);
  const auto got_notes = notes_of(got);
  const std::size_t wanted_lines = want.size() - want_notes.size();
  const std::size_t found_lines = got.size() - got_notes.size();
  for (std::size_t i = 0; i < std::max(wanted_lines, found_lines); ++i) {
    const std::string& wanted = i < wanted_lines ? want[i] : "(end)";
    const std::string& found = i < found_lines ? got[i] : "(end)";
    if (!is_found(wanted, found)) return "want " + wanted + "\n got " + found;
  }
  return first_lost_note(want_notes, got_notes);
}

}  // namespace pith::test
