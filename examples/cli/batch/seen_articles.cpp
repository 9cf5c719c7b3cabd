#include "batch/seen_articles.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "files/say.hpp"

namespace batch {
namespace {

constexpr std::size_t hash_bytes = sizeof(std::uint64_t);

}  // namespace

bool SeenArticles::resume(std::uint64_t count) {
  if (count == 0) return true;
  file_ = cli::Descriptor(::open(path_.c_str(), O_RDWR | O_CLOEXEC));
  for (std::uint64_t i = 0; i < count; ++i) {
    std::uint64_t hash = 0;
    if (cli::read_some(file_.number(), reinterpret_cast<char*>(&hash), hash_bytes) != static_cast<long>(hash_bytes))
      return false;
    hashes_.insert(hash);
  }
  count_ = count;
  return ::ftruncate(file_.number(), static_cast<off_t>(count * hash_bytes)) == 0;
}

bool SeenArticles::add(std::uint64_t hash) {
  if (!hashes_.insert(hash).second) return false;
  char bytes[hash_bytes];
  std::memcpy(bytes, &hash, hash_bytes);
  waiting_.append(bytes, hash_bytes);
  ++count_;
  return true;
}

std::string SeenArticles::flush_to_disk() {
  if (waiting_.empty()) return {};
  if (file_.number() < 0) file_ = cli::Descriptor(::open(path_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  const bool is_written =
      file_.number() >= 0 && cli::write_all(file_.number(), waiting_) && ::fdatasync(file_.number()) == 0;
  if (!is_written) return "cannot write " + path_ + ": " + cli::reason_of(errno);
  waiting_.clear();
  return {};
}

void SeenArticles::remove_file() const {
  static_cast<void>(std::remove(path_.c_str()));
}

}  // namespace batch
