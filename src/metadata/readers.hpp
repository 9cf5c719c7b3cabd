/// What the readers of the sources get and give, and what they share. Private to metadata.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <pith/article.hpp>

#include "metadata/calendars.hpp"
#include "metadata/dates.hpp"
#include "metadata/metadata.hpp"
#include "metadata/names.hpp"

namespace pith::metadata {

/// The blocks between which the article's headline, byline and first paragraphs stand.
struct Head {
  std::size_t begin = 0;                       ///< where lines above the headline begin
  std::size_t title = 0;                       ///< of the headline, or where its text begins when no block shows it
  std::size_t text = 0;                        ///< the first long paragraph below the headline
  std::size_t end = 0;                         ///< after the first paragraphs
  std::uint32_t first_node = 0, end_node = 0;  ///< the same stretch in Page::nodes
  std::uint32_t title_node = 0;                ///< of the headline; 0 when no block shows it
};

/// An attribute that marks its element, and the element.
struct Mark {
  std::uint32_t node = 0;
  std::string_view value;  ///< as in the page
};

/// The marked elements of a page, in document order.
struct Marks {
  std::vector<Mark> properties;      ///< of microdata and RDFa
  std::vector<Mark> types;           ///< of microdata
  std::vector<Mark> rels;            ///< of <a>
  std::vector<Mark> datetimes;       ///< of <time> and other texts of an instant, within the article's head
  std::vector<Mark> classes;         ///< within the article's head
  std::vector<Mark> author_classes;  ///< outside of it, those that may name an author
};

/// Days below the first paragraph that nothing labels. Several are of comments or of other articles.
class DaysBelow {
 public:
  void add(const Date& day) noexcept {
    is_one_ = is_one_ && (!first_.known() || is_same_day(first_, day));
    if (!first_.known()) first_ = day;
  }
  /// The only one; unknown when there are several, or none.
  [[nodiscard]] Date only() const noexcept { return is_one_ ? first_ : Date{}; }

 private:
  Date first_;
  bool is_one_ = true;
};

struct Input {
  const page::Page& page;
  const blocks::BlockList& blocks;
  const Request& request;
  std::string base_url;  ///< what references are resolved against
  std::string language;  ///< of the page, without its country
  DateSetting dates;
  Head head;
  Marks marks;
};

inline constexpr std::size_t source_count = static_cast<std::size_t>(MetadataSource::script) + 1;

/// What each source found; fields it does not know are empty. URLs are as in the page.
struct Answers : std::array<Metadata, source_count> {
  [[nodiscard]] Metadata& of(MetadataSource source) noexcept { return (*this)[static_cast<std::size_t>(source)]; }
  [[nodiscard]] const Metadata& of(MetadataSource source) const noexcept {
    return (*this)[static_cast<std::size_t>(source)];
  }
};

// The sources, each in the file of its name. They read the page only and add to their own answers.
void read_json_ld(const Input& input, Answers& answers);
void read_meta_tags(const Input& input, Answers& answers);
void read_microdata(const Input& input, Answers& answers);
void read_links(const Input& input, Answers& answers);
void read_time_elements(const Input& input, Answers& answers);
void read_class_names(const Input& input, Answers& answers);
void read_labelled_lines(const Input& input, Answers& answers);
void read_bylines(const Input& input, Answers& answers);
void read_figures(const Input& input, Answers& answers);
void read_address(const Input& input, Answers& answers);
void read_scripts(const Input& input, Answers& answers);

// Signatures in brackets, which count as labelled lines.
/// "... 7\u65E5\u7535 (\u5F20\u4E09 \u674E\u56DB)": who reports for an agency, right after its dateline.
void read_agency_dateline(std::string_view line, Metadata& out);
/// A name in brackets at the very end of a paragraph, as reporters sign: the last one of the page.
void read_end_signature(const Input& input, Metadata& out);

/// "Berlin, 5. September 2023 \u2013 ...": the day that the first paragraphs begin with, as press releases do, else
/// that of the line that ends a post. It counts as a byline's, and is asked after all other sources: only where no
/// surer one tells a day.
void read_dateline(const Input& input, Answers& answers);

/// "Von Jana Muster am 5.9.2023 | 3 Kommentare": the day of the line that ends a post. Unknown when there is none, or
/// several tell different days.
[[nodiscard]] Date day_of_entry_footer(const Input& input);

/// The heading that shows the declared headline; -1 when none does.
[[nodiscard]] std::int32_t find_headline(const page::Page& page, const blocks::BlockList& blocks);

/// Where the article stands.
[[nodiscard]] Head find_head(const page::Page& page, const blocks::BlockList& blocks, std::int32_t title_block);

[[nodiscard]] Marks find_marks(const page::Page& page, const Head& head);

/// The beginning of a text, not more than `bytes` long, without half a character at its end.
[[nodiscard]] std::string_view beginning_of(std::string_view text, std::size_t bytes) noexcept;

/// The text of an element, white space collapsed; of longer ones the first `most_bytes` or a little more. `between`
/// stands where one element within ends and the next begins.
[[nodiscard]] std::string text_of(const page::Page& page, std::uint32_t node, std::size_t most_bytes = 300,
                                  char between = ' ');

/// Whether an element above `node`, or itself, is of comments, teasers or other things that are not the article, by
/// class names and itemprop. What holds the headline too is not.
[[nodiscard]] bool is_of_others(const Input& input, std::uint32_t node);

/// "<div class=post-footer>": what ends an article, this one or another's.
[[nodiscard]] bool is_article_end(const page::Page& page, std::uint32_t node);

/// "<h1><a href="/">Harbour Blog</a></h1>": whether a heading is the site's name, as on all its pages but the first.
[[nodiscard]] bool leads_home(const Input& input, const blocks::TextBlock& heading);

/// Whether an element begins below the first paragraph of the text.
[[nodiscard]] bool is_below_text(const Input& input, std::uint32_t node) noexcept;

/// Whether the element stands below the text in a small box with a link of several words: on the card of another
/// article.
[[nodiscard]] bool is_on_card(const Input& input, std::uint32_t node);

/// Whether a block is a day, and hardly anything else.
[[nodiscard]] bool is_only_date(const Input& input, const blocks::TextBlock& block);

/// Whether a template left its own words where the value should stand: "{{ page.author }}", "${title}", "<%= x %>".
[[nodiscard]] bool is_placeholder(std::string_view value) noexcept;

/// Sets a text, trimmed, unless it is set already or a placeholder.
void set_once(std::string& field, std::string_view value);
/// Sets a date unless it is known already.
void set_once(Date& field, const Date& value);

/// Whether a picture is the site's own by its file's name ("site-logo.png"), or no file at all.
[[nodiscard]] bool is_logo(std::string_view address) noexcept;

/// A date of an attribute or script: long numbers are Unix times.
[[nodiscard]] Date machine_date(std::string_view text, const DateSetting& setting);

/// Without character references that were encoded twice and tags that are markup, white space collapsed.
[[nodiscard]] std::string plain_text(std::string_view text);

/// Adds the parts of a list like "bridge, harbour; ships", each once.
void add_keywords(std::vector<std::string>& keywords, std::string_view list);

/// The page's title among several: chosen by titles.cpp after all sources were asked. Cuts the site's name off all of
/// them, and adds the words of <title> and of the heading.
void choose_title(const Input& input, Answers& answers, Metadata& merged);

/// The day of publication among those that the sources tell, by the publisher's clock: after all of them were asked,
/// and the surest one's day was taken.
void settle_published(const Input& input, const Answers& answers, Metadata& merged);

/// Declared, or guessed from the text of the page. Asked first: dates are read by it.
[[nodiscard]] std::string declared_language(const page::Page& page);
/// "en-GB" where the language is "en" and the page tells its country apart from it.
[[nodiscard]] std::string language_with_country(const page::Page& page, const std::string& language);
[[nodiscard]] std::string guessed_language(const blocks::BlockList& blocks);
/// The declaration only refines what the text says: templates declare "en" on pages of every language.
[[nodiscard]] std::string choose_language(const std::string& declared, const std::string& guessed);

/// "https://www.example.org/": of the site, not of an article.
[[nodiscard]] bool is_home(std::string_view url) noexcept;

/// "www.example.org" of "https://www.example.org:80/a"; empty when the URL has none.
[[nodiscard]] std::string_view host_of(std::string_view url) noexcept;

}  // namespace pith::metadata
