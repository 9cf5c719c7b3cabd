/// What pith exports, and a word for compilers that watch lifetimes: the only macros of the public headers. Reads as C.
///
/// Define PITH_API as nothing before the first include, in all files, to keep the names of a static or single-file pith
/// out of what your own shared library exports.
#pragma once

#ifndef PITH_API
#if defined(__GNUC__) || defined(__clang__)
#define PITH_API __attribute__((visibility("default")))
#else
#define PITH_API
#endif
#endif

/// After a parameter: what is made keeps a view of it. clang++ warns where a temporary would be viewed.
#if defined(__clang__) && defined(__cplusplus)
#define PITH_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define PITH_LIFETIMEBOUND
#endif
