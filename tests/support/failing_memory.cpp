#include "support/failing_memory.hpp"

#include <unicode/uclean.h>
#include <unicode/ucnv.h>

#include <cstdlib>
#include <new>

namespace {

struct Ledger {
  std::uint64_t made = 0;
  std::int64_t alive = 0;
  std::uint64_t until_failure = 0;  // 0: none is to fail
};
Ledger ledger;

bool is_to_fail() noexcept {
  ++ledger.made;
  return ledger.until_failure != 0 && --ledger.until_failure == 0;
}

void* take(std::size_t bytes) noexcept {
  if (is_to_fail()) return nullptr;
  void* const memory = std::malloc(bytes == 0 ? 1 : bytes);
  ledger.alive += memory != nullptr ? 1 : 0;
  return memory;
}

void give_back(void* memory) noexcept {
  ledger.alive -= memory != nullptr ? 1 : 0;
  std::free(memory);
}

void* take_or_throw(std::size_t bytes) {
  if (void* const memory = take(bytes)) return memory;
  throw std::bad_alloc();
}

extern "C" void* icu_take(const void*, std::size_t bytes) {
  return take(bytes);
}
extern "C" void* icu_retake(const void*, void* memory, std::size_t bytes) {
  if (memory == nullptr) return take(bytes);
  return is_to_fail() ? nullptr : std::realloc(memory, bytes);
}
extern "C" void icu_give_back(const void*, void* memory) {
  give_back(memory);
}

/// Before main(): ICU must not have any memory yet.
[[maybe_unused]] const bool icu_asks_here = [] {
  UErrorCode error = U_ZERO_ERROR;
  u_setMemoryFunctions(nullptr, icu_take, icu_retake, icu_give_back, &error);
  if (U_FAILURE(error)) std::abort();
  return true;
}();

}  // namespace

void* operator new(std::size_t bytes) {
  return take_or_throw(bytes);
}
void* operator new[](std::size_t bytes) {
  return take_or_throw(bytes);
}
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
  return take(bytes);
}
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept {
  return take(bytes);
}
void operator delete(void* memory) noexcept {
  give_back(memory);
}
void operator delete[](void* memory) noexcept {
  give_back(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  give_back(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  give_back(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
  give_back(memory);
}
void operator delete[](void* memory, const std::nothrow_t&) noexcept {
  give_back(memory);
}

namespace pith::test {

FailingAllocation::FailingAllocation(std::uint64_t number) noexcept {
  ledger.until_failure = number;
}
FailingAllocation::~FailingAllocation() {
  ledger.until_failure = 0;
}
bool FailingAllocation::has_failed() const noexcept {
  return ledger.until_failure == 0;
}

std::uint64_t allocations_made() noexcept {
  return ledger.made;
}
std::int64_t allocations_alive() noexcept {
  ucnv_flushCache();
  return ledger.alive;
}

}  // namespace pith::test
