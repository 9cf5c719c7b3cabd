// What the phrase packs say about a line, and about the lines before and after it.

#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

/// Which categories of the rules a group sums up.
struct GroupRow {
  std::string_view name;
  std::array<Category, 3> categories;  // fewer: the last one again
};

constexpr std::array<GroupRow, phrase_group_count> groups = {{
    {"advertisement", {Category::advertisement, Category::advertisement, Category::advertisement}},
    {"app_promo", {Category::app_promo, Category::app_promo, Category::app_promo}},
    {"breadcrumb", {Category::breadcrumb, Category::breadcrumb, Category::breadcrumb}},
    {"cookie_wall", {Category::cookie_wall, Category::cookie_wall, Category::cookie_wall}},
    {"copyright", {Category::copyright, Category::copyright, Category::copyright}},
    {"disclaimer", {Category::disclaimer, Category::disclaimer, Category::disclaimer}},
    {"end_mark", {Category::end_mark, Category::end_mark, Category::end_mark}},
    {"login_wall", {Category::login_wall, Category::login_wall, Category::login_wall}},
    {"newsletter", {Category::newsletter, Category::newsletter, Category::newsletter}},
    {"pagination", {Category::pagination, Category::pagination, Category::pagination}},
    {"related", {Category::related, Category::hot_topics, Category::hot_topics}},
    {"share", {Category::share, Category::share, Category::share}},
    {"source", {Category::source_line, Category::credit_line, Category::date_line}},
    {"navigation", {Category::navigation, Category::site_chrome, Category::site_chrome}},
    {"comments", {Category::comments, Category::comments, Category::comments}},
}};

/// Groups whose lines announce what follows or end what came before.
constexpr std::array<PhraseGroup, 11> sections = {
    PhraseGroup::related,    PhraseGroup::share,      PhraseGroup::source,     PhraseGroup::disclaimer,
    PhraseGroup::copyright,  PhraseGroup::end_mark,   PhraseGroup::login_wall, PhraseGroup::app_promo,
    PhraseGroup::breadcrumb, PhraseGroup::pagination, PhraseGroup::comments};

// Columns behind the two of each section.
constexpr std::size_t hits_before = 2 * sections.size();
constexpr std::size_t hits_after = hits_before + 1;
constexpr std::size_t good_since_related = hits_before + 2;
constexpr std::size_t lines_since_heading = hits_before + 3;

constexpr std::size_t number_of(PhraseGroup group) {
  return static_cast<std::size_t>(group);
}

constexpr std::array<FixedName, phrase_columns> make_phrase_names() {
  std::array<FixedName, phrase_columns> names{};
  for (std::size_t g = 0; g < phrase_group_count; ++g) {
    names[2 * g].name << "phrase_" << groups[g].name;
    names[2 * g].meaning << "best match of such phrases: 0 none, 1 inside, 2 suffix, 3 prefix, 4 whole line";
    names[2 * g + 1].name << "phrase_share_" << groups[g].name;
    names[2 * g + 1].meaning << "share of the line that such a phrase covers, 0 to 1";
  }
  names[phrase_columns - 2].name << "phrase_most_share";
  names[phrase_columns - 2].meaning << "share of the line that a phrase of any group covers, 0 to 1";
  names[phrase_columns - 1].name << "phrase_heading";
  names[phrase_columns - 1].meaning << "1: the whole line announces a section";
  return names;
}
constexpr auto phrase_names = make_phrase_names();

constexpr std::array<FixedName, section_columns> make_section_names() {
  std::array<FixedName, section_columns> names{};
  for (std::size_t s = 0; s < sections.size(); ++s) {
    names[2 * s].name << "lines_since_" << groups[number_of(sections[s])].name;
    names[2 * s].meaning << "lines since the last short line of such phrases, at most 200";
    names[2 * s + 1].name << "lines_until_" << groups[number_of(sections[s])].name;
    names[2 * s + 1].meaning << "lines until the next short line of such phrases, at most 200";
  }
  names[hits_before].name << "hits_before";
  names[hits_before].meaning << "short lines of phrases up to and with this one";
  names[hits_after].name << "hits_after";
  names[hits_after].meaning << "short lines of phrases below this one";
  names[good_since_related].name << "good_since_related";
  names[good_since_related].meaning << "good words since the last related or hot heading; -1: none above";
  names[lines_since_heading].name << "lines_since_heading";
  names[lines_since_heading].meaning << "lines since the last line that announces a section, at most 200";
  return names;
}
constexpr auto section_names = make_section_names();

/// Strong evidence: most of the line, or its beginning and a good part of it.
bool is_hit(float match, float share) {
  return share >= 0.5F || (match >= static_cast<float>(rules::Match::prefix) && share >= 0.25F);
}

LinePhrases phrases_of(const rules::LineMatches& matches) {
  LinePhrases out;
  for (std::size_t g = 0; g < phrase_group_count; ++g) {
    for (const Category category : groups[g].categories) {
      const rules::PhraseMatch& found = matches[static_cast<std::size_t>(category)];
      out.match[g] = std::max(out.match[g], static_cast<float>(found.match));
      out.share[g] = std::max(out.share[g], found.share);
      if (found.heading) out.heading = 1;
    }
    out.most_share = std::max(out.most_share, out.share[g]);
    if (is_hit(out.match[g], out.share[g])) out.hits |= 1U << g;
  }
  return out;
}

/// Longer lines that hold a phrase are text about it. In words.
constexpr float longest_section_line = 14;

/// Bits of PhraseGroup: the strong evidence of a short line.
std::uint32_t short_hits(const LineMeasureScratch& scratch, std::size_t line) {
  return scratch.shapes[line].words <= longest_section_line ? scratch.phrases[line].hits : 0U;
}

/// The last line above (or the next below) for each section.
using SectionLines = std::array<std::size_t, sections.size()>;

void note_sections(std::uint32_t hits, std::size_t line, SectionLines& seen) {
  for (std::size_t s = 0; s < sections.size(); ++s) {
    if ((hits >> number_of(sections[s]) & 1U) != 0) seen[s] = line;
  }
}

SectionLines no_sections() {
  SectionLines seen{};
  seen.fill(no_line);
  return seen;
}

void write_lines_until(const LineMeasureScratch& scratch, FeatureColumns out) {
  SectionLines next = no_sections();
  float hits_below = 0;
  for (std::size_t i = scratch.size(); i-- > 0;) {
    const std::uint32_t hits = short_hits(scratch, i);
    for (std::size_t s = 0; s < sections.size(); ++s) out.row(i)[2 * s + 1] = line_distance(i, next[s]);
    out.row(i)[hits_after] = hits_below;
    note_sections(hits, i, next);
    if (hits != 0) hits_below += 1;
  }
}

}  // namespace

model::FeatureName phrase_name(std::size_t column) {
  return phrase_names[column].view();
}

model::FeatureName section_name(std::size_t column) {
  return section_names[column].view();
}

void measure_phrases(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out) {
  scratch.phrases.resize(scratch.size());
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    const LinePhrases& found = scratch.phrases[i] = phrases_of(in.matches.lines[i]);
    float* row = out.row(i);
    for (std::size_t g = 0; g < phrase_group_count; ++g) {
      row[2 * g] = found.match[g];
      row[2 * g + 1] = found.share[g];
    }
    row[phrase_columns - 2] = found.most_share;
    row[phrase_columns - 1] = found.heading;
  }
}

void measure_sections(const MeasureInput& /*in*/, LineMeasureScratch& scratch, FeatureColumns out) {
  SectionLines last = no_sections();
  std::size_t last_heading = no_line;
  std::size_t last_related = no_line;
  float hits_above = 0;
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    const std::uint32_t hits = short_hits(scratch, i);
    if (hits != 0) hits_above += 1;
    if ((hits >> number_of(PhraseGroup::related) & 1U) != 0) last_related = i;
    float* row = out.row(i);
    for (std::size_t s = 0; s < sections.size(); ++s) row[2 * s] = line_distance(last[s], i);
    row[hits_before] = hits_above;
    row[good_since_related] =
        last_related == no_line ? -1.0F : static_cast<float>(scratch.good_between(last_related, i));
    row[lines_since_heading] = line_distance(last_heading, i);
    note_sections(hits, i, last);
    if (scratch.phrases[i].heading > 0) last_heading = i;
  }
  write_lines_until(scratch, out);
}

}  // namespace pith::measure
