#include "support/crawl.hpp"

#include <algorithm>
#include <fstream>

namespace support {

/// SplitMix64: the same everywhere, unlike the distributions of <random>.
class Crawl::Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  /// 0 to `count` - 1.
  std::uint64_t roll(std::uint64_t count) {
    std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return (mixed ^ (mixed >> 31U)) % count;
  }

  /// Mostly near `low`, seldom many times that: as the sizes of pages are.
  std::uint64_t skewed(std::uint64_t low) {
    std::uint64_t value = low / 2 + roll(low);
    while (roll(4) == 0 && value < 40 * low) value *= 2;
    return value;
  }

 private:
  std::uint64_t state_;
};

struct Crawl::Site {
  std::string host;
  std::string language;
  std::string content_class;
  std::uint64_t menu_links = 0;
  std::uint64_t script_bytes = 0;
  std::uint64_t article_sentences = 0;
  std::uint64_t related_links = 0;
};

Crawl::Crawl(const std::string& sentences_path, std::uint64_t seed) : seed_(seed) {
  std::ifstream file(sentences_path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || line.starts_with('#')) continue;
    const std::string language = line.substr(0, tab);
    if (sentences_[language].empty()) languages_.push_back(language);
    sentences_[language].push_back(line.substr(tab + 1));
  }
}

Crawl::Site Crawl::site_of(std::uint64_t number) const {
  Dice dice(seed_ ^ (number * 0x5851F42D4C957F2DU));
  static const std::vector<std::string> classes = {"article-body", "post", "entry-content", "main", "c-7f3"};
  Site site;
  site.host = "https://site" + std::to_string(number) + ".example";
  site.language = languages_[dice.roll(languages_.size())];
  site.content_class = classes[dice.roll(classes.size())];
  site.menu_links = dice.skewed(40);
  site.script_bytes = dice.skewed(20'000);
  site.article_sentences = dice.skewed(30);
  site.related_links = dice.skewed(15);
  return site;
}

std::string Crawl::sentence(const Site& site, Dice& dice) const {
  const std::vector<std::string>& all = sentences_.at(site.language);
  return all[dice.roll(all.size())];
}

void Crawl::add_head(const Site& site, const std::string& title, Dice& dice, std::string& out) const {
  out += "<!doctype html><html lang=\"" + site.language + "\"><head><meta charset=\"utf-8\"><title>" + title +
         "</title><meta name=\"description\" content=\"" + sentence(site, dice) + "\"><script>";
  const std::uint64_t bytes = site.script_bytes / 2 + dice.roll(site.script_bytes);
  while (out.size() < bytes) out += "window.q=window.q||[];q.push(['e'," + std::to_string(dice.roll(1'000'000)) + "]);";
  out += "</script><style>.nav a{color:#036;padding:0 4px}.teaser{float:left}</style></head><body>";
}

void Crawl::add_menu(const Site& site, Dice& dice, std::string& out) const {
  out += "<div class=\"nav\"><ul>";
  for (std::uint64_t i = 0; i < site.menu_links; ++i) {
    const std::string words = sentence(site, dice);
    out += "<li class=\"nav-item\"><a href=\"" + site.host + "/section/" + std::to_string(i) + "\">" +
           words.substr(0, words.find(' ')) + "</a></li>";
  }
  out += "</ul></div>";
}

void Crawl::add_article(const Site& site, const std::string& title, Dice& dice, std::string& out) const {
  out += "<div class=\"" + site.content_class + "\"><h1>" + title + "</h1>";
  for (std::uint64_t left = 1 + dice.skewed(site.article_sentences); left > 0;) {
    const std::uint64_t count = std::min<std::uint64_t>(left, 2 + dice.roll(5));
    out += "<p>";
    for (std::uint64_t i = 0; i < count; ++i) out += sentence(site, dice) + " ";
    out += "</p>\n";
    if (dice.roll(6) == 0)
      out += "<div class=\"ad\"><ins data-slot=\"" + std::to_string(dice.roll(9999)) + "\"></ins></div>";
    left -= count;
  }
  out += "</div>";
}

void Crawl::add_related(const Site& site, Dice& dice, std::string& out) const {
  out += "<aside class=\"related\"><h3>+</h3>";
  for (std::uint64_t i = 0; i < site.related_links; ++i) {
    // One roll a statement: within one, compilers choose the order.
    const std::string page = std::to_string(dice.roll(100'000));
    const std::string image = std::to_string(dice.roll(100'000));
    const std::string text = sentence(site, dice);
    out += "<div class=\"teaser\"><a href=\"/a/" + page + "\"><img src=\"/i/" + image + ".jpg\" alt=\"\"><span>" +
           text + "</span></a></div>";
  }
  out += "</aside><footer><a href=\"/imprint\">" + site.host + "</a> &copy; 2024</footer></body></html>";
}

CrawledPage Crawl::page(std::uint64_t number) const {
  Dice dice(seed_ + number * 0x2545F4914F6CDD1DU);
  // Some sites have thousands of pages, most have few.
  const std::uint64_t site_number = dice.roll(1 + dice.roll(1 + dice.roll(500)));
  const Site site = site_of(site_number);
  const std::string title = sentence(site, dice) + " " + std::to_string(number);
  CrawledPage page;
  page.url = site.host + "/a/" + std::to_string(number);
  add_head(site, title, dice, page.html);
  add_menu(site, dice, page.html);
  add_article(site, title, dice, page.html);
  add_related(site, dice, page.html);
  return page;
}

}  // namespace support
