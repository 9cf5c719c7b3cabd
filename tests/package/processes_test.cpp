// One set of rules in many threads, and a fork with extractors and rules in use.
#include <doctest/doctest.h>

#include <pith.hpp>

#include <pith/c.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <thread>
#include <vector>

namespace {

/// A page of its own per number, so that threads that mixed up their pages would be seen.
std::string page_of(int number) {
  const std::string name = std::to_string(number);
  std::string page =
      "<html><head><title>Report " + name + "</title></head><body><nav><a href='/'>Home</a></nav><article>";
  for (int paragraph = 0; paragraph < 4; ++paragraph) {
    page += "<p>The river rose by " + name + " metres in night " + std::to_string(paragraph) +
            ", and the lower town had to be cleared before dawn by the fire brigade of the valley.</p>";
  }
  return page + "</article><footer>Copyright 2024 Lower Valley Herald. All rights reserved.</footer></body></html>";
}

std::string answer(pith::Extractor& extractor, int number) {
  const std::string page = page_of(number);
  return pith::to_json(extractor.extract({.bytes = page, .url = "https://herald.example/"}));
}

/// In a child process: 0 when `extractor`, made before the fork, answers `expected` for page 7, as does a new one.
int answer_in_child(pith::Extractor& extractor, const std::string& expected) {
  if (answer(extractor, 7) != expected) return 1;
  pith::Extractor fresh;
  return answer(fresh, 7) == expected ? 0 : 2;
}

int exit_code_of(pid_t child) {
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("the first use of the built-in rules may be in many threads at once") {
  // First in this file: no other test has made the rules yet.
  std::vector<std::string> seen(8);
  std::vector<std::thread> threads;
  for (auto& mine : seen) {
    threads.emplace_back([&mine] {
      pith::Extractor extractor;
      mine = answer(extractor, 1);
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK_FALSE(seen.front().empty());
  for (const std::string& one : seen) CHECK(one == seen.front());
}

TEST_CASE("threads share one set of rules") {
  const auto loaded = pith::load_rules("# pith phrases 1\napp_promo\tline\tListen to us\tListen to us\t-\n");
  REQUIRE(loaded);
  constexpr int pages = 12;
  std::vector<std::string> expected;
  pith::Extractor alone({}, loaded.value());
  for (int number = 0; number < pages; ++number) expected.push_back(answer(alone, number));

  std::vector<std::vector<std::string>> found(4);
  std::vector<std::thread> threads;
  for (auto& mine : found) {
    threads.emplace_back([&mine, &loaded] {
      pith::Extractor extractor({}, loaded.value());
      for (int number = 0; number < pages; ++number) mine.push_back(answer(extractor, number));
    });
  }
  for (auto& thread : threads) thread.join();

  for (const auto& mine : found) CHECK(mine == expected);
}

TEST_CASE("an extractor may go from thread to thread") {
  pith::Extractor extractor;
  const std::string expected = answer(extractor, 3);
  std::string found;

  std::thread([&] { found = answer(extractor, 3); }).join();

  CHECK(found == expected);
}

TEST_CASE("C rules are shared by threads") {
  pith_rules* rules = pith_rules_new();
  std::vector<std::size_t> blocks(4);
  std::vector<std::thread> threads;
  for (auto& mine : blocks) {
    threads.emplace_back([&mine, rules] {
      const std::string page = page_of(1);
      pith_source source;
      pith_source_init(&source);
      source.bytes = page.data();
      source.bytes_length = page.size();
      pith_extractor* extractor = pith_extractor_new(nullptr, rules);
      pith_article* article = pith_extract(extractor, &source);
      mine = pith_article_block_count(article);
      pith_article_free(article);
      pith_extractor_free(extractor);
    });
  }
  for (auto& thread : threads) thread.join();
  pith_rules_free(rules);
  for (const std::size_t count : blocks) CHECK(count == 4);
}

TEST_CASE("a child after fork() goes on with what its parent made") {
  pith::Extractor extractor;
  const std::string expected = answer(extractor, 7);

  const pid_t child = fork();
  if (child == 0) _exit(answer_in_child(extractor, expected));

  CHECK(exit_code_of(child) == 0);
  CHECK(answer(extractor, 7) == expected);
}

// The C library's malloc is safe after fork() in a program with threads; those of the sanitizers are not.
TEST_CASE("a child forked while other threads extract is not blocked by them" * doctest::skip(PITH_SANITIZED)) {
  pith::Extractor extractor;
  const std::string expected = answer(extractor, 7);
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t) {
    threads.emplace_back([t] {
      pith::Extractor mine;
      for (int number = 0; number < 40; ++number) (void)answer(mine, t * 100 + number);
    });
  }

  std::vector<pid_t> children;
  for (int c = 0; c < 4; ++c) {
    const pid_t child = fork();
    if (child == 0) _exit(answer_in_child(extractor, expected));
    children.push_back(child);
  }

  for (const pid_t child : children) CHECK(exit_code_of(child) == 0);
  for (auto& thread : threads) thread.join();
}
