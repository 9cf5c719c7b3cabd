#include "support/rendering_case.hpp"

#include <iterator>

#include <pith.hpp>

#include "assemble.hpp"
#include "blocks/images.hpp"
#include "pipeline.hpp"

namespace pith::test {
namespace {

/// What the bytes from 0x80 on stand for; 0x01 to 0x1F for the ones from `first_of_controls` on.
constexpr std::string_view tokens[] = {
    "<p>",
    "</p>",
    "<h1>",
    "</h1>",
    "<h2>",
    "</h2>",
    "<h5>",
    "</h5>",
    "<ul>",
    "</ul>",
    "<ol>",
    "</ol>",
    "<ol start=3>",
    "<li>",
    "</li>",
    "<li value=7>",
    "<li id=n2>",
    "<blockquote>",
    "</blockquote>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th>",
    "</th>",
    "<td colspan=2>",
    "<td rowspan=2>",
    "<th colspan=3 rowspan=2>",
    "<caption>",
    "</caption>",
    "<thead>",
    "<tbody>",
    "<dl>",
    "</dl>",
    "<dt>",
    "</dt>",
    "<dd>",
    "</dd>",
    "<figure>",
    "</figure>",
    "<figcaption>",
    "</figcaption>",
    "<details>",
    "</details>",
    "<summary>",
    "</summary>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<pre><code class=\"language-c++\">",
    "</code></pre>",
    "<em>",
    "</em>",
    "<strong>",
    "</strong>",
    "<sup>",
    "</sup>",
    "<sub>",
    "</sub>",
    "<del>",
    "</del>",
    "<a href=\"/a_b*c\">",
    "</a>",
    "<a href=\"https://a.example/(x)?q=[1]&amp;r=&lt;2>\">",
    "<a href=\"javascript:alert(1)\">",
    "<a href=\" java&#10;script:alert(1)\">",
    "<a href=\"#n1\">1</a>",
    "<sup><a href=\"#n2\">[2]</a></sup>",
    "<sup><a href=\"#n3\">*</a></sup>",
    "<p id=n1>",
    "<p id=n3>",
    "<img src=\"/river_one.jpg\" alt=\"The river\">",
    "<img src=\"/b(1).png\" alt=\"a]b*c|d\">",
    "<img src=\"javascript:alert(1)\" alt=\"x\">",
    "<img data-src=\"/lazy.jpg\">",
    "<img src=\"/f.png\" class=tex alt=\"\\frac{a}{b}\">",
    "<iframe src=\"https://www.youtube.com/embed/x_y\" title=\"A film\"></iframe>",
    "<video src=\"/film.mp4\"></video>",
    "<hr>",
    "<br>",
    "<br><br>",
    "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>",
    "<math display=block><msup><mi>x</mi><mn>2</mn></msup></math>",
    "<script type=\"math/tex\">a_1*b_1</script>",
    "<script type=\"math/tex; mode=display\">\\sum_i x_i</script>",
    "<div>",
    "</div>",
    "<section>",
    "</section>",
    "<article>",
    "</article>",
    "<span>",
    "</span>",
    "<ruby>",
    "</ruby>",
    "<rt>",
    "</rt>",
    "<abbr title=\"World *Health* Organization\">",
    "</abbr>",
    "<li><input type=checkbox disabled checked>",
    "<input type=checkbox>",
    "<u>",
    "</u>",
    "<aside>",
    "</aside>",
    "<address>",
    "</address>",
    "<center>",
    "</center>",
    "<q>",
    "</q>",
    "<p dir=rtl>",
    "<title>",
    "</title>",
    "<noscript>",
    "</noscript>",
    "&nbsp;",
    "&#x3000;",
    "\xE6\xB2\xB3",
    "\xE3\x80\x82",
    "\xC3\xA9",
    "The river rose by two metres",
    "\\(a_1\\)",
    "$$x$$",
    "<td><p>",
};
static_assert(std::size(tokens) == 128);
constexpr std::size_t first_of_controls = 48;

void append_token(unsigned char byte, std::string& html) {
  if (byte >= 0x80) {
    html += tokens[byte - 0x80];
  } else if (byte < 0x20 && byte != '\n') {
    html += tokens[first_of_controls + byte];
  } else if (byte == '<') {
    html += "&lt;";
  } else if (byte == '&') {
    html += "&amp;";
  } else {
    html += static_cast<char>(byte);
  }
}

/// Three of four, without a pattern.
bool is_chosen(std::uint8_t choice, std::size_t index) {
  if (choice == 0) return true;
  std::uint64_t mixed = (index + 1) * 0x9E3779B97F4A7C15U + choice * 0xBF58476D1CE4E5B9U;
  mixed ^= mixed >> 29U;
  mixed *= 0x94D049BB133111EBU;
  return (mixed >> 60U) % 4 != 0;
}

/// As the selection asks it.
bool is_content(const page::Page& page, const blocks::Inset& inset) {
  if (inset.kind == BlockKind::image) return blocks::is_content_image(page, inset.node);
  if (inset.kind == BlockKind::embed) return blocks::is_content_embed(page, inset.node);
  return true;
}

}  // namespace

std::string html_of_tokens(std::string_view bytes) {
  std::string html;
  for (const char byte : bytes) append_token(static_cast<unsigned char>(byte), html);
  return html;
}

Article unjudged_article(std::string_view html, std::uint8_t choice) {
  Pipeline pipeline(builtin_rules());
  const Options options;
  pipeline.analyse(
      {.bytes = html, .url = "https://herald.example/a/b.html", .kind = SourceKind::html, .encoding = "utf-8"},
      options);
  select::Selection selection;
  const blocks::BlockList& blocks = pipeline.analysis.blocks;
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    select::Choice made;
    made.kept = is_chosen(choice, i);
    made.cut_end = static_cast<std::uint32_t>(blocks.blocks[i].text.size());
    selection.choices.push_back(made);
  }
  for (const blocks::Inset& inset : blocks.insets) {
    const bool is_kept = is_content(pipeline.analysis.page, inset);
    selection.kept_insets.push_back(is_kept && is_chosen(choice, blocks.blocks.size() + inset.node));
  }
  return assemble(pipeline.analysis, selection, options);
}

Article rendering_case(std::string_view bytes) {
  if (bytes.size() < 3) return {};
  const bool is_html = (static_cast<unsigned char>(bytes[0]) & 1U) == 0;
  const auto choice = static_cast<std::uint8_t>(bytes[1]);
  const std::string_view rest = bytes.substr(2);
  return unjudged_article(is_html ? std::string(rest) : html_of_tokens(rest), choice);
}

}  // namespace pith::test
