/// Pages as a crawl finds them, made up: sites with templates and languages of their own, pages with sizes and
/// boilerplate like real ones. The same seed gives the same crawl on every machine.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace support {

struct CrawledPage {
  std::string url;
  std::string html;
};

class Crawl {
 public:
  /// `sentences_path` names crawl_sentences.tsv.
  Crawl(const std::string& sentences_path, std::uint64_t seed);

  /// Any page of the endless crawl.
  [[nodiscard]] CrawledPage page(std::uint64_t number) const;

 private:
  class Dice;
  struct Site;

  [[nodiscard]] Site site_of(std::uint64_t number) const;
  void add_head(const Site& site, const std::string& title, Dice& dice, std::string& out) const;
  void add_menu(const Site& site, Dice& dice, std::string& out) const;
  void add_article(const Site& site, const std::string& title, Dice& dice, std::string& out) const;
  void add_related(const Site& site, Dice& dice, std::string& out) const;
  [[nodiscard]] std::string sentence(const Site& site, Dice& dice) const;

  std::vector<std::string> languages_;
  std::map<std::string, std::vector<std::string>> sentences_;
  std::uint64_t seed_;
};

}  // namespace support
