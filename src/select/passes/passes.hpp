/// Passes: the small named steps of the selection. select.cpp runs them in the order of its table.
/// Each reads the page and changes the choices; what it changes carries its name. A pass is one function, declared
/// here, in a .cpp of its name, and one row of that table, which names it; explain shows it, and golden files change
/// with it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "measure/prose.hpp"
#include "rules/category_set.hpp"
#include "select/select.hpp"

namespace pith::select {

/// Choice::decided_by of what no pass has spoken about.
inline constexpr const char* by_score = "score";
/// Of passes that later ones ask about.
inline constexpr const char* by_copies = "copies";
inline constexpr const char* by_comments = "readers' comments";
inline constexpr const char* by_units = "units";
inline constexpr const char* by_main_segment = "main segment";
inline constexpr const char* by_spared_sentences = "spared sentences";
inline constexpr const char* by_labelled_lines = "labelled lines";
inline constexpr const char* by_section_headings = "section headings";

/// What the passes share. Lives during one select().
struct PassState {
  const measure::MeasureInput& in;
  const Options& options;
  Selection& out;
  std::span<const float> model_scores;  ///< per block
  float cjk_share = 0;                  ///< of the page's words, 0 to 1
  bool is_undisputed = false;           ///< is_undisputed()
  Verdict page_type = Verdict::article;
  bool title_is_known = false;  ///< the headline's block was found by the caller's words for it
  const char* pass = by_score;  ///< the one that runs, by its name in select.cpp's table

  [[nodiscard]] const blocks::TextBlock& block(std::size_t i) const { return in.blocks.blocks[i]; }
  [[nodiscard]] std::size_t size() const { return out.choices.size(); }
  /// Whether the caller says that the page is of this kind.
  [[nodiscard]] bool expects(Expect kind) const { return in.facts.expect == kind; }
  [[nodiscard]] bool is_text() const { return in.page.kind == page::PageKind::text; }
  [[nodiscard]] std::string_view text(std::size_t i) const { return block(i).text; }
  /// measure::is_prose of block i, found once: several passes ask.
  [[nodiscard]] bool is_prose(std::size_t i) const {
    ProseAnswer& answer = out.scratch.prose[i];
    if (answer == ProseAnswer::unknown) answer = measure::is_prose(block(i)) ? ProseAnswer::yes : ProseAnswer::no;
    return answer == ProseAnswer::yes;
  }
  /// Of block i, perhaps in the scratch: valid until the next call.
  [[nodiscard]] std::span<const text::Word> words(std::size_t i) const {
    return in.blocks.words_of(block(i), out.scratch.words);
  }
  [[nodiscard]] std::string_view folded(std::size_t i) const { return in.matches.folded(i); }
  /// text::append_folded of any text, in the scratch: valid until that is used again.
  [[nodiscard]] std::string_view fold(std::string_view any_text) {
    out.scratch.text.clear();
    text::append_folded(any_text, out.scratch.text);
    return out.scratch.text;
  }

  [[nodiscard]] std::size_t kept_words() const {
    std::size_t words = 0;
    for (std::size_t i = 0; i < size(); ++i) words += out.choices[i].kept ? block(i).word_count : 0U;
    return words;
  }
  /// Letters of the kept blocks among [begin, end), or of all.
  [[nodiscard]] std::uint64_t kept_letters(std::size_t begin, std::size_t end) const {
    std::uint64_t letters = 0;
    for (std::size_t i = begin; i < end; ++i) letters += out.choices[i].kept ? block(i).letters : 0U;
    return letters;
  }
  [[nodiscard]] std::uint64_t kept_letters() const { return kept_letters(0, size()); }
  /// Whether the pass was the last to speak about block i.
  [[nodiscard]] bool is_decided_by(std::size_t i, std::string_view name) const {
    return out.choices[i].decided_by == name;
  }
  /// Whether only the model has spoken about block i: no pass changed its score or its category.
  [[nodiscard]] bool is_left_to_score(std::size_t i) const {
    return out.choices[i].category == Category::content && is_decided_by(i, by_score);
  }

  // What a pass does to a block carries its name.

  /// Block i is not kept.
  void drop(std::size_t i, Category category) {
    out.choices[i].kept = false;
    out.choices[i].category = category;
    out.choices[i].decided_by = pass;
  }
  /// The same before the decision, which then has no choice.
  void exclude(std::size_t i, Category category) {
    out.choices[i].score = 0;
    drop(i, category);
  }
  /// Block i is kept after all.
  void keep(std::size_t i) {
    out.choices[i].kept = true;
    out.choices[i].decided_by = pass;
  }
  /// Evidence for block i: this is its score now.
  void lift(std::size_t i, float score) {
    out.choices[i].score = score;
    out.choices[i].decided_by = pass;
  }
  /// Evidence against block i: its score is multiplied by `factor`, below 1.
  void lower(std::size_t i, float factor) {
    out.choices[i].score *= factor;
    out.choices[i].decided_by = pass;
  }
};

/// From this share of CJK words on, a page is read by the conventions of Chinese and Japanese pages.
inline constexpr float mostly_cjk = 0.3F;

/// Lines that name people, sources or dates: metadata rather than text, unless the caller keeps them.
inline constexpr rules::CategorySet credits = {Category::source_line, Category::credit_line, Category::date_line};

/// Whether the line is a heading such as "All comments" or "12 comments".
[[nodiscard]] bool announces_comments(const PassState& state, std::size_t i);

/// Whether a line is nothing but a word that ends texts, in capitals or set off by brackets or
/// dashes: "- End -". In end_mark.cpp.
[[nodiscard]] bool is_end_mark(std::string_view line);

/// Whether boilerplate is glued to the end of block `i`, so that cut_residue() would cut it off. In residue.cpp.
[[nodiscard]] bool has_residue(PassState& state, std::size_t i);

/// Whether a text has hardly any line that the model is sure to be boilerplate, or in plain text none at its ends. Of
/// 1,470 pages of eight sets as plain text 5 % are like that, of their gold texts 95 %. In clean_text.cpp.
[[nodiscard]] bool is_undisputed(PassState& state);

// --- before the decision: what the page is, and evidence that scores do not see ---
void average_similar_blocks(PassState& state);
void find_page_type(PassState& state);
void drop_glued_head(PassState& state);
void find_title(PassState& state);
void drop_title_repeats(PassState& state);
void drop_site_names(PassState& state);
void drop_deck_repeats(PassState& state);
void drop_copies(PassState& state);
void drop_counters(PassState& state);
void lower_site_repeats(PassState& state);
void lower_tail_after_end_mark(PassState& state);
void lower_comments(PassState& state);
void lift_glued_paragraphs(PassState& state);
void lower_outside_main_segment(PassState& state);
void spare_sentences(PassState& state);
void lift_numbered_sections(PassState& state);
void lower_cookie_prose(PassState& state);
void lower_popups(PassState& state);
void keep_clean_text(PassState& state);

// --- the decision ---
void decide(PassState& state);
void keep_alike_posts(PassState& state);
void keep_adjacent_sentences(PassState& state);
void keep_enclosed_lines(PassState& state);
void keep_deck(PassState& state);
void keep_short_lines(PassState& state);
void keep_value_lines(PassState& state);
void keep_letter(PassState& state);
void keep_thread_posts(PassState& state);
void keep_prose_of_empty_page(PassState& state);
void decide_title_in_text(PassState& state);

// --- after it: conventions, clean-up, names for what was dropped ---
void cut_tail(PassState& state);
void drop_labelled_lines(PassState& state);
void drop_cards(PassState& state);
void drop_below_article(PassState& state);
void drop_author_note(PassState& state);
void drop_stray_lines(PassState& state);
void drop_tickers(PassState& state);
void drop_menu_headlines(PassState& state);
void settle_top_lines(PassState& state);
void drop_contents_list(PassState& state);
void keep_section_headings(PassState& state);
void keep_unit_headings(PassState& state);
void drop_everyday_lines(PassState& state);
void drop_notices(PassState& state);
void drop_named_boxes(PassState& state);
void drop_covered_text(PassState& state);
void drop_all_of_stop_page(PassState& state);
void cut_residue(PassState& state);
void cut_stock_quotes(PassState& state);
void drop_closing_lines(PassState& state);
void keep_closing_units(PassState& state);
void keep_units_whole(PassState& state);
void keep_enclosed_units(PassState& state);
void keep_code_lines(PassState& state);
void keep_manual_gaps(PassState& state);
void keep_note_boxes(PassState& state);
void settle_unit_labels(PassState& state);
void keep_quotes_whole(PassState& state);
void name_dropped_blocks(PassState& state);
void apply_keep_options(PassState& state);
void choose_insets(PassState& state);
void find_verdict(PassState& state);

}  // namespace pith::select
