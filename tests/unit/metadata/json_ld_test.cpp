#include "support/metadata_cases.hpp"

TEST_CASE("JSON-LD describes the article among all things of a page") {
  pith::test::check_pages("json_ld");
}

TEST_CASE("floods of references, descriptions and addresses are read to their end") {
  // Each once cost a walk through the whole tree, or a copy of a long address; the time is bounded by the test's
  // timeout alone.
  std::string references = R"({"@type":"Article","author":[)";
  for (int i = 0; i < 16'000; ++i) references += "{\"@id\":\"#" + std::to_string(i) + "\"},";
  references += R"({"@id":"#mira"}]},{"@id":"#mira","name":"Mira Holt"})";
  const std::string description = R"({"@type":"WebPage","publisher":{"@id":"#x"},"url":"/a"},)";
  std::string descriptions;
  for (int i = 0; i < 8'000; ++i) descriptions += description;
  std::string addresses = R"({"@type":"Article","author":[)";
  for (int i = 0; i < 10'000; ++i) addresses += "{\"name\":\"x\",\"url\":\"/" + std::to_string(i) + "\"},";

  const auto collect = [](const std::string& json, const std::string& head = {}) {
    const std::string html = head + "<script type=\"application/ld+json\">[" + json + "]</script><h1>A lock</h1>";
    return pith::test::MetadataPage(html).collect();
  };
  CHECK(pith::test::joined(collect(references).authors) == "Mira Holt");
  CHECK(collect(addresses).author_urls.size() <= 200);
  const std::string long_base = "<base href=\"https://a.example/" + std::string(1'000'000, 'x') + "/\">";
  CHECK(collect(descriptions, long_base).site_name.empty());
}
