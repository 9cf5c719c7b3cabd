#include "files/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "files/atomic_file.hpp"
#include "files/say.hpp"

namespace cli {
namespace {

constexpr std::size_t block_bytes = std::size_t{64} << 10U;

bool is_special(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

/// The file that a link stands for: what takes the name of the link itself would part the two.
std::string without_links(const std::string& path) {
  std::error_code error;
  const std::filesystem::path target = std::filesystem::canonical(path, error);
  return error ? path : target.string();
}

/// The new file may be read by whom the old one could be read by.
void take_permissions(int file, const std::string& path) {
  struct stat old = {};
  if (::stat(path.c_str(), &old) != 0) return;
  // Only root can give a file away; for anybody else it is theirs already, or stays their own copy.
  if (::fchown(file, old.st_uid, old.st_gid) != 0) errno = 0;
  static_cast<void>(::fchmod(file, old.st_mode & 0777));
}

}  // namespace

OutputFile::OutputFile(std::string path) : path_(path == "-" ? std::string() : std::move(path)) {
  if (path_.empty()) {
    file_ = Descriptor(::dup(STDOUT_FILENO));
  } else if (is_special(path_)) {
    file_ = Descriptor(::open(path_.c_str(), O_WRONLY | O_CLOEXEC));
  } else {
    path_ = without_links(path_);
    temporary_ = temporary_name(path_);
    file_ = Descriptor(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (file_.number() >= 0) take_permissions(file_.number(), path_);
  }
  if (file_.number() < 0) fail(errno);
}

OutputFile::~OutputFile() {
  if (!temporary_.empty()) static_cast<void>(std::remove(temporary_.c_str()));
}

void OutputFile::fail(int error_number) {
  const std::string name = path_.empty() ? "to standard output" : path_;
  if (error_.empty()) error_ = "cannot write " + name + ": " + reason_of(error_number);
}

void OutputFile::flush() {
  if (error_.empty() && !write_all(file_.number(), waiting_)) fail(errno);
  waiting_.clear();
}

void OutputFile::write(std::string_view bytes) {
  if (waiting_.size() + bytes.size() < block_bytes) {
    waiting_ += bytes;
    return;
  }
  flush();
  if (error_.empty() && !write_all(file_.number(), bytes)) fail(errno);
}

void OutputFile::finish() {
  flush();
  if (temporary_.empty() || !error_.empty()) return;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail(errno);
  if (error_.empty()) temporary_.clear();
}

}  // namespace cli
