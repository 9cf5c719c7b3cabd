// Reference resolution of RFC 3986, section 5.2, on strings.

#include <algorithm>

#include "metadata/metadata.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

/// Length of "scheme:" at the start; 0 when there is none.
std::size_t scheme_length(std::string_view url) noexcept {
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    const bool letter = text::is_ascii_letter(c);
    if (c == ':') return i > 0 ? i + 1 : 0;
    if (!letter && (i == 0 || ((c < '0' || c > '9') && c != '+' && c != '-' && c != '.'))) return 0;
  }
  return 0;
}

/// Section 5.2.4.
std::string remove_dot_segments(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::size_t end = path.find('/', 1);
    const std::string_view segment = path.substr(0, end);
    path = end == std::string_view::npos ? std::string_view{} : path.substr(end);
    if (segment == "/..") {
      out.erase(std::min(out.rfind('/'), out.size()));
      if (path.empty()) out += '/';
    } else if (segment == "/.") {
      if (path.empty()) out += '/';
    } else {
      out += segment;
    }
  }
  return out;
}

}  // namespace

std::string base_url_of(const page::Page& page, std::string_view url) {
  constexpr std::size_t longest = 4096;  // bytes; servers refuse longer ones
  if (url.size() > longest) url = {};
  const std::string_view base = text::trim(page.base_url);
  return base.empty() || base.size() > longest ? std::string(url) : resolve_url(url, base);
}

std::string resolve_url(std::string_view base, std::string_view reference) {
  const std::size_t scheme = scheme_length(base);
  const bool hierarchical = scheme > 0 && base.substr(scheme, 2) == "//";
  if (!hierarchical || scheme_length(reference) > 0) return std::string(reference);
  const std::size_t host_end = std::min(base.find_first_of("/?#", scheme + 2), base.size());
  const std::string origin(base.substr(0, host_end));
  const std::string_view base_path = base.substr(host_end, base.find_first_of("?#", host_end) - host_end);
  if (reference.starts_with("//")) return std::string(base.substr(0, scheme)).append(reference);
  if (reference.empty()) return std::string(base.substr(0, base.find('#')));
  if (reference.front() == '#') return std::string(base.substr(0, base.find('#'))).append(reference);
  if (reference.front() == '?') return origin + std::string(base_path.empty() ? "/" : base_path).append(reference);
  const std::size_t path_end = std::min(reference.find_first_of("?#"), reference.size());
  std::string path(reference.substr(0, path_end));
  if (path.front() != '/') {
    const std::size_t slash = base_path.rfind('/');
    path = std::string(slash == std::string_view::npos ? "/" : base_path.substr(0, slash + 1)) + path;
  }
  return origin + remove_dot_segments(path) + std::string(reference.substr(path_end));
}

}  // namespace pith::metadata
