#include <pith.hpp>

/// Whatever is still there when it is read may be viewed, and members may be left out.
pith::Source sources(const std::string& body, std::string_view part, const char* literal) {
  pith::Source source{.bytes = body, .url = "https://herald.example/a"};
  source = {.bytes = part, .kind = pith::SourceKind::html};
  source.content_type = literal;
  return source;
}

int main() {
  const pith::Options options{.leaning = pith::Leaning::precise, .limits = {.max_depth = 100}};
  const auto rules = pith::load_rules("# pith phrases 1\n");
  if (!rules) return 1;
  pith::Extractor first(options, *rules);
  pith::Extractor second(std::move(first));
  const pith::Article article = second.extract({.bytes = "text"});
  if (article != second.extract("text")) return 1;
  const std::string body = "text";
  if (article != second.extract(sources(body, body, "text/html"))) return 1;
  return static_cast<int>(pith::to_markdown(article, pith::Links::drop).size());
}
