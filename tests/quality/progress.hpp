/// Progress: a bar on stderr while pages are worked through; silent where stderr is no terminal.
#pragma once

#include <cstddef>
#include <string>

namespace pith::quality {

class Progress {
 public:
  Progress(std::string title, std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance();

 private:
  std::string title_;
  std::size_t total_ = 0;
  std::size_t done_ = 0;
  bool visible_ = false;
};

}  // namespace pith::quality
