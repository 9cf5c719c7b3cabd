#include <pith.hpp>

#include <cstdio>
#include <cstring>

int main() {
  const pith::Article article = pith::extract(
      "The river rose by two metres overnight, and the lower town had to be cleared before dawn by the firemen.\n\n"
      "Nobody was hurt, the mayor said, but the damage to the old market hall may cost the town several millions.\n");
  std::fputs(pith::to_text(article).c_str(), stdout);
  const bool has_dates = pith::to_string(pith::date_from_unix_time(1'711'181'700)) == "2024-03-23T08:15:00Z";
  return has_dates && std::strcmp(pith::version, pith::library_version()) == 0 && !article.empty() ? 0 : 1;
}
