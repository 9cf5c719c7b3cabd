#include "blocks/latex.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "html/html.hpp"

using pith::page::Tag;

namespace {

/// Of the first formula, or image, of an HTML page.
struct Formula {
  explicit Formula(std::string source, Tag tag = Tag::math) : html(std::move(source)) {
    auto scratch = pith::html::make_html_scratch();
    std::vector<pith::Notice> notices;
    REQUIRE(pith::html::read_html(html, pith::Limits{}, *scratch, page, notices));
    while (node < page.nodes.size() && page.nodes[node].tag != tag) ++node;
    REQUIRE(node < page.nodes.size());
  }

  std::string html;  // which the page views
  pith::page::Page page;
  std::uint32_t node = 0;
};

std::string latex(const std::string& mathml) {
  const Formula formula("<p><math>" + mathml + "</math></p>");
  return pith::blocks::latex_of(formula.page, formula.node);
}

std::string latex_of_image(std::string_view html) {
  const Formula formula(std::string(html), Tag::img);
  return pith::blocks::latex_of_image(formula.page, formula.node);
}

}  // namespace

TEST_CASE("MathML becomes LaTeX") {
  CHECK(latex("<mi>h</mi><mo>=</mo><mfrac><mi>a</mi><mn>12</mn></mfrac>") == "h=\\frac{a}{12}");
  CHECK(latex("<msqrt><mi>q</mi></msqrt>") == "\\sqrt{q}");
  CHECK(latex("<mroot><mi>q</mi><mn>3</mn></mroot>") == "\\sqrt[3]{q}");
  CHECK(latex("<msup><mi>x</mi><mn>2</mn></msup>") == "x^2");
  CHECK(latex("<msub><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub>") == "x_{i+1}");
  CHECK(latex("<munderover><mo>&sum;</mo><mi>i</mi><mi>n</mi></munderover><mi>x</mi>") == "\\sum_i^nx");
  CHECK(latex("<mi>&alpha;</mi><mi>b</mi>") == "\\alpha b");
  CHECK(latex("<mi>sin</mi><mi>x</mi>") == "\\sin x");
  CHECK(latex("<mover><mi>v</mi><mo>&rarr;</mo></mover>") == "\\vec{v}");
  CHECK(latex("<mtext>if </mtext><mi>x</mi>") == "\\text{if }x");
  CHECK(latex("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr>"
              "<mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable>") ==
        "\\begin{matrix} 1 & 0 \\\\ 0 & 1 \\end{matrix}");
}

TEST_CASE("what a formula holds room for is not shown") {
  CHECK(latex("<mi>a</mi><mphantom><mi>b</mi></mphantom><mo>+</mo><mi>c</mi>") == "a+c");
}

TEST_CASE("a script of several commands, or of one with a script, stands at all of it") {
  CHECK(latex("<msup><mi>&alpha;</mi><mn>2</mn></msup>") == "\\alpha^2");
  CHECK(latex("<msup><mrow><mi>&alpha;</mi><mi>&beta;</mi></mrow><mn>2</mn></msup>") == "{\\alpha\\beta}^2");
  CHECK(latex("<msup><msub><mi>&alpha;</mi><mi>i</mi></msub><mn>2</mn></msup>") == "{\\alpha_i}^2");
}

TEST_CASE("a name of several letters is upright, and of letters only") {
  CHECK(latex("<mi>Re</mi>") == "\\mathrm{Re}");
  CHECK(latex("<mi>x_i</mi>") == "x_i");
  CHECK(latex("<mi>[]</mi>") == "[]");
}

TEST_CASE("an annotation in TeX is taken before MathML, and an alternative text too") {
  CHECK(latex("<semantics><mi>x</mi><annotation encoding='application/x-tex'>\\xi</annotation></semantics>") == "\\xi");
  const Formula formula("<math alttext='{\\displaystyle \\frac{a}{b}}'><mi>x</mi></math>");
  CHECK(pith::blocks::latex_of(formula.page, formula.node) == "\\frac{a}{b}");
}

TEST_CASE("a script that holds TeX is a formula, displayed or not") {
  const Formula inner("<p>so <script type='math/tex'>a<b & \"c\"</script></p>");
  CHECK(pith::blocks::latex_of(inner.page, inner.node) == "a<b & \"c\"");
  CHECK_FALSE(pith::blocks::is_displayed(inner.page, inner.node));
  const Formula displayed("<div><SCRIPT type='math/tex; mode=display'>a</SCRIPT></div>");
  CHECK(pith::blocks::is_displayed(displayed.page, displayed.node));
}

TEST_CASE("images of formulas are told by their class or their text") {
  CHECK(latex_of_image("<img alt='{\\displaystyle x^{2}}' src='x.svg'>") == "x^{2}");
  CHECK(latex_of_image("<img class='latex' alt='$a+b$' src='x.png'>") == "a+b");
  CHECK(latex_of_image("<img alt='The old bridge' src='x.png'>").empty());
  CHECK(latex_of_image("<img class=formula alt='E = I/r^2' src='x.svg'>") == "E = I/r^2");
  CHECK(latex_of_image("<img class=formula alt='the old rule' src='x.svg'>").empty());
  CHECK(latex_of_image("<img alt='C:\\temp' src='x.png'>") == "C:\\temp");
}

TEST_CASE("what a script shows of a formula is left to its source") {
  const Formula katex("<p><span class='katex'><math><mi>x</mi></math><span class='katex-html'>x</span></span></p>");
  std::uint32_t shown = 0;
  for (std::uint32_t i = 0; i < katex.page.nodes.size(); ++i) shown += pith::blocks::shows_formula_again(katex.page, i);
  CHECK(shown == 1);
}

TEST_CASE("an image that a server draws from LaTeX is a formula") {
  CHECK(latex_of_image("<img src='https://z.example/equation?tex=x%5E2+%2B1&amp;a=b' alt=formula>") == "x^2 +1");
  CHECK(latex_of_image("<img src='https://latex.codecogs.com/svg.image?%5Cfrac%7Ba%7D%7Bb%7D'>") == "\\frac{a}{b}");
  CHECK(latex_of_image("<img src='https://z.example/equation.png?id=x' alt=x>").empty());
  CHECK(latex_of_image("<img src='https://z.example/equation?tex=%00' alt=x>").empty());
}

TEST_CASE("what shows a formula is left out only where the page holds the formula otherwise") {
  const Formula both(
      "<p><span class=katex><span class=k><math><mi>x</mi></math></span><span class=katex-html>x</span></span>");
  std::uint32_t shown = both.node;
  while (both.page.attribute(shown, pith::page::AttributeName::class_) != "katex-html") ++shown;
  CHECK(pith::blocks::shows_formula_again(both.page, shown));
  CHECK_FALSE(pith::blocks::is_only_form(both.page, shown));

  const Formula alone("<p><span class=katex-html>x</span> is <b>1</b>", Tag::span);
  CHECK_FALSE(pith::blocks::shows_formula_again(alone.page, alone.node));
  CHECK(pith::blocks::is_only_form(alone.page, alone.node));
}

TEST_CASE("the formula of a tool's element is its math, when there is nothing else to read") {
  const Formula tool("<p><mjx-container class=MathJax><mjx-a></mjx-a><math><mi>x</mi></math></mjx-container>",
                     Tag::custom);
  CHECK(pith::blocks::formula_of_tool(tool.page, tool.node) == tool.node + 2);
  const Formula text("<p><mjx-container class=MathJax>see <math><mi>x</mi></math></mjx-container>", Tag::custom);
  CHECK(pith::blocks::formula_of_tool(text.page, text.node) == 0);
  const Formula box("<my-box class=wide><math><mi>x</mi></math></my-box>", Tag::custom);
  CHECK(pith::blocks::formula_of_tool(box.page, box.node) == 0);
}

TEST_CASE("an element may say itself which formula it shows") {
  const Formula told("<p><span data-tex='\\(x^2\\)'><svg></svg></span>", Tag::span);
  CHECK(pith::blocks::told_latex(told.page, told.node) == "x^2");
  const Formula silent("<p><span class=math>x</span>", Tag::span);
  CHECK(pith::blocks::told_latex(silent.page, silent.node).empty());
  CHECK(latex_of_image("<img data-formula='x_1' alt='[formula]' src='x.png'>") == "x_1");
}

TEST_CASE("of MathML without its tags the last part is the formula") {
  const auto latex = [](const std::string& text) {
    const Formula formula("<p><span class=katex-mathml>" + text + "</span>", Tag::span);
    return std::string(pith::blocks::latex_in_text(formula.page, formula.node));
  };
  CHECK(latex("\n  \n   x\n   2\n  \n \n  x^2\n \n") == "x^2");
  CHECK(latex("x\n2").empty());
  CHECK(latex("x <b>2</b>\n\nx^2").empty());
}

TEST_CASE("a style that ends where the formula begins is no part of it") {
  CHECK(latex_of_image("<img class=tex alt='\\displaystyle=b' src=x.png>") == "=b");
  CHECK(latex_of_image("<img class=tex alt='\\displaystylex' src=x.png>") == "\\displaystylex");
}
