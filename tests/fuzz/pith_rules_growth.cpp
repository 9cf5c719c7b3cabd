// pith_rules_growth: rules files and models that aim at one part of the loader each, small and large. A byte of the
// large file may cost little more than one of the small file.
//   pith_rules_growth                                       from 64 KB to 1 MB, by processor time
//   pith_rules_growth --once                                loads each file once, for tests/bench/instructions.py grow
//   pith_rules_growth --write same_phrase --large 1000000   writes the file
//   pith_rules_growth FILE...                               loads files, for tests/bench/instructions.py count

#include <pith.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "support/fixtures.hpp"

/// Callgrind counts in here only (tests/bench/instructions.py knows the name). Whether the file was taken.
extern "C" [[gnu::noinline]] bool pith_counted_extraction(const std::string& file) {
  return pith::load_rules(file).has_value();
}

namespace {

/// A row is written over and over: `%` in it is the number of the repetition, `&` the same in letters.
struct Pack {
  const char* name;
  std::string first_lines;
  std::string row;
  std::string last_line = {};
  bool is_good = true;
};

std::string times(std::string_view text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

/// A tree of that many levels of splits.
std::string tree_of(int levels) {
  return levels == 0 ? "=% " : "0<% " + tree_of(levels - 1) + tree_of(levels - 1);
}

std::vector<Pack> packs() {
  const std::string phrases = "# pith phrases 1\n";
  const std::string model = "# pith model 1\nset\thtml\nfeature\twords\nfeature\tlinks\n";
  const std::string tree = "tree\t" + tree_of(6);
  return {{"phrases", phrases, "share\tline\tPass % it on & to friends\n"},
          {"same_phrase", phrases, "share\tline\tPass it on\n"},
          {"short_phrases", phrases, "share\tline\t&\n"},
          {"same_beginning", phrases, "share\tline\t" + times("pass it on ", 20) + "%\n"},
          {"long_rows", phrases, "share\tline\t" + times("pass it on ", 700) + "%\n"},
          {"alternatives", phrases, "share\tline\t(pass|hand)( it| this|) (on|over) &\n"},
          {"most_forms", phrases, "share\tline\t" + times("(a|b)", 8) + times("x", 200) + "&\n"},
          {"deep_groups", phrases, "related\theading\t(a|(b|(c|(d|e)))) & {words} news\n"},
          {"slots", phrases, "credit_line\tprefix\t{number} & {year} by & {date} in & {name}\n"},
          {"open_parentheses", phrases, "share\tline\t" + times("(", 8000) + "&\n"},
          {"empty_parentheses", phrases, "share\tline\t" + times("()", 4000) + "&\n"},
          {"open_braces", phrases, "share\tline\t" + times("{", 8000) + "&\n"},
          {"bars", phrases, "share\tline\tpass (" + times("|", 200) + "&)\n"},
          {"comments", phrases, "# no row at all %\n"},
          {"refused_at_the_end", phrases, "share\tline\tPass % it on &\n", "nonsense\n", false},
          {"attributes", "# pith attributes 1\n", "x&\tnav\n"},
          {"same_attribute", "# pith attributes 1\n", "navbar\tnav\n"},
          {"category_words", "# pith category words 1\n", "control\tcomments\tword &\n"},
          {"thread_marks", "# pith category words 1\n", "thread\tcomments\tanswers &\n"},
          {"announcements", "# pith category words 1\n", "announces\trelated\tmore from &\n"},
          {"line_patterns", "# pith line patterns 1\n", "everyday\tshare\tpass & * on (%|&)\n"},
          {"one_pair", "# pith line patterns 1\n", "everyday\tshare\tab\n"},
          {"small_trees", model, "tree\t0<% =1 1<% =2 =3\n"},
          {"large_trees", model, tree + "\n"},
          {"features", model, "feature\tlinks\n", "tree\t=1\n"},
          {"provenance", model, "provenance\tby hand %\n", "tree\t=1\n"}};
}

std::string letters_of(std::size_t number) {
  std::string out;
  for (; number > 0 || out.empty(); number /= 26) out += static_cast<char>('a' + number % 26);
  return out;
}

std::string file_of(const Pack& pack, std::size_t bytes) {
  std::string out = pack.first_lines;
  for (std::size_t number = 0; out.size() < bytes; ++number) {
    for (const char c : pack.row) {
      if (c == '%') {
        out += std::to_string(number);
      } else if (c == '&') {
        out += letters_of(number);
      } else {
        out += c;
      }
    }
  }
  // Trees end with their last leaf, not with a space.
  for (std::size_t at = out.find(" \n"); at != std::string::npos; at = out.find(" \n", at)) out.erase(at, 1);
  return out + pack.last_line;
}

struct Choices {
  std::size_t small = std::size_t{64} << 10;
  std::size_t large = std::size_t{1} << 20;
  double most_growth = 3;    // of the cost of a byte
  double least_cost = 0.02;  // microseconds a byte: what is cheaper at both ends has no growth to speak of
  std::string written;
  bool once = false;
  std::vector<std::string> files;
};

/// Processor time to load the file, in microseconds; the least of a few tries. Negative: not as it should be.
double time_of(const std::string& file, bool is_good) {
  constexpr int tries = 3;
  double least = 1e12;
  for (int i = 0; i < tries; ++i) {
    const std::clock_t began = std::clock();
    const bool is_taken = pith_counted_extraction(file);
    const auto took = static_cast<double>(std::clock() - began) * 1e6 / CLOCKS_PER_SEC;
    if (is_taken != is_good) return -1;
    least = std::min(least, took);
  }
  return least;
}

/// Of a byte of the file. The rules compiled in are copied for every load, which is no part of it.
double cost_of(const Pack& pack, std::size_t bytes, double for_nothing) {
  const std::string file = file_of(pack, bytes);
  const double took = time_of(file, pack.is_good);
  return took < 0 ? took : std::max(took - for_nothing, 0.0) / static_cast<double>(file.size());
}

int measure(const Choices& choices) {
  const double for_nothing = time_of("# pith phrases 1\n", true);
  int wrong = 0;
  const std::vector<Pack> all = packs();
  for (const Pack& pack : all) {
    const double small = cost_of(pack, choices.small, for_nothing);
    const double most = std::max(small, choices.least_cost) * choices.most_growth;
    double large = cost_of(pack, choices.large, for_nothing);
    for (int more = 0; more < 2 && large > most; ++more)
      large = std::min(large, cost_of(pack, choices.large, for_nothing));
    const bool is_fine = small >= 0 && large >= 0 && large <= most;
    wrong += is_fine ? 0 : 1;
    std::printf("%-20s %8.3f %8.3f us a byte%s\n", pack.name, small, large,
                is_fine ? "" : (small < 0 || large < 0 ? "  NOT TAKEN" : "  GROWS"));
    std::fflush(stdout);
  }
  std::printf("%zu rules files from %zu to %zu bytes: %d grow; nothing takes %.1f ms\n", all.size(), choices.small,
              choices.large, wrong, for_nothing / 1e3);
  return wrong == 0 ? 0 : 1;
}

/// Nothing, then each file small and large: the names, and the bytes.
int load_once(const Choices& choices) {
  int wrong = pith_counted_extraction("# pith phrases 1\n") ? 0 : 1;
  std::printf("nothing\t0\n");
  for (const Pack& pack : packs()) {
    for (const std::size_t bytes : {choices.small, choices.large}) {
      const std::string file = file_of(pack, bytes);
      wrong += pith_counted_extraction(file) == pack.is_good ? 0 : 1;
      std::printf("%s\t%zu\n", pack.name, file.size());
    }
  }
  return wrong == 0 ? 0 : 1;
}

int write(const Choices& choices) {
  for (const Pack& pack : packs()) {
    if (pack.name != choices.written) continue;
    const std::string file = file_of(pack, choices.large);
    return std::fwrite(file.data(), 1, file.size(), stdout) == file.size() ? 0 : 2;
  }
  std::fprintf(stderr, "pith_rules_growth: no file is named %s\n", choices.written.c_str());
  return 2;
}

int load(const std::vector<std::string>& files) {
  for (const std::string& name : files) {
    std::printf("%d\t%s\n", pith_counted_extraction(pith::test::read_file(name)) ? 1 : 0, name.c_str());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Choices choices;
  CLI::App app("Shows that what a rules file costs grows with its length, and no faster.");
  app.add_option("FILE", choices.files, "load these")->check(CLI::ExistingFile);
  app.add_option("--small", choices.small, "bytes of the small file")->capture_default_str();
  app.add_option("--large", choices.large, "bytes of the large file")->capture_default_str();
  app.add_option("--growth", choices.most_growth, "how many times dearer a byte of it may be")->capture_default_str();
  app.add_option("--least-cost", choices.least_cost, "microseconds a byte that count as nothing")
      ->capture_default_str();
  app.add_option("--write", choices.written, "write the large file of this name instead");
  app.add_flag("--once", choices.once, "load each file once and print its name and size");
  CLI11_PARSE(app, argc, argv);
  (void)pith::builtin_rules();
  if (!choices.files.empty()) return load(choices.files);
  if (choices.once) return load_once(choices);
  return choices.written.empty() ? measure(choices) : write(choices);
}
