/// Names of enumerators, both ways. Every enum of what comes out (pith/article.hpp) and of what is chosen (Leaning,
/// SourceKind, Expect) has stable lower-case names, those of its enumerators, as in JSON: name_of() gives them.
#pragma once

#include <optional>
#include <string_view>

namespace pith {

/// The enumerator of that name; nullopt when there is none. Case counts. Names of later versions are unknown here, so
/// what reads stored articles decides itself what to do with them:
///
///     const auto category = pith::from_name<pith::Category>("hot_topics");
///
/// Constant time, for any thread. Other types do not compile.
template <typename Enum>
[[nodiscard]] std::optional<Enum> from_name(std::string_view name) noexcept = delete;

}  // namespace pith
