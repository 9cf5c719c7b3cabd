#include "select/page_evidence.hpp"

#include <algorithm>
#include <vector>

#include "measure/prose.hpp"
#include "text/ascii.hpp"
#include "text/word_lists.hpp"

namespace pith::select {
namespace {

using text::WordList;
using text::words_of;

/// Sets the values by their names.
class Filler {
 public:
  void add(EvidenceName name, double value) noexcept { values_[name.index()] = static_cast<float>(value); }
  void add(EvidenceName name, bool value) noexcept { add(name, value ? 1.0 : 0.0); }
  void add(EvidenceName name, std::size_t value) noexcept { add(name, static_cast<double>(value)); }

  [[nodiscard]] const PageEvidence& values() const noexcept { return values_; }

 private:
  PageEvidence values_{};
};

double percent(double part, double whole) noexcept {
  return whole > 0 ? 100 * part / whole : 0.0;
}

void add_address(std::string_view url, Filler& out) {
  out.add("address_words_of_forums", words_of(WordList::forum_address).any_in(url));
  out.add("address_words_of_products", words_of(WordList::product_address).any_in(url));
  out.add("address_words_of_manuals", words_of(WordList::documentation_address).any_in(url));
  out.add("address_words_of_lists", words_of(WordList::list_address).any_in(url));
  out.add("address_words_of_articles", words_of(WordList::article_address).any_in(url));
  const std::size_t host = std::min(url.find("://"), url.size());
  std::string_view path = url.substr(std::min(url.find('/', std::min(host + 3, url.size())), url.size()));
  path = path.substr(0, path.find_first_of("?#"));
  while (path.ends_with('/')) path.remove_suffix(1);
  out.add("address_is_home", !url.empty() && path.empty());
  out.add("address_depth", static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')));
  const std::string_view last = path.substr(std::min(path.rfind('/') + 1, path.size()));
  out.add("address_hyphens", static_cast<std::size_t>(std::count(last.begin(), last.end(), '-')));
  out.add("address_digits", static_cast<std::size_t>(std::count_if(path.begin(), path.end(), text::is_ascii_digit)));
}

/// "Article" of "http://schema.org/Article".
std::string_view bare(std::string_view type) {
  return type.substr(std::min(type.find_last_of("/:#") + 1, type.size()));
}

/// What the page says of things on it, in schema.org's words.
struct DeclaredTypes {
  bool thread = false, product = false, article = false, list = false, manual = false;

  void add(std::string_view type) {
    const std::string_view name = bare(type);
    thread = thread || words_of(WordList::thread_type).has(name);
    product = product || words_of(WordList::product_type).has(name);
    article = article || words_of(WordList::article_type).has(name);
    list = list || words_of(WordList::list_type).has(name);
    manual = manual || words_of(WordList::manual_type).has(name);
  }
};

DeclaredTypes declared_types(const page::Page& page) {
  DeclaredTypes found;
  page.json_ld.for_each_string("@type", [&](std::string_view type) { found.add(type); });
  for (const page::Attribute& attribute : page.attributes) {
    if (attribute.name == page::AttributeName::itemtype) found.add(attribute.value);
  }
  return found;
}

/// Whether a <meta> of that name has the word in its content.
bool has_meta(const page::Page& page, std::string_view name, std::string_view word) {
  return std::any_of(page.meta.begin(), page.meta.end(), [&](const page::MetaTag& tag) {
    return tag.name == name && tag.content.find(word) != std::string_view::npos;
  });
}

/// Whether a style sheet has the name of a program that makes nothing but manuals: "doxygen.css", "rustdoc1.63.0.css".
bool has_style_of_manuals(const page::Page& page) {
  return std::any_of(page.style_sheets.begin(), page.style_sheets.end(), [](std::string_view address) {
    const std::string_view path = address.substr(0, address.find_first_of("?#"));
    return words_of(WordList::manual_only_program).any_in(path.substr(path.rfind('/') + 1));
  });
}

void add_declared(const page::Page& page, std::string& folded, Filler& out) {
  const DeclaredTypes types = declared_types(page);
  out.add("declares_thread", types.thread);
  out.add("declares_product", types.product);
  out.add("declares_article", types.article);
  out.add("declares_list", types.list);
  out.add("declares_manual", types.manual);
  out.add("open_graph_article", has_meta(page, "og:type", "article"));
  out.add("open_graph_product", has_meta(page, "og:type", "product"));
  out.add("open_graph_website", has_meta(page, "og:type", "website"));
  folded.clear();
  for (const page::MetaTag& tag : page.meta) {
    if (tag.name == "generator") text::append_folded(tag.content, folded);
  }
  out.add("program_of_forums", words_of(WordList::forum_program).any_in(folded));
  const bool has_only_manuals = words_of(WordList::manual_only_program).any_in(folded) || has_style_of_manuals(page);
  out.add("program_of_manuals", has_only_manuals || words_of(WordList::manual_program).any_in(folded));
  out.add("program_of_only_manuals", has_only_manuals);
}

/// Whether a sign of money stands before or after the number [begin, end) of the line, perhaps with a space between.
bool is_price(std::string_view line, std::size_t begin, std::size_t end) noexcept {
  std::string_view before = line.substr(0, begin);
  std::string_view after = line.substr(end);
  if (before.ends_with(' ')) before.remove_suffix(1);
  if (after.starts_with(' ')) after.remove_prefix(1);
  // Signs are of other bytes than letters of ASCII, or begin with a small z.
  const auto is_plain = [](char c) { return text::is_ascii(c) && c != '$' && c != 'z'; };
  if ((before.empty() || is_plain(before.back())) && (after.empty() || is_plain(after.front()))) return false;
  return words_of(WordList::money).any_of([&](std::string_view sign) {
    return before.ends_with(sign) || after.starts_with(sign);
  });
}

/// Whether a short line has a price.
bool has_price(std::string_view line) noexcept {
  constexpr std::size_t longest = 60;
  if (line.size() > longest) return false;
  for (std::size_t begin = 0; begin < line.size(); ++begin) {
    if (!text::is_ascii_digit(line[begin])) continue;
    std::size_t end = begin + 1;
    while (end < line.size() && text::is_ascii_digit(line[end])) ++end;
    if (is_price(line, begin, end)) return true;
    begin = end;
  }
  return false;
}

bool is_linked_heading(const blocks::TextBlock& block) noexcept {
  return block.kind == BlockKind::heading && block.link_density() >= 0.8F;
}

/// Sums over the blocks.
struct Counts {
  double letters = 0, linked = 0, code = 0, item = 0, prose = 0;
  double words = 0, longest_prose = 0;
  std::size_t prose_blocks = 0, headings = 0, linked_headings = 0, prices = 0, dates = 0, questions = 0;
  double likely_words = 0, likely_letters = 0, likely_linked = 0, likely_prose = 0;
  std::size_t likely_blocks = 0;
};

void count_block(const measure::MeasureInput& in, std::size_t i, float score, Counts& counts) {
  const blocks::TextBlock& block = in.blocks.blocks[i];
  if (block.hidden != 0) return;
  const double letters = block.letters;
  // A table of contents leads nowhere else.
  const double linked = block.fragment_links < block.links ? block.linked_letters : 0;
  const bool is_prose = measure::is_prose(block);
  counts.letters += letters;
  counts.linked += linked;
  counts.words += static_cast<double>(block.weighted_words());
  counts.code += block.preformatted ? letters : block.code_letters;
  if (block.starts_item) counts.item += letters;
  if (is_prose) {
    ++counts.prose_blocks;
    counts.prose += letters;
    counts.longest_prose = std::max(counts.longest_prose, static_cast<double>(block.weighted_words()));
  }
  if (block.kind == BlockKind::heading) {
    ++counts.headings;
    if (is_linked_heading(block)) ++counts.linked_headings;
  }
  if (has_price(block.text)) ++counts.prices;
  if (block.text.ends_with('?') || block.text.ends_with("\xEF\xBC\x9F")) ++counts.questions;
  const auto& found = in.matches.lines[i][static_cast<std::size_t>(Category::date_line)];
  if (found.share > 0) ++counts.dates;
  if (score < 0.5F) return;
  ++counts.likely_blocks;
  counts.likely_letters += letters;
  counts.likely_linked += linked;
  counts.likely_words += static_cast<double>(block.weighted_words());
  if (is_prose) counts.likely_prose += letters;
}

/// Paragraphs under a heading that is a link.
void add_teasers(const blocks::BlockList& blocks, Filler& out) {
  constexpr std::uint32_t least_words = 8;
  std::size_t paragraphs = 0;
  std::size_t teasers = 0;
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    const blocks::TextBlock& block = blocks.blocks[i];
    if (block.kind == BlockKind::heading || block.word_count < least_words || block.hidden != 0) continue;
    ++paragraphs;
    const bool is_teaser =
        (i > 0 && is_linked_heading(blocks.blocks[i - 1])) || (i > 1 && is_linked_heading(blocks.blocks[i - 2]));
    if (is_teaser) ++teasers;
  }
  out.add("teasers", teasers);
  out.add("teaser_percent", percent(static_cast<double>(teasers), static_cast<double>(paragraphs)));
}

void add_text(const measure::MeasureInput& in, std::span<const float> scores, Filler& out) {
  Counts counts;
  for (std::size_t i = 0; i < in.blocks.blocks.size(); ++i) {
    count_block(in, i, i < scores.size() ? scores[i] : 0.0F, counts);
  }
  out.add("words", counts.words);
  out.add("prose_blocks", counts.prose_blocks);
  out.add("prose_percent", percent(counts.prose, counts.letters));
  out.add("longest_prose", counts.longest_prose);
  out.add("linked_percent", percent(counts.linked, counts.letters));
  out.add("headings", counts.headings);
  out.add("linked_headings", counts.linked_headings);
  out.add("code_percent", percent(counts.code, counts.letters));
  out.add("item_percent", percent(counts.item, counts.letters));
  out.add("price_lines", counts.prices);
  out.add("date_lines", counts.dates);
  out.add("question_lines", counts.questions);
  out.add("thread_marks", in.matches.thread_mark_kinds);
  add_teasers(in.blocks, out);
  out.add("likely_words", counts.likely_words);
  out.add("likely_percent", percent(counts.likely_letters, counts.letters));
  out.add("likely_linked_percent", percent(counts.likely_linked, counts.likely_letters));
  out.add("likely_prose_percent", percent(counts.likely_prose, counts.likely_letters));
  out.add("likely_blocks", counts.likely_blocks);
}

struct BoxKind {
  EvidenceName evidence;
  rules::AttributeGroups group;
};
constexpr std::array<BoxKind, 10> box_kinds = {{{"post_boxes", rules::attribute_group("forum")},
                                                {"user_boxes", rules::attribute_group("user")},
                                                {"comment_boxes", rules::attribute_group("comment")},
                                                {"price_boxes", rules::attribute_group("price")},
                                                {"product_boxes", rules::attribute_group("product")},
                                                {"review_boxes", rules::attribute_group("review")},
                                                {"card_boxes", rules::attribute_group("card")},
                                                {"date_boxes", rules::attribute_group("date")},
                                                {"contents_boxes", rules::attribute_group("toc")},
                                                {"code_boxes", rules::attribute_group("code")}}};

/// Of boxes within one of their kind the outer one counts.
void add_boxes(const measure::MeasureInput& in, Filler& out) {
  std::array<std::size_t, box_kinds.size()> boxes{};
  const auto& containers = in.blocks.containers;
  for (std::size_t c = 0; c < containers.size(); ++c) {
    rules::AttributeGroups own = in.matches.groups_by_name[c] | in.matches.groups_by_property[c];
    if (own == 0 || containers[c].end_block == containers[c].first_block) continue;
    if (containers[c].parent >= 0) own &= ~in.matches.groups_by_name[static_cast<std::size_t>(containers[c].parent)];
    for (std::size_t k = 0; k < box_kinds.size(); ++k) {
      if ((own & box_kinds[k].group) != 0) ++boxes[k];
    }
  }
  for (std::size_t k = 0; k < box_kinds.size(); ++k) out.add(box_kinds[k].evidence, boxes[k]);
}

void sum_blocks(const blocks::BlockList& blocks, std::vector<TextSums>& before) {
  before.assign(blocks.blocks.size() + 1, {});
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    const blocks::TextBlock& block = blocks.blocks[i];
    before[i + 1] = {before[i].letters + block.letters, before[i].linked + block.linked_letters,
                     before[i].words + static_cast<double>(block.weighted_words())};
  }
}

/// Boxes of two blocks and ten words or more: of those that look alike, the ones with most text.
void add_alike(const measure::MeasureInput& in, EvidenceScratch& scratch, Filler& out) {
  constexpr double fewest_words = 10;
  constexpr std::uint32_t fewest_boxes = 3;
  sum_blocks(in.blocks, scratch.before);
  scratch.shapes.clear();
  scratch.boxes.clear();
  for (std::size_t c = 0; c < in.blocks.containers.size(); ++c) {
    const blocks::Container& container = in.blocks.containers[c];
    const TextSums& end = scratch.before[container.end_block];
    const TextSums& begin = scratch.before[container.first_block];
    if (container.end_block - container.first_block < 2 || end.words - begin.words < fewest_words) continue;
    scratch.shapes.push_back(in.matches.shapes[c]);
    scratch.boxes.push_back({end.letters - begin.letters, end.linked - begin.linked, end.words - begin.words, 1});
  }
  scratch.groups.find(scratch.shapes);
  scratch.sums.assign(scratch.groups.count(), {});
  for (std::size_t i = 0; i < scratch.boxes.size(); ++i) {
    TextSums& sum = scratch.sums[scratch.groups.numbers()[i]];
    sum.letters += scratch.boxes[i].letters;
    sum.linked += scratch.boxes[i].linked;
    ++sum.boxes;
  }
  TextSums best;
  for (const TextSums& sum : scratch.sums) {
    if (sum.boxes >= fewest_boxes && sum.letters > best.letters) best = sum;
  }
  out.add("alike_boxes", static_cast<std::size_t>(best.boxes));
  out.add("alike_percent", std::min(100.0, percent(best.letters, scratch.before.back().letters)));
  out.add("alike_linked_percent", percent(best.linked, best.letters));
}

}  // namespace

PageEvidence find_evidence(const measure::MeasureInput& in, std::span<const float> scores, EvidenceScratch& scratch) {
  Filler out;
  add_address(in.facts.url, out);
  add_declared(in.page, scratch.folded, out);
  add_text(in, scores, out);
  add_boxes(in, out);
  add_alike(in, scratch, out);
  return out.values();
}

}  // namespace pith::select
