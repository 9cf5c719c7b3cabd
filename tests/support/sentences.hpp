/// Sentences of an article, each of ten words and more: what tests of the selection put on their pages.
#pragma once

namespace pith::test {

inline constexpr const char* flood =
    "The river rose by two metres overnight, and the lower town had to be cleared before dawn, the mayor said.";
inline constexpr const char* rain =
    "Rain is expected until Sunday, and the level will not fall before then, as the office of waters announced.";
inline constexpr const char* school =
    "The school gym serves as a shelter until the bridges are open again, and volunteers bring soup and blankets.";
inline constexpr const char* more =
    "On Monday the council will vote on a new dam, which the villages upstream have asked for since the last flood.";

}  // namespace pith::test
