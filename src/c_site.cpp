#include <pith/c.h>

#include <utility>

#include "c_objects.hpp"

using namespace pith::c_abi;

namespace {

/// Runs `change`, which fails only when memory runs out; 0 then.
template <typename Change>
int one_or_zero(Change change) noexcept {
  try {
    change();
    return 1;
  } catch (...) {
    return 0;
  }
}

}  // namespace

pith_site_memory* pith_site_memory_new(void) {
  return null_on_bad_alloc([] { return new pith_site_memory{}; });
}

void pith_site_memory_free(pith_site_memory* memory) {
  delete memory;
}

int pith_learn(pith_extractor* extractor, const pith_source* source, pith_site_memory* memory) {
  if (extractor == nullptr || memory == nullptr) return 0;
  return one_or_zero([&] { extractor->extractor.learn(source_from(source), memory->memory); });
}

pith_article* pith_extract_with(pith_extractor* extractor, const pith_source* source, const pith_site_memory* memory) {
  if (memory == nullptr) return pith_extract(extractor, source);
  if (extractor == nullptr) return nullptr;
  return made_article([&] { return extractor->extractor.extract(source_from(source), memory->memory); });
}

int pith_site_memory_merge(pith_site_memory* memory, const pith_site_memory* other) {
  if (memory == nullptr || other == nullptr) return 0;
  return one_or_zero([&] { memory->memory.merge(other->memory); });
}

void pith_site_memory_forget(pith_site_memory* memory, const char* host, size_t length) {
  if (memory == nullptr) return;
  [[maybe_unused]] const int done = one_or_zero([&] { memory->memory.forget(view(host, length)); });
}

size_t pith_site_memory_hosts(const pith_site_memory* memory) {
  return memory == nullptr ? 0 : memory->memory.hosts();
}

size_t pith_site_memory_pages(const pith_site_memory* memory) {
  return memory == nullptr ? 0 : memory->memory.pages();
}

pith_string pith_site_memory_save(pith_site_memory* memory) {
  if (memory == nullptr) return view("");
  if (one_or_zero([&] { memory->saved = memory->memory.save(); }) == 0) return view("");
  return view(memory->saved);
}

pith_site_memory* pith_site_memory_load(const char* bytes, size_t length, char* error, size_t error_size) {
  return null_on_bad_alloc([&]() -> pith_site_memory* {
    auto loaded = pith::load_site_memory(view(bytes, length));
    if (loaded) return new pith_site_memory{std::move(loaded).value(), {}};
    write_error(loaded.error().message, error, error_size);
    return nullptr;
  });
}
