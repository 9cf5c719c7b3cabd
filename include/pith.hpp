/// pith: the article, without the peel.
///
/// One include for everything. A page in, its article out:
///
///     const pith::Article article = pith::extract("<html>...");
///     std::puts(pith::to_text(article).c_str());
///
/// The version below is the only place that states it; CMake reads it from here.
#pragma once

#include <pith/export.h>
#include <pith/article.hpp>
#include <pith/explain.hpp>
#include <pith/extractor.hpp>
#include <pith/names.hpp>
#include <pith/options.hpp>
#include <pith/render.hpp>
#include <pith/result.hpp>
#include <pith/rules.hpp>
#include <pith/site.hpp>

namespace pith {

/// The version of the headers, "major.minor.patch" (semantic versioning).
inline constexpr char version[] = "0.1.0";

/// The version of the library that is linked, to be compared with `version`.
[[nodiscard]] PITH_API const char* library_version() noexcept;

}  // namespace pith
