/// What holds of every resolved reference: it resolves to itself, stays on the host of its page unless it names
/// another, and has no dots left to resolve.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "metadata/metadata.hpp"

namespace pith::test {

/// "https://a.example" of "https://a.example/b"; empty where there is none.
inline std::string_view origin_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  return url.substr(0, url.find_first_of("/?#", scheme + 3));
}

inline std::string_view path_of_url(std::string_view url) {
  const std::string_view rest = url.substr(origin_of(url).size());
  return rest.substr(0, rest.find_first_of("?#"));
}

inline bool has_dot_segment(std::string_view path) {
  for (const std::string_view dots : {"/.", "/.."}) {
    for (std::size_t at = path.find(dots); at != std::string_view::npos; at = path.find(dots, at + 1)) {
      const std::size_t end = at + dots.size();
      if (end == path.size() || path[end] == '/') return true;
    }
  }
  return false;
}

/// Whether a reference names a scheme or a host.
inline bool names_a_host(std::string_view reference) {
  const std::size_t colon = reference.find(':');
  return reference.starts_with("//") || (colon != std::string_view::npos && colon < reference.find_first_of("/?#"));
}

/// Of a base with scheme and host, and a reference to a path on it.
inline std::string broken_path_promise(std::string_view base, std::string_view reference) {
  const std::string resolved = metadata::resolve_url(base, reference);
  if (origin_of(resolved) != origin_of(base)) return "a path leads to another host: " + resolved;
  const bool has_path = !reference.empty() && reference.front() != '?' && reference.front() != '#';
  if (has_path && has_dot_segment(path_of_url(resolved))) return "dots are left: " + resolved;
  const std::string_view rest = std::string_view(resolved).substr(origin_of(resolved).size());
  if (!has_path || rest.starts_with("//")) return {};
  return metadata::resolve_url(base, rest) == resolved ? "" : "its path resolves to another: " + resolved;
}

/// The first line is the base, the rest the reference.
inline std::string broken_url_promise(std::string_view bytes) {
  const std::size_t line_end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view base = bytes.substr(0, line_end);
  const std::string_view reference = bytes.substr(std::min(line_end + 1, bytes.size()));
  const std::string resolved = metadata::resolve_url(base, reference);
  if (metadata::resolve_url(base, resolved) != resolved) return "resolved twice it is another: " + resolved;
  if (metadata::resolve_url(resolved, resolved) != resolved && resolved.find("://") != std::string::npos)
    return "resolved against itself it is another: " + resolved;
  const std::string sane_base = "https://herald.example/a/b?" + std::string(base);
  return names_a_host(reference) ? "" : broken_path_promise(sane_base, reference);
}

}  // namespace pith::test
