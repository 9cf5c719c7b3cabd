// Writes a generated crawl to standard output, for load tests and for trying things at any size.
//   pith_crawl --pages 2000 --to warc.gz > crawl.warc.gz

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "support/crawl.hpp"
#include "support/warc_writer.hpp"

namespace {

struct Form {
  bool is_json = false;
  streams::Coding coding = streams::Coding::identity;
  bool is_one_member = false;
};

Form form_of(const std::string& name) {
  Form form;
  form.is_json = name.starts_with("jsonl");
  if (name.find(".gz") != std::string::npos) form.coding = streams::Coding::gzip;
  if (name.find(".zst") != std::string::npos) form.coding = streams::Coding::zstd;
  form.is_one_member = form.is_json || name.ends_with("-whole");
  return form;
}

std::string record_of(const support::CrawledPage& page, const Form& form) {
  if (form.is_json)
    return nlohmann::json({{"url", page.url}, {"html", page.html}})
               .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) +
           "\n";
  return support::to_warc(support::response_record(page.url, page.html));
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Writes a generated crawl to standard output", "pith_crawl");
  unsigned long long pages = 1000;
  unsigned long long seed = 1;
  std::string form_name = "warc.gz";
  app.add_option("--pages", pages, "how many");
  app.add_option("--seed", seed, "another crawl for each");
  app.add_option("--to", form_name, "form")
      ->check(CLI::IsMember({"warc", "warc.gz", "warc.gz-whole", "warc.zst", "jsonl", "jsonl.gz", "jsonl.zst"}));
  CLI11_PARSE(app, argc, argv);
  const Form form = form_of(form_name);
  const support::Crawl crawl(PITH_CRAWL_SENTENCES, seed);
  const auto encoder = streams::make_encoder(form.coding);
  std::string out;
  for (unsigned long long i = 0; i < pages; ++i) {
    encoder->encode(record_of(crawl.page(i), form), out);
    if (!form.is_one_member) encoder->end_member(out);
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) return 1;
    out.clear();
  }
  encoder->end_member(out);
  std::fwrite(out.data(), 1, out.size(), stdout);
  return std::fflush(stdout) == 0 ? 0 : 1;
}
