// What the phrase packs say about a line, and about the lines before and after it.

#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

/// Which columns a group has of its own.
enum class OwnColumns : std::uint8_t { none, share, match_and_share };

/// Which categories of the rules a group sums up.
struct GroupRow {
  std::string_view name;
  OwnColumns own;
  std::array<Category, 3> categories;  // fewer: the last one again
};

constexpr std::array<GroupRow, phrase_group_count> groups = {{
    {"advertisement",
     OwnColumns::match_and_share,
     {Category::advertisement, Category::advertisement, Category::advertisement}},
    {"app_promo", OwnColumns::none, {Category::app_promo, Category::app_promo, Category::app_promo}},
    {"breadcrumb", OwnColumns::none, {Category::breadcrumb, Category::breadcrumb, Category::breadcrumb}},
    {"cookie_wall", OwnColumns::none, {Category::cookie_wall, Category::cookie_wall, Category::cookie_wall}},
    {"copyright", OwnColumns::match_and_share, {Category::copyright, Category::copyright, Category::copyright}},
    {"disclaimer", OwnColumns::match_and_share, {Category::disclaimer, Category::disclaimer, Category::disclaimer}},
    {"end_mark", OwnColumns::none, {Category::end_mark, Category::end_mark, Category::end_mark}},
    {"login_wall", OwnColumns::match_and_share, {Category::login_wall, Category::login_wall, Category::login_wall}},
    {"newsletter", OwnColumns::share, {Category::newsletter, Category::newsletter, Category::newsletter}},
    {"pagination", OwnColumns::share, {Category::pagination, Category::pagination, Category::pagination}},
    {"related", OwnColumns::match_and_share, {Category::related, Category::hot_topics, Category::hot_topics}},
    {"share", OwnColumns::share, {Category::share, Category::share, Category::share}},
    {"source", OwnColumns::match_and_share, {Category::source_line, Category::credit_line, Category::date_line}},
    {"navigation", OwnColumns::none, {Category::navigation, Category::site_chrome, Category::site_chrome}},
    {"comments", OwnColumns::none, {Category::comments, Category::comments, Category::comments}},
}};

/// Groups whose lines announce what follows or end what came before.
constexpr PhraseGroup sections[] = {PhraseGroup::related,    PhraseGroup::share,     PhraseGroup::source,
                                    PhraseGroup::disclaimer, PhraseGroup::copyright, PhraseGroup::end_mark,
                                    PhraseGroup::login_wall, PhraseGroup::app_promo, PhraseGroup::pagination,
                                    PhraseGroup::comments};

/// Strong evidence: most of the line, or its beginning and a good part of it.
bool is_hit(rules::Match match, float share) {
  return share >= 0.5F || (match >= rules::Match::prefix && share >= 0.25F);
}

LinePhrases phrases_of(const rules::FoundMatches& matches) {
  LinePhrases out;
  if (matches.found == 0) return out;
  for (std::size_t g = 0; g < phrase_group_count; ++g) {
    for (const Category category : groups[g].categories) {
      const rules::PhraseMatch& found = matches[static_cast<std::size_t>(category)];
      out.match[g] = std::max(out.match[g], found.match);
      out.share[g] = std::max(out.share[g], found.share);
      out.heading = out.heading || found.heading;
    }
    out.most_share = std::max(out.most_share, out.share[g]);
    if (is_hit(out.match[g], out.share[g])) out.hits |= 1U << g;
  }
  return out;
}

/// Bits of PhraseGroup: the strong evidence of a short line.
std::uint32_t short_hits(const LinePage& page, std::size_t line) {
  constexpr float longest_section_line = 14;  // words: longer lines that hold a phrase are text about it
  return page.shape(line).words <= longest_section_line ? page.prepared.phrases[line].hits : 0U;
}

bool is_short_hit(const LinePage& page, PhraseGroup group, std::size_t line) {
  return (short_hits(page, line) >> static_cast<unsigned>(group) & 1U) != 0;
}

/// Good words since the last related or hot heading; -1: none above.
std::span<const float> good_since_related(const LinePage& page) {
  const std::span<float> good = page.temporary.array<float>(page.size(), -1);
  std::size_t last = no_line;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (is_short_hit(page, PhraseGroup::related, i)) last = i;
    if (last != no_line) good[i] = static_cast<float>(page.good_between(last, i));
  }
  return good;
}

}  // namespace

void find_phrases(const MeasureInput& in, LineMeasureScratch& out) {
  out.phrases.resize(in.matches.lines.size());
  for (std::size_t i = 0; i < out.phrases.size(); ++i) out.phrases[i] = phrases_of(in.matches.lines[i]);
}

void add_line_phrase_columns(const LinePage& page, Columns& columns) {
  const std::span<const LinePhrases> phrases = page.prepared.phrases;
  for (std::size_t g = 0; g < phrase_group_count; ++g) {
    if (groups[g].own == OwnColumns::none) continue;
    if (groups[g].own == OwnColumns::match_and_share) {
      columns.add({"phrase_", groups[g].name},
                  "best match of such phrases: 0 none, 1 inside, 2 suffix, 3 prefix, 4 whole line",
                  [=](std::size_t i) { return static_cast<float>(phrases[i].match[g]); });
    }
    columns.add({"phrase_share_", groups[g].name}, "share of the line that such a phrase covers, 0 to 1",
                [=](std::size_t i) { return phrases[i].share[g]; });
  }
  columns.add({"phrase_most_share"}, "share of the line that a phrase of any group covers, 0 to 1",
              [=](std::size_t i) { return phrases[i].most_share; });
}

void add_section_columns(const LinePage& page, Columns& columns) {
  for (const PhraseGroup section : sections) {
    const std::string_view name = groups[static_cast<std::size_t>(section)].name;
    const auto is_section = [&](std::size_t i) { return is_short_hit(page, section, i); };
    columns.add({"lines_since_", name}, "lines since the last short line of such phrases, at most 200",
                [since = distances_since(page, is_section)](std::size_t i) { return since[i]; });
    columns.add({"lines_until_", name}, "lines until the next short line of such phrases, at most 200",
                [until = distances_until(page, is_section)](std::size_t i) { return until[i]; });
  }
  const std::span<const double> hits = prefix_sums(page, [&](std::size_t i) { return short_hits(page, i) != 0; });
  columns.add({"hits_before"}, "short lines of phrases up to and with this one",
              [=](std::size_t i) { return hits[i + 1]; });
  columns.add({"hits_after"}, "short lines of phrases below this one",
              [=](std::size_t i) { return hits.back() - hits[i + 1]; });
  columns.add({"good_since_related"}, "good words since the last related or hot heading; -1: none above",
              [good = good_since_related(page)](std::size_t i) { return good[i]; });
  const auto is_heading = [&](std::size_t i) { return page.prepared.phrases[i].heading; };
  columns.add({"lines_since_heading"}, "lines since the last line that announces a section, at most 200",
              [since = distances_since(page, is_heading)](std::size_t i) { return since[i]; });
}

}  // namespace pith::measure
