// error: deleted
#include <pith.hpp>

void set_url(pith::Source& source, const std::string& host) {
  source.url = "https://" + host;
}
