/// Exit codes of all verbs, told in their --help and in README.md.
#pragma once

namespace cli {

inline constexpr int exit_done = 0;            ///< `pith FILE...`: and every input had an article
inline constexpr int exit_no_article = 1;      ///< `pith FILE...`: some input had none
inline constexpr int exit_input_left_out = 1;  ///< `pith batch`: done, but for an input that pith cannot read
inline constexpr int exit_usage_or_io = 2;     ///< wrong usage, or something could not be read or written
inline constexpr int exit_cannot_write = 3;    ///< `pith batch`: the output; the run can be resumed
inline constexpr int exit_input_lost = 4;      ///< `pith batch`: an input that was there; the run can be resumed
inline constexpr int exit_signal = 128;        ///< `pith batch`: plus the signal's number; the run can be resumed

}  // namespace cli
