// pith_endurance: what goes wrong only after a long time, or when much happens at once. Each verb prints what it did,
// and fails when an answer is not the one that a fresh extractor gives alone, or when memory grows.
//   pith_endurance threads --threads 8 --count 10000   pages for each thread, rules being loaded all the while
//   pith_endurance forks --count 100                   children of a process whose threads extract
//   pith_endurance lives --count 10000                 extractors made, used once and freed
//   pith_endurance soak --megabytes 5000               pages through one extractor

#include <pith.hpp>

#include <sys/wait.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

#include "fuzz/flood.hpp"

namespace {

struct Choices {
  std::size_t threads = 8;
  std::size_t count = 100;
  std::size_t megabytes = 100;
  double most_growth = 8;  // of resident memory, in MB; 0: of no interest
};

/// An article of its own for each number, so that threads that mixed up their pages would be seen.
std::string article_page(std::size_t number) {
  const std::string name = std::to_string(number);
  std::string page =
      "<html><head><title>Report " + name + "</title></head><body><nav><a href='/'>Home</a></nav><article>";
  for (std::size_t paragraph = 0; paragraph < 3 + number % 7; ++paragraph) {
    page += "<p>The river rose by " + name + " metres in night " + std::to_string(paragraph) +
            ", and the <b>lower town</b> had to be cleared before dawn by the <a href=/b>fire brigade</a>.</p>";
  }
  return page + "<table><tr><td>" + name +
         "<td>metres</table></article><footer>All rights reserved.</footer></body></html>";
}

/// Articles, floods of markup and floods of text, in turn and of many sizes.
std::string page_number(std::size_t number) {
  if (number % 3 == 0) return article_page(number);
  const auto kind = number % 3 == 1 ? pith::test::FloodKind::html : pith::test::FloodKind::text;
  return pith::test::page_of(pith::test::make_flood(number, kind), 500 + number * 7919 % 60'000);
}

std::string answer(pith::Extractor& extractor, const std::string& page) {
  return pith::to_json(extractor.extract({.bytes = page, .url = "https://herald.example/"}),
                       pith::JsonLayout::one_line);
}

/// Resident memory in MB; 0 where that is not known.
double resident_megabytes() {
  std::FILE* const file = std::fopen("/proc/self/statm", "r");
  if (file == nullptr) return 0;
  long total = 0;
  long resident = 0;
  const bool is_read = std::fscanf(file, "%ld %ld", &total, &resident) == 2;
  std::fclose(file);
  return is_read ? static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6 : 0;
}

/// Prints memory now and then; the first tenth of the work may fill what is kept from page to page.
class MemoryWatch {
 public:
  explicit MemoryWatch(double most_growth) : most_growth_(most_growth) {}

  void look(double share_done) {
    if (share_done * 10 < static_cast<double>(looks_ + 1)) return;
    ++looks_;
    const double now = resident_megabytes();
    if (looks_ == 1) first_ = now;
    last_ = now;
    std::printf("%3.0f %%: %.1f MB resident\n", share_done * 100, now);
    std::fflush(stdout);
  }
  [[nodiscard]] bool is_flat() const { return most_growth_ == 0 || last_ - first_ <= most_growth_; }

 private:
  double most_growth_;
  int looks_ = 0;
  double first_ = 0;
  double last_ = 0;
};

constexpr std::size_t known_pages = 60;

/// Pages and what they give when nothing else happens.
struct Known {
  std::vector<std::string> pages;
  std::vector<std::string> answers;

  Known() {
    for (std::size_t number = 0; number < known_pages; ++number) {
      pith::Extractor fresh;
      pages.push_back(number % 3 == 0 ? article_page(number) : page_number(number).substr(0, 1500));
      answers.push_back(answer(fresh, pages.back()));
    }
  }
};

/// Loads rules, and uses them, until told to stop. Returns how often, or 0 when an answer was wrong.
std::size_t keep_loading(const Known& known, const std::atomic<bool>& stop) {
  std::size_t loads = 0;
  pith::Rules rules = pith::builtin_rules();
  while (!stop.load()) {
    const auto loaded =
        pith::load_rules("# pith phrases 1\napp_promo\tline\tZyx\n", loads % 8 == 0 ? pith::builtin_rules() : rules);
    if (!loaded) return 0;
    rules = *loaded;
    pith::Extractor extractor({}, rules);
    if (answer(extractor, known.pages[loads % known_pages]) != known.answers[loads % known_pages]) return 0;
    ++loads;
  }
  return loads;
}

int run_threads(const Choices& choices) {
  const Known known;
  std::atomic<std::size_t> wrong{0};
  std::atomic<bool> stop{false};
  std::atomic<std::size_t> loads{0};
  const pith::Rules shared = pith::builtin_rules();
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < choices.threads; ++thread) {
    threads.emplace_back([&known, &wrong, &choices, &shared, thread] {
      pith::Extractor extractor({}, shared);
      for (std::size_t i = 0; i < choices.count; ++i) {
        const std::size_t number = (i + thread * 7) % known_pages;
        if (answer(extractor, known.pages[number]) != known.answers[number]) ++wrong;
      }
    });
  }
  std::thread loader([&] { loads = keep_loading(known, stop); });
  for (std::thread& thread : threads) thread.join();
  stop = true;
  loader.join();
  std::printf("%zu threads of %zu pages, rules loaded %zu times meanwhile: %zu wrong answers\n", choices.threads,
              choices.count, loads.load(), wrong.load());
  return wrong == 0 && loads > 0 ? 0 : 1;
}

int run_forks(const Choices& choices) {
  const Known known;
  std::atomic<bool> stop{false};
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 3; ++thread) threads.emplace_back([&] { (void)keep_loading(known, stop); });
  std::size_t wrong = 0;
  pith::Extractor made_before;
  for (std::size_t i = 0; i < choices.count; ++i) {
    const std::size_t number = i % known_pages;
    const pid_t child = fork();
    if (child == 0) {
      pith::Extractor fresh;
      const bool is_right = answer(made_before, known.pages[number]) == known.answers[number] &&
                            answer(fresh, known.pages[number]) == known.answers[number];
      _exit(is_right ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    if (status != 0) ++wrong;
  }
  stop = true;
  for (std::thread& thread : threads) thread.join();
  std::printf("%zu children of a process whose threads load rules and extract: %zu wrong\n", choices.count, wrong);
  return wrong == 0 ? 0 : 1;
}

int run_lives(const Choices& choices) {
  const Known known;
  MemoryWatch memory(choices.most_growth);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < choices.count; ++i) {
    pith::Extractor extractor;
    if (answer(extractor, known.pages[i % known_pages]) != known.answers[i % known_pages]) ++wrong;
    memory.look(static_cast<double>(i + 1) / static_cast<double>(choices.count));
  }
  std::printf("%zu extractors made, used and freed: %zu wrong answers%s\n", choices.count, wrong,
              memory.is_flat() ? "" : ", memory GROWS");
  return wrong == 0 && memory.is_flat() ? 0 : 1;
}

int run_soak(const Choices& choices) {
  constexpr std::size_t prepared_pages = 400;
  std::vector<std::string> pages;
  for (std::size_t number = 0; number < prepared_pages; ++number) pages.push_back(page_number(number));
  MemoryWatch memory(choices.most_growth);
  pith::Extractor extractor;
  const double wanted = static_cast<double>(choices.megabytes) * 1e6;
  double done = 0;
  std::size_t written = 0;
  std::size_t count = 0;
  for (; done < wanted; ++count) {
    const std::string& page = pages[count % prepared_pages];
    written += answer(extractor, page).size();
    done += static_cast<double>(page.size());
    memory.look(done / wanted);
  }
  const auto seconds = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
  std::printf("%.0f MB in %zu pages through one extractor, %.0f MB out, %.0f s%s\n", done / 1e6, count,
              static_cast<double>(written) / 1e6, seconds, memory.is_flat() ? "" : ", memory GROWS");
  return memory.is_flat() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  Choices choices;
  CLI::App app("Uses pith for long and from many sides at once.");
  app.require_subcommand(1);
  const auto add_count = [&choices](CLI::App* verb) {
    verb->add_option("--count", choices.count, "how many")->check(CLI::PositiveNumber)->capture_default_str();
  };
  const auto add_growth = [&choices](CLI::App* verb) {
    verb->add_option("--most-growth", choices.most_growth, "MB of resident memory, 0: any")->capture_default_str();
  };
  CLI::App* const threads = app.add_subcommand("threads", "pages in many threads while rules are loaded");
  threads->add_option("--threads", choices.threads, "how many")->check(CLI::PositiveNumber)->capture_default_str();
  CLI::App* const forks = app.add_subcommand("forks", "children forked amid extractions");
  CLI::App* const lives = app.add_subcommand("lives", "extractors made, used once and freed");
  CLI::App* const soak = app.add_subcommand("soak", "many pages through one extractor");
  soak->add_option("--megabytes", choices.megabytes, "of pages")->check(CLI::PositiveNumber)->capture_default_str();
  for (CLI::App* const verb : {threads, forks, lives}) add_count(verb);
  for (CLI::App* const verb : {lives, soak}) add_growth(verb);
  CLI11_PARSE(app, argc, argv);
  if (threads->parsed()) return run_threads(choices);
  if (forks->parsed()) return run_forks(choices);
  return lives->parsed() ? run_lives(choices) : run_soak(choices);
}
