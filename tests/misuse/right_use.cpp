#include <pith.hpp>

int main() {
  pith::Options options;
  options.leaning = pith::Leaning::precise;
  const auto rules = pith::load_rules("# pith phrases 1\n");
  if (!rules) return 1;
  pith::Extractor first(options, rules.value());
  pith::Extractor second(std::move(first));
  const pith::Article article = second.extract({.bytes = "text"});
  return static_cast<int>(pith::to_markdown(article, pith::Links::drop).size());
}
