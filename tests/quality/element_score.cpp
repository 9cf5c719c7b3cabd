#include "quality/element_score.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace pith::quality {
namespace {

using test::Element;
using test::ElementKind;
using test::HtmlElements;

/// Shorter texts stand in every gold text: they are looked for with what stands around them.
constexpr std::size_t shortest_alone = 24;
/// Bytes of the text around an element that tell one from another of the same text.
constexpr std::size_t context_bytes = 6;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The text [begin, end) with as much around it as makes it long enough.
std::string_view widened(std::string_view flow, std::size_t begin, std::size_t end) {
  while (end - begin < shortest_alone && (begin > 0 || end < flow.size())) {
    if (begin > 0) --begin;
    if (end < flow.size()) ++end;
  }
  return flow.substr(begin, end - begin);
}

bool is_raised(ElementKind kind) {
  return kind == ElementKind::superscript || kind == ElementKind::subscript;
}

/// "Kind, text, and a little before": equal for the same element in page and rendering.
using Key = std::pair<ElementKind, std::string>;

class PageScorer {
 public:
  PageScorer(const HtmlElements& page, std::string_view gold, const Rendering& rendering, ElementScores& scores)
      : page_(page), gold_(test::without_space(gold)), out_(rendering), scores_(scores) {
    for (const Element& element : out_.elements.elements) ++found_[key_of(out_.elements, element)];
  }

  void score() {
    for (const Element& element : page_.elements) {
      if (stands_in_gold(element)) score(element);
    }
  }

 private:
  static Key key_of(const HtmlElements& text, const Element& element) {
    std::string key(text.text(element));
    const bool is_inline = is_raised(element.kind) || element.kind == ElementKind::inline_code;
    if (is_inline) {
      const std::size_t before = std::min({element.begin - element.block_begin, element.begin, context_bytes});
      key = text.flow.substr(element.begin - before, before) + "|" + key;
    }
    return {element.kind, std::move(key)};
  }

  [[nodiscard]] bool stands_in_gold(const Element& element) const {
    const std::string_view flow = page_.flow;
    switch (element.kind) {
      case ElementKind::image:
        return is_between_gold(element.figure_begin, element.figure_end) && !element.addresses.empty() &&
               element.is_content;
      case ElementKind::rule:
        return is_between_gold(element.begin, element.end);
      case ElementKind::formula:
        return is_between_gold(element.begin, element.begin);
      case ElementKind::table:
        return is_gold_table(element);
      case ElementKind::caption:
        return element.end > element.begin && is_between_gold(element.begin, element.end);
      case ElementKind::item:
        // With what stands beside it: entries of a table of contents repeat headings that stand in the gold text.
        return element.end > element.begin && contains(gold_, with_neighbours(element.begin, element.end));
      case ElementKind::quote:
        return element.end > element.begin && is_no_copy(widened(flow, element.begin, element.end));
      default:
        return element.end > element.begin && contains(gold_, widened(flow, element.begin, element.end));
    }
  }

  /// Whether the gold text has it as often as the page. Threads quote what stands above, and their gold texts have that
  /// alone: which of the two it is cannot be told.
  [[nodiscard]] bool is_no_copy(std::string_view text) const {
    const std::size_t in_gold = count_of(gold_, text);
    return in_gold > 0 && in_gold >= count_of(page_.flow, text);
  }

  static std::size_t count_of(std::string_view all, std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = all.find(text); at != std::string_view::npos; at = all.find(text, at + text.size())) ++count;
    return count;
  }

  [[nodiscard]] std::string_view with_neighbours(std::size_t begin, std::size_t end) const {
    constexpr std::size_t beside = 10;
    const std::size_t from = begin - std::min(begin, beside);
    return widened(page_.flow, from, std::min(end + beside, page_.flow.size()));
  }

  [[nodiscard]] bool is_between_gold(std::size_t begin, std::size_t end) const {
    const std::string_view flow = page_.flow;
    if (begin < shortest_alone || end + shortest_alone > flow.size()) return false;
    return contains(gold_, flow.substr(begin - shortest_alone, shortest_alone)) &&
           contains(gold_, flow.substr(end, shortest_alone));
  }

  /// Of data: two rows and two columns with text, no table within; nearly all of its text in the gold text.
  [[nodiscard]] bool is_gold_table(const Element& table) const {
    if (table.tables_within > 0 || page_.text(table).size() < shortest_alone) return false;
    std::map<std::uint32_t, int> by_row;
    std::size_t all = 0;
    std::size_t in_gold = 0;
    std::size_t longest = 0;
    for (const test::TableCell& cell : table.cells) {
      const std::string_view text = std::string_view(page_.flow).substr(cell.begin, cell.end - cell.begin);
      if (text.empty()) continue;
      ++by_row[cell.row];
      all += text.size();
      longest = std::max(longest, text.size());
      if (contains(gold_, text)) in_gold += text.size();
    }
    const auto full = std::count_if(by_row.begin(), by_row.end(), [](const auto& row) { return row.second > 1; });
    // A longer cell is a column of a layout.
    constexpr std::size_t longest_cell = 2000;
    return full > 1 && longest < longest_cell && in_gold * 10 >= all * 9;
  }

  void add(Row row, double kept, std::string_view what) {
    RowScore& score = scores_.rows[static_cast<std::size_t>(row)];
    ++score.count;
    score.kept += kept;
    if (kept < 0.5 && scores_.wants_lost)
      scores_.lost.push_back(std::string(name_of(row)) + ": " + std::string(what.substr(0, 90)));
  }

  /// Takes one element of the rendering with that key.
  bool take(const Key& key) {
    const auto found = found_.find(key);
    if (found == found_.end() || found->second == 0) return false;
    --found->second;
    return true;
  }

  void score(const Element& element) {
    const std::string_view text = page_.text(element);
    switch (element.kind) {
      case ElementKind::table:
        return score_table(element);
      case ElementKind::code:
        return score_code(element);
      case ElementKind::image:
        return score_image(element);
      case ElementKind::item:
        return score_item(element);
      case ElementKind::formula:
        return add(Row::formulas, has_formula(element) ? 1 : 0, element.raw);
      case ElementKind::rule:
        return add(Row::rules, has_rule(element) ? 1 : 0, around(element));
      case ElementKind::quote:
        return add(Row::quotes, has_quote(text) ? 1 : 0, text);
      case ElementKind::term:
        return add(Row::terms, take(key_of(page_, element)) || has_marked_term(element) ? 1 : 0, text);
      case ElementKind::definition:
        return add(Row::definitions, take(key_of(page_, element)) || has_marked(text, ":", "") ? 1 : 0, text);
      case ElementKind::caption:
        return add(Row::captions, take(key_of(page_, element)) ? 1 : 0, text);
      case ElementKind::inline_code:
        return add(Row::inline_code, take(key_of(page_, element)) ? 1 : 0, text);
      case ElementKind::superscript:
      case ElementKind::subscript:
        return score_raised(element);
    }
  }

  [[nodiscard]] std::string around(const Element& element) const {
    return page_.flow.substr(element.begin - std::min<std::size_t>(element.begin, shortest_alone), 2 * shortest_alone);
  }

  /// Markdown has no definition lists: "term" and ": definition" are lines.
  [[nodiscard]] bool has_marked(std::string_view text, std::string_view before, std::string_view after) const {
    return !out_.source.empty() && contains(out_.elements.flow, std::string(before).append(text).append(after));
  }

  /// Terms of one explanation stand above each other.
  [[nodiscard]] bool has_marked_term(const Element& term) const {
    std::string terms(page_.text(term));
    for (const Element* next = &term + 1; next != page_.elements.data() + page_.elements.size(); ++next) {
      if (next->begin > term.begin + terms.size()) break;
      if (next->kind == ElementKind::term && next->begin == term.begin + terms.size()) terms += page_.text(*next);
    }
    return has_marked(page_.text(term), "", ":") || has_marked(terms, "", ":");
  }

  /// Marks of footnotes are notes, not raised text.
  void score_raised(const Element& element) {
    const std::string_view text = page_.text(element);
    const bool is_note = text.front() == '[' || text.front() == '(' || text.front() == '*';
    if (!is_note) add(Row::raised, take(key_of(page_, element)) ? 1 : 0, around(element));
  }

  [[nodiscard]] bool has_formula(const Element& element) const {
    const std::string tex = test::without_space(element.raw);
    if (!out_.source.empty()) return contains(out_.source, "$" + tex + "$");
    const auto& all = out_.elements.elements;
    return std::any_of(all.begin(), all.end(), [&](const Element& other) {
      return other.kind == ElementKind::formula && test::without_space(other.raw) == tex;
    });
  }

  /// Between what stands above and below, one of which may be gone.
  [[nodiscard]] bool has_rule(const Element& element) const {
    const std::string_view flow = page_.flow;
    const std::string_view below = flow.substr(element.end, shortest_alone);
    const std::string_view above = flow.substr(element.begin - shortest_alone, shortest_alone);
    const auto& all = out_.elements.elements;
    return std::any_of(all.begin(), all.end(), [&](const Element& other) {
      const std::string_view out = out_.elements.flow;
      return other.kind == ElementKind::rule &&
             (out.substr(other.end).starts_with(below) || out.substr(0, other.begin).ends_with(above));
    });
  }

  /// As long as the page's, nearly: a quote may lose its source line.
  [[nodiscard]] bool has_quote(std::string_view text) const {
    const auto& all = out_.elements.elements;
    return std::any_of(all.begin(), all.end(), [&](const Element& other) {
      if (other.kind != ElementKind::quote) return false;
      const std::string_view found = out_.elements.text(other);
      const bool is_part = contains(text, found) && found.size() * 10 >= text.size() * 8;
      return is_part || (contains(found, text) && text.size() * 10 >= found.size() * 8);
    });
  }

  static std::string trimmed_lines(std::string_view code) {
    std::string out;
    for (std::size_t begin = 0; begin < code.size();) {
      const std::size_t end = std::min(code.find('\n', begin), code.size());
      std::string_view line = code.substr(begin, end - begin);
      while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) line.remove_suffix(1);
      if (!line.empty() || !out.empty()) out.append(line).append("\n");
      begin = end + 1;
    }
    while (out.ends_with('\n')) out.pop_back();
    return out;
  }

  void score_code(const Element& element) {
    const std::string_view text = page_.text(element);
    const Element* kept = nullptr;
    for (const Element& other : out_.elements.elements) {
      if (other.kind == ElementKind::code && out_.elements.text(other) == text) kept = &other;
    }
    add(Row::code, kept != nullptr ? 1 : 0, text);
    if (!element.detail.empty())
      add(Row::code_language, kept != nullptr && kept->detail == element.detail ? 1 : 0,
          element.detail + " of " + std::string(text));
    if (kept == nullptr || !element.is_plain) return;
    add(Row::code_space, trimmed_lines(kept->raw) == trimmed_lines(element.raw) ? 1 : 0, text);
  }

  void score_image(const Element& element) {
    const Element* kept = nullptr;
    for (const Element& other : out_.elements.elements) {
      if (other.kind != ElementKind::image || other.addresses.empty()) continue;
      const auto& names = element.addresses;
      if (std::find(names.begin(), names.end(), other.addresses.front()) != names.end()) kept = &other;
    }
    add(Row::images, kept != nullptr ? 1 : 0, element.addresses.front());
    if (element.is_lazy) add(Row::lazy_images, kept != nullptr ? 1 : 0, element.addresses.front());
    if (kept != nullptr && !element.detail.empty())
      add(Row::image_texts, kept->detail == element.detail ? 1 : 0, element.detail);
  }

  void score_item(const Element& element) {
    const std::string_view text = page_.text(element);
    const std::string_view outer = outer_text(page_, element);
    bool is_kept = false, is_outer_kept = false, is_nested = false;
    for (const Element& other : out_.elements.elements) {
      if (other.kind != ElementKind::item) continue;
      const std::string_view found = out_.elements.text(other);
      is_outer_kept = is_outer_kept || found == outer;
      if (found != text) continue;
      // Of several items of one text any may be this one.
      is_kept = true;
      is_nested = is_nested || outer_text(out_.elements, other) == outer;
    }
    add(Row::items, is_kept ? 1 : 0, text);
    const bool counts = is_kept && is_outer_kept && !outer.empty() && contains(gold_, outer);
    if (counts) add(Row::nesting, is_nested ? 1 : 0, text);
  }

  /// Of the item that an item stands in; empty when in none.
  static std::string_view outer_text(const HtmlElements& text, const Element& item) {
    return item.outer < 0 ? std::string_view() : text.text(text.elements[static_cast<std::size_t>(item.outer)]);
  }

  /// Texts of two cells side by side ("a|b") or one below the other ("a/b"), with how often they stand so.
  using Pairs = std::map<std::string, int>;

  static Pairs pairs_of(const HtmlElements& text, const Element& table) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string_view> grid;
    for (const test::TableCell& cell : table.cells) {
      const std::string_view shown = std::string_view(text.flow).substr(cell.begin, cell.end - cell.begin);
      for (std::uint32_t r = 0; r < cell.rows; ++r)
        for (std::uint32_t c = 0; c < cell.columns; ++c) grid[{cell.row + r, cell.column + c}] = shown;
    }
    Pairs pairs;
    const auto add_pair = [&](std::string_view one, const char* mark, std::uint32_t row, std::uint32_t column) {
      const auto other = grid.find({row, column});
      if (other == grid.end() || (one.empty() && other->second.empty())) return;
      ++pairs[std::string(one).append(mark).append(other->second)];
    };
    for (const auto& [place, shown] : grid) {
      add_pair(shown, "|", place.first, place.second + 1);
      add_pair(shown, "/", place.first + 1, place.second);
    }
    return pairs;
  }

  static double likeness(const Pairs& a, const Pairs& b) {
    int both = 0, all = 0;
    for (const auto& [pair, count] : a) {
      const auto found = b.find(pair);
      both += found == b.end() ? 0 : std::min(count, found->second);
      all += count;
    }
    for (const auto& [pair, count] : b) all += count;
    return all == 0 ? 0 : 2.0 * both / all;
  }

  void score_table(const Element& table) {
    const Pairs pairs = pairs_of(page_, table);
    double best = 0;
    bool is_kept = false;
    for (const Element& other : out_.elements.elements) {
      if (other.kind != ElementKind::table) continue;
      best = std::max(best, likeness(pairs, pairs_of(out_.elements, other)));
      is_kept = is_kept || has_half_of_cells(table, other);
    }
    add(Row::tables, is_kept ? 1 : 0, page_.text(table));
    add(Row::adjacency, best, page_.text(table));
  }

  [[nodiscard]] bool has_half_of_cells(const Element& table, const Element& other) const {
    std::map<std::string_view, int> texts;
    for (const auto& cell : other.cells)
      ++texts[std::string_view(out_.elements.flow).substr(cell.begin, cell.end - cell.begin)];
    std::size_t all = 0, both = 0;
    for (const auto& cell : table.cells) {
      const std::string_view text = std::string_view(page_.flow).substr(cell.begin, cell.end - cell.begin);
      if (text.empty()) continue;
      ++all;
      if (texts[text]-- > 0) ++both;
    }
    return both * 2 >= all;
  }

  const HtmlElements& page_;
  std::string gold_;
  const Rendering& out_;
  ElementScores& scores_;
  std::map<Key, int> found_;
};

}  // namespace

const char* name_of(Row row) noexcept {
  static constexpr std::array<const char*, row_count> names = {"tables as tables",
                                                               "cell adjacency F1",
                                                               "inline code",
                                                               "code blocks",
                                                               "code language",
                                                               "code white space",
                                                               "images",
                                                               "lazy images",
                                                               "image alt",
                                                               "captions",
                                                               "quotes",
                                                               "dt",
                                                               "dd",
                                                               "rules",
                                                               "sup and sub",
                                                               "formulas",
                                                               "list items",
                                                               "list nesting"};
  return names[static_cast<std::size_t>(row)];
}

void add_elements(const HtmlElements& page, std::string_view gold, const Rendering& rendering, ElementScores& scores) {
  PageScorer(page, gold, rendering, scores).score();
}

}  // namespace pith::quality
