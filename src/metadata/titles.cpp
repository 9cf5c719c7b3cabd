// The headline: as readers see it, else as declared; without the site's name.

#include <algorithm>
#include <map>

#include "metadata/name_words.hpp"
#include "metadata/readers.hpp"
#include "metadata/source_table.hpp"
#include "metadata/title_parts.hpp"
#include "metadata/words.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

Sites known_sites(const Input& input, const Answers& answers) {
  Sites sites;
  const auto add = [&](std::string_view name) {
    if (std::string letters = folded(name); letters.size() >= 2) sites.push_back(std::move(letters));
  };
  for (const Metadata& answer : answers) add(answer.site_name);
  std::string_view host = host_of(input.request.url);
  if (host.starts_with("www.")) host.remove_prefix(4);
  add(host);
  add(host.substr(0, host.find('.')));
  // What a title both begins and ends with.
  const std::string title = plain_text(input.page.title);
  const std::vector<Parting> parts = partings(title);
  if (parts.size() > 1 && folded(parts.front().before) == folded(parts.back().after)) add(parts.back().after);
  return sites;
}

/// Words of three letters and more of `one` that `other` has too.
std::size_t count_common_words(std::string_view one, std::string_view other) {
  std::string wanted;
  text::append_folded(beginning_of(one, longest_title_bytes), wanted);
  std::string words;
  text::append_folded(beginning_of(other, longest_title_bytes), words);
  words.insert(0, " ").append(" ");
  std::size_t common = 0;
  for (std::size_t at = 0; at < wanted.size();) {
    const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
    const std::string word = " " + wanted.substr(at, end - at) + " ";
    if (word.size() >= 5 && words.find(word) != std::string::npos) ++common;
    at = end + 1;
  }
  return common;
}

bool has_only_letters(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c != U' ' && (text::class_of(c) & text::is_letter) == 0) return false;
  }
  return true;
}

/// What a candidate is, and where it was found.
struct Candidate {
  std::string text;
  MetadataSource source = MetadataSource::none;
};

class Chooser {
 public:
  Chooser(const Input& input, Answers& answers)
      : input_(input), answers_(answers), sites_(known_sites(input, answers)) {
    find_headings();
    add_site_of_headings();
    clean();
  }

  Candidate choose() {
    const Candidate declared = best_declared();
    const std::int32_t shown_block = block_above_date(shown_title_block(declared.text), declared.text);
    if (shown_block >= 0)
      answers_.of(MetadataSource::heading).title = without_more(block_text(shown_block), declared.text);
    const bool other = shown_block >= 0 && is_of_something_else(answers_.of(MetadataSource::heading).title, declared);
    if (const Candidate main = main_of_page_title(declared); !main.text.empty()) return main;
    if (shown_block < 0 || other || is_declared_twice(declared)) return declared;
    return {answers_.of(MetadataSource::heading).title, MetadataSource::heading};
  }

 private:
  /// <title> where the page's main heading shows it, and what is declared has no word of it: that is a section's name,
  /// which templates put in for the headline. Empty: no such.
  [[nodiscard]] Candidate main_of_page_title(const Candidate& declared) const {
    constexpr int fewest_words = 4;
    const std::string& title = answers_.of(MetadataSource::page_title).title;
    if (declared.source == MetadataSource::page_title || count_words(title) < fewest_words) return {};
    const std::size_t place = heading_place(title);
    const bool is_main = place < input_.blocks.blocks.size() && input_.blocks.blocks[place].level == 1;
    const bool is_other = count_words(declared.text) < fewest_words && !begins_with_cjk(declared.text);
    return is_main && is_other && count_common_words(declared.text, title) == 0
               ? Candidate{title, MetadataSource::page_title}
               : Candidate{};
  }

  /// What every source says, without the site's name; nothing where that is all.
  void clean() {
    for (Metadata& answer : answers_) {
      if (answer.title.empty()) continue;
      answer.title =
          is_site(answer.title, sites_) ? std::string() : std::string(without_known_site(answer.title, sites_));
    }
    answers_.of(MetadataSource::page_title).title = of_page_title();
  }

  /// News rewrite headlines for their own pages; what they declare in both ways is what they mean.
  [[nodiscard]] bool is_declared_twice(const Candidate& declared) const {
    const Metadata& described = answers_.of(MetadataSource::json_ld);
    return declared.source == MetadataSource::open_graph && described.page_type.find("News") != std::string::npos &&
           folded(described.title) == folded(declared.text);
  }

  [[nodiscard]] std::string block_text(std::int32_t block) const {
    return plain_text(input_.blocks.blocks[static_cast<std::size_t>(block)].text);
  }

  [[nodiscard]] Candidate best_declared() const {
    for (const MetadataSource source :
         {MetadataSource::open_graph, MetadataSource::json_ld, MetadataSource::twitter, MetadataSource::parsely,
          MetadataSource::citation, MetadataSource::sailthru, MetadataSource::dublin_core, MetadataSource::microdata}) {
      const std::string& title = answers_.of(source).title;
      if (!title.empty()) return {title, source};
    }
    return {answers_.of(MetadataSource::page_title).title, MetadataSource::page_title};
  }

  /// <title>, cut where a heading of the page ends, at the known site, or where the site is likely.
  [[nodiscard]] std::string of_page_title() const {
    const std::string title = plain_text(input_.page.title);
    const std::string_view known = without_known_site(title, sites_);
    for (const Parting& parting : partings(known)) {
      if (is_heading(parting.before)) return std::string(parting.before);
    }
    if (is_heading(known)) return std::string(known);
    for (const Parting& parting : partings(known)) {
      if (is_heading(parting.after)) return std::string(parting.after);
    }
    return std::string(
        known.size() < title.size() && !begins_with_cjk(known) ? known : without_bracketed(without_likely_site(known)));
  }

  void find_headings() {
    const auto& blocks = input_.blocks.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind != BlockKind::heading || blocks[i].level > 3 || blocks[i].text.size() >= 400) continue;
      headings_.try_emplace(folded(blocks[i].text), i);
      if (leads_home(input_, blocks[i])) sites_.push_back(folded(blocks[i].text));
    }
  }

  [[nodiscard]] std::string_view without_bracketed(std::string_view title) const {
    const std::string_view rest = without_bracketed_site(title, sites_);
    return rest.empty() ? title : rest;
  }

  [[nodiscard]] bool is_heading(std::string_view text) const {
    return heading_place(text) < input_.blocks.blocks.size();
  }

  /// The first block that is a heading of these words; the number of blocks when none is, or they are the site's name.
  [[nodiscard]] std::size_t heading_place(std::string_view text) const {
    const auto& blocks = input_.blocks.blocks;
    const std::string letters = folded(text);
    if (letters.size() < 8 || is_site(text, sites_)) return blocks.size();
    const auto found = headings_.find(letters);
    return found == headings_.end() ? blocks.size() : found->second;
  }

  /// The block that shows the headline, as the scorer says, unless it only shows the site's name.
  [[nodiscard]] std::int32_t shown_title_block(std::string_view declared) const {
    const std::int32_t block = input_.request.title_block;
    if (block < 0) return -1;
    const std::string shown = block_text(block);
    if (is_site(shown, sites_) && folded(shown) != folded(declared)) return -1;
    if (const std::int32_t main = main_heading(block, declared); main >= 0) return main;
    const std::string letters = folded(shown);
    if (letters == folded(declared)) return block;
    // The last part of <title> alone is the site, when another heading shows the rest, or the first part.
    const std::string title = plain_text(input_.page.title);
    std::size_t first = input_.blocks.blocks.size();
    for (const Parting& parting : partings(title)) {
      if (folded(parting.after) == letters && is_heading(parting.before)) return -1;
      first = std::min(first, heading_place(parting.before));
      const bool is_first = first < input_.blocks.blocks.size() && static_cast<std::int32_t>(first) != block;
      if (folded(parting.after) == letters && is_first) return static_cast<std::int32_t>(first);
    }
    return block;
  }

  /// "Harbour Forum - View topic - A bridge", with a heading for the forum and one, longer, for the topic: the first
  /// part is the site. What a colon parts are both of the headline.
  void add_site_of_headings() {
    const std::string title = plain_text(input_.page.title);
    const std::vector<Parting> parts = usual_partings(title);
    if (parts.empty() || !parts.front().spaced || title[parts.front().before.size()] == ':') return;
    const std::string_view site = parts.front().before;
    const std::size_t site_place = heading_place(site);
    if (site_place == input_.blocks.blocks.size()) return;
    const bool has_topic = std::any_of(parts.begin(), parts.end(), [&](const Parting& one) {
      const std::size_t place = heading_place(one.after);
      return count_words(one.after) > count_words(site) && place > site_place && place < input_.blocks.blocks.size();
    });
    if (has_topic) sites_.push_back(folded(site));
  }

  /// The only <h1> of the page, where it stands above `block`, which is none, and speaks of what is declared: the
  /// declared title was found in a breadcrumb or in a heading of the text. -1: no such.
  [[nodiscard]] std::int32_t main_heading(std::int32_t block, std::string_view declared) const {
    constexpr int fewest_words = 3;
    const auto& blocks = input_.blocks.blocks;
    const auto is_main = [](const blocks::TextBlock& one) { return one.kind == BlockKind::heading && one.level == 1; };
    const auto first = std::find_if(blocks.begin(), blocks.end(), is_main);
    if (first == blocks.end() || first - blocks.begin() >= block || is_main(blocks[static_cast<std::size_t>(block)]))
      return -1;
    if (std::find_if(first + 1, blocks.end(), is_main) != blocks.end()) return -1;
    const std::string text = plain_text(first->text);
    // A part of <title> is the blog's name.
    const bool is_part = folded(input_.page.title).find(folded(text)) != std::string::npos;
    const bool speaks = !is_part && count_words(text) >= fewest_words && count_common_words(text, declared) >= 2;
    return speaks ? static_cast<std::int32_t>(first - blocks.begin()) : -1;
  }

  /// Whether the heading is the blog's, a box's or a deck: no word in common with what the page declares, which says
  /// the same in <title>, or far longer than a headline.
  [[nodiscard]] bool is_of_something_else(std::string_view shown, const Candidate& declared) const {
    constexpr std::size_t longest_headline = 150;
    if (declared.text.empty() || begins_with_cjk(declared.text)) return false;
    if (shown.size() > longest_headline && shown.size() > 2 * declared.text.size()) return true;
    const bool said_twice = declared.source != MetadataSource::page_title &&
                            count_common_words(declared.text, answers_.of(MetadataSource::page_title).title) >= 2;
    return said_twice && count_common_words(shown, declared.text) == 0;
  }

  /// The line that stands right above the date or source line, where no other headline is known: the page declares
  /// none, or only its site's name, and the text's reader took a line below the date.
  [[nodiscard]] std::int32_t block_above_date(std::int32_t shown, std::string_view declared) const {
    constexpr std::size_t most_lines = 16;
    const bool is_text = input_.page.kind == page::PageKind::text;
    if (!is_text && shown >= 0) return shown;
    const bool declares_none = declared.empty() || is_outlet(declared.substr(0, declared.find_last_of("_("))) ||
                               (!is_text && is_said_nowhere(declared));
    if (!is_text && !declares_none) return shown;
    const auto& blocks = input_.blocks.blocks;
    for (std::size_t i = 1; i < blocks.size() && i < most_lines; ++i) {
      if (!is_date_line(blocks[i])) continue;
      if (is_text && shown >= 0 && is_in_menu_of_dates(i, static_cast<std::size_t>(shown))) return shown;
      if (is_text && shown >= 0 && static_cast<std::size_t>(shown) < i) return among_lines_above(shown, i);
      // Blogs set the date above the headline as often as below it.
      if (is_text && shown >= 0 && is_surely_headline(blocks[static_cast<std::size_t>(shown)])) return shown;
      return may_be_headline(blocks[i - 1]) ? static_cast<std::int32_t>(i - 1) : shown;
    }
    for (std::size_t i = 0; !is_text && i < blocks.size() && i < most_lines; ++i) {
      if (may_be_headline(blocks[i]) && is_called_title(blocks[i])) return static_cast<std::int32_t>(i);
    }
    return shown;
  }

  /// Whether a title of few words, as sites' names are, stands in no line of the page's beginning.
  [[nodiscard]] bool is_said_nowhere(std::string_view declared) const {
    constexpr int most_words = 3;
    constexpr std::size_t most_lines = 60;
    const std::string wanted = folded(declared);
    if (count_words(declared) > most_words || begins_with_cjk(declared) || wanted.empty()) return false;
    const auto& blocks = input_.blocks.blocks;
    const auto end = blocks.begin() + static_cast<std::ptrdiff_t>(std::min(blocks.size(), most_lines));
    return std::none_of(blocks.begin(), end, [&](const blocks::TextBlock& one) {
      return folded(one.text).find(wanted) != std::string::npos;
    });
  }

  /// Whether more lines with dates stand between a first one and the headline, or the line above that date is said
  /// again below: a menu of headlines.
  [[nodiscard]] bool is_in_menu_of_dates(std::size_t date, std::size_t shown) const {
    const auto& blocks = input_.blocks.blocks;
    if (date >= shown) return false;
    for (std::size_t i = date + 1; i < shown; ++i) {
      if (is_date_line(blocks[i])) return true;
    }
    return std::any_of(blocks.begin() + static_cast<std::ptrdiff_t>(date), blocks.end(),
                       [&](const blocks::TextBlock& one) { return one.text == blocks[date - 1].text; });
  }

  /// Of the lines of a text above its date: not the site's name above a menu, nor a deck below the headline.
  [[nodiscard]] std::int32_t among_lines_above(std::int32_t shown, std::size_t date) const {
    constexpr std::uint32_t longest_of_menu = 20;  // letters
    constexpr int fewest_words = 5;                // sites have shorter names
    const auto& blocks = input_.blocks.blocks;
    const auto place = static_cast<std::size_t>(shown);
    const bool below_menu =
        date > place + 3 &&
        std::all_of(blocks.begin() + shown + 1, blocks.begin() + static_cast<std::ptrdiff_t>(date) - 1,
                    [](const blocks::TextBlock& one) { return one.letters <= longest_of_menu; });
    if (below_menu && may_be_headline(blocks[date - 1]) && blocks[date - 1].letters > longest_of_menu)
      return static_cast<std::int32_t>(date - 1);
    const bool is_path = place > 0 && blocks[place - 1].text.find(" / ") != std::string_view::npos;  // of the page
    const bool deck = place > 0 && !is_path && blocks[place].letters > blocks[place - 1].letters &&
                      count_words(blocks[place - 1].text) >= fewest_words && may_be_headline(blocks[place - 1]);
    return deck ? shown - 1 : shown;
  }

  /// "<td class=news_title>": old pages have no headings.
  [[nodiscard]] bool is_called_title(const blocks::TextBlock& block) const noexcept {
    const std::uint32_t node = input_.blocks.containers[block.container].node;
    const std::string_view classes = input_.page.attribute(node, page::AttributeName::class_);
    return classes.find("title") != std::string_view::npos || classes.find("Title") != std::string_view::npos;
  }

  [[nodiscard]] bool is_date_line(const blocks::TextBlock& block) const {
    constexpr std::uint32_t longest = 60;
    return block.letters <= longest && !find_dates(block.text, input_.dates).empty();
  }

  [[nodiscard]] bool may_be_headline(const blocks::TextBlock& block) const {
    constexpr std::uint32_t shortest = 6;
    constexpr std::uint32_t longest = 120;
    if (block.letters < shortest || block.letters > longest || block.links > 0) return false;
    const auto holds = [&](std::string_view mark) { return block.text.find(mark) != std::string_view::npos; };
    // The way to other pages, or to this one.
    if (holds("|") || holds("\u00AB") || holds("\u00BB") || holds(" > ") || holds("\u203A") || holds("\u2192"))
      return false;
    const bool is_cut_off = block.text.ends_with("...");
    const bool is_prose = (block.text.ends_with('.') && !is_cut_off) || block.text.ends_with("\u3002");
    return !is_prose && words().labels.at(block.text, 0).kind == WordKind::none && !is_date_line(block);
  }

  /// Short, in no brackets, and not about who wrote it.
  [[nodiscard]] bool is_surely_headline(const blocks::TextBlock& block) const {
    constexpr std::uint32_t longest = 30;  // characters of CJK
    if (!may_be_headline(block) || block.text.ends_with(')') || block.text.ends_with("\uFF09")) return false;
    if (block.cjk_words > longest) return false;
    for (std::size_t at = 0; at < block.text.size(); at += code_point_bytes(block.text, at)) {
      if (words().labels.at(block.text, at).kind == WordKind::author) return false;
    }
    return true;
  }

  [[nodiscard]] bool begins_with_day(std::string_view text) const {
    constexpr std::size_t farthest = 4;  // bytes: a dash
    const std::vector<FoundDate> dates = find_dates(text, input_.dates);
    return !dates.empty() && dates.front().begin <= farthest;
  }

  /// Without a kicker before it, and a date or the site's name after it, that its element also holds.
  [[nodiscard]] std::string without_more(const std::string& shown, std::string_view declared) const {
    const std::string& page_title = answers_.of(MetadataSource::page_title).title;
    for (const Parting& parting : usual_partings(shown)) {
      const bool goes_on = shown[parting.before.size()] == ':' && count_words(parting.after) > 1;
      if (!page_title.empty() && !goes_on && folded(parting.before) == folded(page_title))
        return std::string(parting.before);
    }
    if (declared.empty() || shown.size() <= declared.size()) return shown;
    if (std::string_view(shown).starts_with(declared)) {
      const std::string_view rest = std::string_view(shown).substr(declared.size());
      // A badge: what is declared in two ways says where the headline ends.
      constexpr std::size_t longest_badge = 20;
      const bool badge = rest.starts_with(' ') && rest.size() <= longest_badge && count_words(rest) <= 3 &&
                         has_only_letters(rest) && folded(page_title) == folded(declared);
      return badge || begins_with_day(rest) || (rest.size() < 40 && parse_date(rest, input_.dates).known())
                 ? std::string(declared)
                 : shown;
    }
    const bool has_more = folded(shown).ends_with(folded(declared));
    return has_more && declared.size() * 2 >= shown.size() ? std::string(declared) : shown;
  }

  const Input& input_;
  Answers& answers_;
  Sites sites_;
  std::map<std::string, std::size_t> headings_;  // folded; the first block of those words
};

/// "The old mill" of "README | The old mill".
Candidate more_telling(const Input& input, Candidate chosen) {
  const auto after_generic = [](const std::string& title) {
    const std::vector<Parting> parts = usual_partings(title);
    const bool telling =
        !parts.empty() && is_generic_title(parts.front().before) && !is_generic_title(parts.front().after);
    return telling ? std::string(parts.front().after) : std::string();
  };
  if (std::string rest = after_generic(chosen.text); !rest.empty()) return {std::move(rest), chosen.source};
  if (!is_generic_title(chosen.text)) return chosen;
  std::string rest = after_generic(plain_text(input.page.title));
  return rest.empty() ? chosen : Candidate{std::move(rest), MetadataSource::page_title};
}

}  // namespace

void choose_title(const Input& input, Answers& answers, Metadata& merged) {
  const Candidate chosen = more_telling(input, Chooser(input, answers).choose());
  merged.title = chosen.text;
  std::replace(merged.title.begin(), merged.title.end(), '\n', ' ');
  merged.origins[static_cast<std::size_t>(MetadataField::title)] =
      merged.title.empty() ? FieldOrigin{}
                           : FieldOrigin{chosen.source, measured_share(MetadataField::title, chosen.source)};
}

}  // namespace pith::metadata
