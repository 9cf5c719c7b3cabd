#include <algorithm>
#include <bit>

#include "measure/hashes.hpp"
#include "site/site.hpp"

namespace pith::site {
namespace {

/// From this share of the article's expected words on, another page is taken for the same article: an old version of a
/// manual, a print view, a page that was fetched twice. Such a page would testify against the article itself.
constexpr float same_article_share = 0.6F;
/// Lines that more of the host's pages have are the site's, and tell nothing of whether two pages are the same article.
/// Small hosts: three pages may be three versions.
constexpr float most_pages_of_article = 0.25F;
constexpr float most_versions = 3;

std::size_t slot_of(std::uint64_t key, std::size_t slots) noexcept {
  return core::KeyHash{}(key) & (slots - 1);
}

/// The smallest `most_lines` distinct keys that are not 0, in ascending order.
std::vector<std::uint64_t> sample_of(std::span<const std::uint64_t> keys) {
  std::vector<std::uint64_t> sample(keys.begin(), keys.end());
  std::sort(sample.begin(), sample.end());
  sample.erase(std::unique(sample.begin(), sample.end()), sample.end());
  if (!sample.empty() && sample.front() == 0) sample.erase(sample.begin());
  if (sample.size() > most_lines) sample.resize(most_lines);
  return sample;
}

/// Of the content, so that equal pages are one page whatever their addresses.
std::uint64_t id_of(std::span<const std::uint64_t> sample) noexcept {
  std::uint64_t id = sample.size();
  for (const std::uint64_t key : sample) id = measure::mix_hash(id, key);
  return id;
}

}  // namespace

void HostPages::learn(std::span<const std::uint64_t> keys) {
  std::vector<std::uint64_t> sample = sample_of(keys);
  if (sample.empty()) return;
  const std::uint64_t id = id_of(sample);
  add({id, std::move(sample)});
}

void HostPages::merge(const HostPages& other) {
  for (const Kept& page : other.pages()) add(page);
}

/// Takes all memory first: when there is none, nothing has changed.
void HostPages::add(const Kept& page) {
  if (has(page.id)) return;
  make_room(page.keys);
  const std::size_t slot = take_slot(page.id);
  if (slot == most_pages) return;
  for (const std::uint64_t key : page.keys) insert(key, std::uint64_t{1} << slot);
}

bool HostPages::has(std::uint64_t id) const noexcept {
  for (std::uint64_t left = used_; left != 0; left &= left - 1) {
    if (ids_[static_cast<std::size_t>(std::countr_zero(left))] == id) return true;
  }
  return false;
}

std::size_t HostPages::take_slot(std::uint64_t id) {
  std::size_t slot = static_cast<std::size_t>(std::countr_one(used_));
  if (slot == most_pages) {
    slot = static_cast<std::size_t>(std::max_element(ids_.begin(), ids_.end()) - ids_.begin());
    if (ids_[slot] < id) return most_pages;
    forget_slot(slot);
  }
  ids_[slot] = id;
  used_ |= std::uint64_t{1} << slot;
  ++count_;
  return slot;
}

void HostPages::forget_slot(std::size_t slot) {
  rebuild(entries_.size(), ~(std::uint64_t{1} << slot));
  used_ &= ~(std::uint64_t{1} << slot);
  --count_;
}

/// There is room for it.
void HostPages::insert(std::uint64_t key, std::uint64_t pages) noexcept {
  std::size_t at = slot_of(key, entries_.size());
  while (entries_[at].key != 0 && entries_[at].key != key) at = (at + 1) & (entries_.size() - 1);
  lines_ += entries_[at].key == 0;
  entries_[at].key = key;
  entries_[at].pages |= pages;
}

/// So that at most half of the table is used when these keys are in it.
void HostPages::make_room(std::span<const std::uint64_t> keys) {
  constexpr std::size_t smallest = 256;
  const auto is_new = [this](std::uint64_t key) { return pages_with(key) == 0; };
  const auto more = static_cast<std::size_t>(std::count_if(keys.begin(), keys.end(), is_new));
  std::size_t size = entries_.size();
  while (2 * (lines_ + more) > size) size = std::max(smallest, 2 * size);
  if (size != entries_.size()) rebuild(size, UINT64_MAX);
}

/// A table of that size with what the pages of the mask have.
void HostPages::rebuild(std::size_t size, std::uint64_t mask) {
  std::vector<Entry> before(size);
  before.swap(entries_);
  lines_ = 0;
  for (const Entry& entry : before) {
    if ((entry.pages & mask) != 0) insert(entry.key, entry.pages & mask);
  }
}

std::uint64_t HostPages::pages_with(std::uint64_t key) const noexcept {
  if (entries_.empty() || key == 0) return 0;
  std::size_t at = slot_of(key, entries_.size());
  while (entries_[at].key != 0 && entries_[at].key != key) at = (at + 1) & (entries_.size() - 1);
  return entries_[at].pages;
}

std::uint64_t HostPages::witnesses_for(std::span<const Line> lines, std::span<const std::uint64_t> found) const {
  const float most_shared = std::max(most_versions, most_pages_of_article * static_cast<float>(count_));
  std::array<float, most_pages> shared{};
  float own = 0;
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    keys.push_back(lines[i].key);
    if (lines[i].article_words <= 0 || static_cast<float>(std::popcount(found[i])) > most_shared) continue;
    own += lines[i].article_words;
    for (std::uint64_t left = found[i]; left != 0; left &= left - 1) {
      shared[static_cast<std::size_t>(std::countr_zero(left))] += lines[i].article_words;
    }
  }
  const std::uint64_t own_id = id_of(sample_of(keys));
  std::uint64_t witnesses = used_;
  for (std::size_t slot = 0; slot < most_pages; ++slot) {
    const bool is_same = ids_[slot] == own_id || (own > 0 && shared[slot] > same_article_share * own);
    if (is_same) witnesses &= ~(std::uint64_t{1} << slot);
  }
  return witnesses;
}

void HostPages::count_witnesses(std::span<const Line> lines, std::vector<std::uint8_t>& out) const {
  out.assign(lines.size(), 0);
  if (count_ == 0) return;
  std::vector<std::uint64_t> found;
  for (const Line& line : lines) found.push_back(pages_with(line.key));
  const std::uint64_t witnesses = witnesses_for(lines, found);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out[i] = static_cast<std::uint8_t>(std::popcount(found[i] & witnesses));
  }
}

std::vector<HostPages::Kept> HostPages::pages() const {
  std::vector<Kept> kept;
  std::array<std::size_t, most_pages> place{};
  for (std::size_t slot = 0; slot < most_pages; ++slot) {
    if ((used_ >> slot & 1U) == 0) continue;
    place[slot] = kept.size();
    kept.push_back({ids_[slot], {}});
  }
  for (const Entry& entry : entries_) {
    for (std::uint64_t left = entry.pages; left != 0; left &= left - 1) {
      kept[place[static_cast<std::size_t>(std::countr_zero(left))]].keys.push_back(entry.key);
    }
  }
  for (Kept& page : kept) std::sort(page.keys.begin(), page.keys.end());
  std::sort(kept.begin(), kept.end(), [](const Kept& a, const Kept& b) { return a.id < b.id; });
  return kept;
}

}  // namespace pith::site
