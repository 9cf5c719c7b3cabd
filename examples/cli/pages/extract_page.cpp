#include "pages/extract_page.hpp"

#include <new>

#include "exit_codes.hpp"
#include "explain_report/report.hpp"
#include "files/read_file.hpp"
#include "files/say.hpp"
#include "pages/explain_json.hpp"
#include "pages/file_name.hpp"

namespace pages {
namespace {

std::string print(const pith::Article& article, const Arguments& arguments, const std::string& name) {
  const cli::RenderingStyle& style = arguments.extraction.style;
  if (arguments.format == cli::Format::json) return pith::to_json(article, pith::JsonLayout::indented, style.origins);
  std::string rendered = cli::render(article, arguments.format, style);
  if (arguments.format != cli::Format::jsonl) return rendered;
  // {"verdict":... becomes {"file":NAME,"verdict":...
  return "{\"file\":" + json_name(name) + "," + rendered.substr(1) + "\n";
}

std::string print(const pith::Explanation& explanation, const Arguments& arguments, const std::string& name) {
  const bool is_json = arguments.format == cli::Format::json || arguments.format == cli::Format::jsonl;
  if (is_json) return explain_json(explanation, name, arguments.format);
  if (arguments.format == cli::Format::html) return report::to_html(explanation);
  const auto detail = arguments.evidence ? pith::ExplainDetail::evidence : pith::ExplainDetail::blocks;
  if (!explanation.blocks.empty()) return pith::to_text(explanation, detail);
  return std::string("no blocks: ") + pith::name_of(explanation.article.verdict) + "\n";
}

/// What the second side has that the first one has not: "complete", "a.tsv, b.tsv".
std::string second_name(const Arguments& arguments) {
  std::string name = arguments.other_leaning ? pith::name_of(*arguments.other_leaning) : "";
  for (const std::string& file : arguments.other_rules) name += (name.empty() ? "" : ", ") + file;
  return name;
}

std::string compare(PageReaders& readers, const Arguments& arguments, const pith::Source& source,
                    const pith::Explanation& first) {
  const pith::Explanation second = readers.second->explain(source);
  const bool is_leaning = arguments.other_leaning.has_value();
  const char* const name = is_leaning ? pith::name_of(arguments.extraction.options.leaning) : "as it is";
  return report::to_html({name, first}, {second_name(arguments), second});
}

/// What is to be printed of which input, and where to.
struct PrintedPage {
  const Arguments& arguments;
  const PageInput& input;
  Printed& printed;
};

std::string shown_name(const std::string& name) {
  return name == "-" ? "standard input" : name;
}

/// What the reader of the output would miss without knowing, one message each.
void tell_of_losses(const pith::Article& article, const std::string& name, std::vector<std::string>& messages) {
  for (const pith::Notice& notice : article.notices) {
    if (notice.code == pith::NoticeCode::blocks_truncated)
      messages.push_back(shown_name(name) + ": too many blocks; the last " + std::to_string(notice.count) +
                         " were left out");
  }
}

pith::Source source_of(const cli::FileBytes& file, const Arguments& arguments, const PageInput& input) {
  return {.bytes = file.bytes,
          .url = input.url,
          .content_type = {},
          .kind = arguments.extraction.kind,
          .encoding = arguments.encoding,
          .fetched_at = arguments.fetched_at,
          .expect = arguments.extraction.expect,
          .known_title = arguments.known_title};
}

/// Prints the article of a file, or explains it. Gives the file's memory back before: that of large pages counts.
void print_article(cli::FileBytes file, PageReaders& readers, const PrintedPage& page) {
  const auto& [arguments, input, printed] = page;
  const pith::Source source = source_of(file, arguments, input);
  pith::Verdict verdict{};
  bool is_empty = false;
  const auto note = [&](const pith::Article& article) {
    tell_of_losses(article, page.input.name, page.printed.messages);
    verdict = article.verdict;
    is_empty = article.empty();
  };
  if (arguments.explain || arguments.evidence) {
    const pith::Explanation explanation = readers.first.explain(source);
    note(explanation.article);
    printed.output =
        readers.second ? compare(readers, arguments, source, explanation) : print(explanation, arguments, input.name);
  } else {
    const pith::Article article = readers.first.extract(source);
    file = {};
    note(article);
    printed.output = print(article, arguments, input.name);
  }
  if (!is_empty) return;
  printed.messages.push_back(shown_name(input.name) + ": no article (" + pith::name_of(verdict) + ")");
  printed.exit_code = cli::exit_no_article;
}

Printed unreadable(const PageInput& input, const std::string& reason) {
  return {.output = {},
          .messages = {"cannot read " + shown_name(input.name) + ": " + reason},
          .exit_code = cli::exit_usage_or_io,
          .was_read = false};
}

Printed read_and_print(PageReaders& readers, const Arguments& arguments, const PageInput& input) {
  const std::size_t limit = readers.first.options().limits.max_input_bytes;
  cli::FileBytes file = cli::read_file(input.name, limit);
  if (!file.error.empty()) return unreadable(input, file.error);
  Printed printed;
  printed.was_read = true;
  if (file.was_cut)
    printed.messages.push_back(shown_name(input.name) + ": only the first " + std::to_string(limit) +
                               " bytes were read");
  print_article(std::move(file), readers, {arguments, input, printed});
  return printed;
}

}  // namespace

Printed extract_page(PageReaders& readers, const Arguments& arguments, const PageInput& input) {
  try {
    return read_and_print(readers, arguments, input);
  } catch (const std::bad_alloc&) {
    return unreadable(input, "out of memory");  // the next page may be smaller
  }
}

}  // namespace pages
