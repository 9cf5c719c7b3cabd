/// Exit codes of all verbs, told in their --help and in README.md.
#pragma once

namespace cli {

inline constexpr int exit_done = 0;         ///< `pith FILE...`: and every input had an article
inline constexpr int exit_no_article = 1;   ///< `pith FILE...`: some input had none
inline constexpr int exit_usage_or_io = 2;  ///< wrong usage, or something could not be read or written

}  // namespace cli
