// The parts of a person's name, and whether two names can be one person's. Spelling only: no knowledge of who is who.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// "Antony J. Blinken" -> parts {antony, blinken}, initials "j". Parts are folded; an Arabic article is dropped
// ("al-Qedra" -> "qedra"); "Jr.", "III" go to `suffix`. A name that begins with an initial keeps it as a part.
struct PersonName {
  std::vector<std::string> parts;
  std::string initials;  // of middle names
  std::string suffix;

  bool full() const { return parts.size() > 1; }
  const std::string& last() const { return parts.back(); }
};

PersonName parse_person(std::string_view name);

// The sound of a name, roughly: spellings of one foreign name come out alike ("Qedra"/"Kidra", "Anthony"/"Antony").
std::string skeleton(std::string_view part);

// First names that are spellings, initials or short forms of one another ("Antony"/"Anthony", "J"/"John",
// "Joe"/"Joseph").
bool same_first_name(std::string_view a, std::string_view b);

// All parts as one word, so that "Kim Jong-un" and "Kim Jong Un" are the same.
std::string run_together(const PersonName& name);

// The sound of a first name, the same for all its short forms: "Chuck", "Charles".
std::string first_name_key(std::string_view first_name);

// "Edmundo González" is "Edmundo González Urrutia", whose second surname is left out.
bool has_first_surname(const PersonName& doubled, const PersonName& name);

// Can both be names of one person? Two full names of one length agree in their middle names, if spelled otherwise. `a`
// may be shorter: a surname alone, or a first name alone where nothing else fits.
bool middle_names_agree(const PersonName& a, const PersonName& b);
bool same_person_name(const PersonName& a, const PersonName& b);

// At most one letter inserted, left out or replaced.
bool within_one_edit(std::string_view a, std::string_view b);

}  // namespace dateline
