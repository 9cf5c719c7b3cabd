#include "records/merge_objects.hpp"

#include <simdjson.h>

#include <algorithm>
#include <vector>

#include "records/json_text.hpp"

namespace records {
namespace {

struct Member {
  std::string name;
  std::string raw;
};

/// False when `json` is no object.
bool read_members(std::string_view json, std::vector<Member>& out) {
  const simdjson::padded_string padded(json);
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  simdjson::ondemand::object object;
  if (parser.iterate(padded).get(document) || document.get_object().get(object)) return false;
  for (auto member : object) {
    std::string_view name;
    std::string_view raw;
    if (member.unescaped_key().get(name) || simdjson::to_json_string(member.value()).get(raw)) return false;
    out.push_back({std::string(name), std::string(raw)});
  }
  return true;
}

}  // namespace

std::string merge_objects(std::string_view kept, std::string_view added) {
  std::vector<Member> members;
  std::vector<Member> more;
  if (!read_members(kept, members) || !read_members(added, more)) return std::string(added);
  const std::size_t kept_count = members.size();
  for (Member& member : more) {
    const auto end = members.begin() + static_cast<std::ptrdiff_t>(kept_count);
    const bool is_there = std::any_of(members.begin(), end, [&](const Member& it) { return it.name == member.name; });
    if (!is_there) members.push_back(std::move(member));
  }
  std::string out;
  ObjectWriter object(out);
  for (const Member& member : members) object.raw(member.name, member.raw);
  object.close();
  return out;
}

}  // namespace records
