#include "blocks/mathml.hpp"

#include <doctest/doctest.h>

#include <string>

#include "html/html.hpp"

namespace {

std::string latex(const std::string& mathml, const std::string& attributes = "") {
  const std::string html = "<p><math" + attributes + ">" + mathml + "</math></p>";
  auto scratch = pith::html::make_html_scratch();
  std::vector<pith::Notice> notices;
  pith::page::Page page;
  REQUIRE(pith::html::read_html(html, pith::Limits{}, *scratch, page, notices));
  std::uint32_t node = 0;
  while (page.nodes[node].tag != pith::page::Tag::math) ++node;
  return pith::blocks::latex_of_mathml(page, node);
}

const std::string matrix_of_two = "<mtable><mtr><mtd><mn>1</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd></mtr></mtable>";

}  // namespace

TEST_CASE("letters are drawn as the page has them") {
  CHECK(latex("<mi mathvariant=double-struck>R</mi><mo>=</mo><mi mathvariant=bold>x</mi>") ==
        "\\mathbb{R}=\\mathbf{x}");
  CHECK(latex("<mi mathvariant=normal>d</mi><mi>t</mi>") == "\\mathrm{d}t");
  CHECK(latex("<mi mathvariant=normal>&infin;</mi>") == "\\infty");
  CHECK(latex("<mi mathvariant=bold>&alpha;</mi><mi>x</mi>") == "\\boldsymbol{\\alpha}x");
  // By code points of their own: bold x, italic x, double-struck 1, bold alpha, script B.
  CHECK(latex("<mi>&#x1D431;</mi><mi>&#x1D465;</mi><mn>&#x1D7D9;</mn>") == "\\mathbf{x}x\\mathbb{1}");
  CHECK(latex("<mi>&#x1D6C2;</mi><mi>&#x212C;</mi>") == "\\boldsymbol{\\alpha}\\mathcal{B}");
  CHECK(latex("<mi>&#x1D6DB;</mi><mi>&#x1D6DE;</mi>") == "\\boldsymbol{\\partial}\\boldsymbol{\\varkappa}");
  CHECK(latex("<mi>&#x1D431;&#x1D432;</mi>") == "\\mathbf{xy}");
  CHECK(latex("<msup><mi mathvariant=double-struck>R</mi><mi>n</mi></msup>") == "\\mathbb{R}^n");
}

TEST_CASE("fences and what parts their terms are the page's") {
  CHECK(latex("<mfenced><mi>x</mi><mi>y</mi></mfenced>") == "\\left(x,y\\right)");
  CHECK(latex("<mfenced open='[' close=')' separators=';'><mn>0</mn><mn>1</mn></mfenced>") == "\\left[0;1\\right)");
  CHECK(latex("<mfenced open='{' close='' separators=''><mi>x</mi><mi>y</mi></mfenced>") == "\\left\\{xy\\right.");
}

TEST_CASE("a matrix between fences is LaTeX's own kind of matrix") {
  const std::string rows = "1 \\\\ 0 ";
  CHECK(latex("<mo>(</mo>" + matrix_of_two + "<mo>)</mo><mi>x</mi>") == "\\begin{pmatrix} " + rows + "\\end{pmatrix}x");
  CHECK(latex("<mfenced open='[' close=']'>" + matrix_of_two + "</mfenced>") ==
        "\\begin{bmatrix} " + rows + "\\end{bmatrix}");
  CHECK(latex("<mi>f</mi><mo>{</mo><mrow>" + matrix_of_two + "</mrow><mo></mo>") ==
        "f\\begin{cases} " + rows + "\\end{cases}");
  CHECK(latex("<mo>(</mo>" + matrix_of_two + "<mo>]</mo>") == "(\\begin{matrix} " + rows + "\\end{matrix}]");
}

TEST_CASE("equations one below the other are aligned, and keep their numbers") {
  CHECK(latex("<mtable columnalign='right left'><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr>"
              "<mtr><mtd></mtd><mtd><mo>=</mo><mi>c</mi></mtd></mtr></mtable>") ==
        "\\begin{aligned} a & =b \\\\  & =c \\end{aligned}");
  CHECK(latex("<mtable><mlabeledtr><mtd><mtext>(1)</mtext></mtd><mtd><mi>a</mi></mtd></mlabeledtr></mtable>") ==
        "a \\tag{1}");
  CHECK(latex("<mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable>") == "a");
}

TEST_CASE("what stands below an operator are its limits, below others it stands under them") {
  CHECK(latex("<munder><mo>lim</mo><mi>x</mi></munder>") == "\\lim_x");
  CHECK(latex("<munder><mi>argmax</mi><mi>x</mi></munder>") == "\\operatorname*{argmax}_x");
  CHECK(latex("<munderover><mo>&#x22C3;</mo><mi>i</mi><mi>n</mi></munderover>") == "\\bigcup_i^n");
  CHECK(latex("<munder><mi>x</mi><mi>y</mi></munder>") == "\\underset{y}{x}");
  CHECK(latex("<munder><munder><mrow><mi>a</mi><mi>b</mi></mrow><mo>&#x23DF;</mo></munder><mi>n</mi></munder>") ==
        "\\underbrace{ab}_n");
  CHECK(latex("<munder><munder><mo>&sum;</mo><mi>i</mi></munder><mi>j</mi></munder>") == "\\underset{j}{\\sum_i}");
}

TEST_CASE("accents have their commands, whichever character draws them") {
  CHECK(latex("<mover><mi>x</mi><mo>&#x2C7;</mo></mover>") == "\\check{x}");
  CHECK(latex("<mover><mi>x</mi><mo>&#x303;</mo></mover>") == "\\tilde{x}");
  CHECK(latex("<munder><mi>x</mi><mo>&#x332;</mo></munder>") == "\\underline{x}");
}

TEST_CASE("scripts may stand before what they are put at") {
  CHECK(latex("<mmultiscripts><mi>X</mi><mi>c</mi><mi>d</mi><mprescripts/><mi>a</mi><none/></mmultiscripts>") ==
        "{}_aX_c^d");
}

TEST_CASE("what LaTeX reads as its own signs has a backslash") {
  CHECK(latex("<mi>a</mi><mo>&amp;</mo><mi>b</mi><mo>_</mo><mn>5</mn><mo>$</mo>") == "a\\&b\\_5\\$");
  CHECK(latex("<mtext>5 % of a_b</mtext>") == "\\text{5 \\% of a\\_b}");
}

TEST_CASE("a fraction without a line is none") {
  CHECK(latex("<mfrac linethickness=0><mi>n</mi><mi>k</mi></mfrac>") == "{n \\atop k}");
  CHECK(latex("<mfrac linethickness=0.5pt><mi>n</mi><mi>k</mi></mfrac>") == "\\frac{n}{k}");
}
