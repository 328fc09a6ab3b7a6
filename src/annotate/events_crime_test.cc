// News of crimes, from arrest to court, through the whole analysis: who did what, what is only charged, what was
// admitted.
#include <gtest/gtest.h>

#include "dateline/engine.h"

namespace dateline {
namespace {

Document analysed(std::string_view text) {
  static const Engine engine = std::move(Engine::load()).value();
  Capture capture;
  capture.payload = std::string(text);
  capture.given.published = "2024-03-10";
  return std::move(engine.analyse_plain(capture)).value();
}

// "TYPE/MODE STATUS WORDS [DAY] actor=NAME recipient=NAME": the entity's name where there is one, else the words.
std::string told(const Document& doc) {
  std::string out;
  for (const EventMention& e : doc.events) {
    out += std::string(e.type.view()) + "/" + std::string(e.mode.view()) + " " + std::string(name_of(e.status)) + " " +
           std::string(doc.words(e.span));
    if (e.time != kNone) out += " [" + std::string(doc.words(doc.times[e.time].span)) + "]";
    if (e.place != kNone) out += " in=" + doc.entities[e.place].name;
    for (uint32_t p = e.participants.begin; p < e.participants.end; ++p) {
      const Participant& x = doc.participants[p];
      out += " " + std::string(name_of(x.role)) + "=" +
             (x.entity == kNone ? std::string(doc.words(x.span)) : doc.entities[x.entity].name);
    }
    out += "; ";
  }
  return out;
}

struct Case {
  const char* text;
  const char* has;
  const char* lacks;
};

void check(const Case& c) {
  const std::string all = told(analysed(c.text));
  EXPECT_NE(all.find(c.has), std::string::npos) << c.text << "\n    " << all;
  EXPECT_TRUE(*c.lacks == '\0' || all.find(c.lacks) == std::string::npos) << c.text << "\n    " << all;
}

TEST(EventsOfCrime, WhoOnlySaidItDidNotDoIt) {
  for (const Case& c : {
           Case{"The teenager arrived at the school in a taxi, county sheriff Paul Irving said, and entered the hall. "
                "He began shooting at noon.",
                "ASSAULT/firearms happened shooting [noon]", "Irving"},
           Case{"The weapon was new, Paul Irving said. A third person was held; police have determined he was not "
                "involved in the shooting.",
                "", "Irving"},
           Case{"The lawyer Ann Reed said the aunt worried that Tom Farrow had been shot, not that he was doing the "
                "shooting.",
                "actor=Tom Farrow", ""},
           Case{"Pat Brown described Joe Hill as shy. Earlier this year he flew to Peru, Mr. Brown said.",
                "actor=Joe Hill recipient=Peru", "actor=Pat Brown"},
           Case{"Ann Lee met Bob Fox. She thanked him.", "thanked actor=Ann Lee recipient=Bob Fox", ""},
       })
    check(c);
}

TEST(EventsOfCrime, TheSuspectIsWhoWasCharged) {
  for (const Case& c : {
           Case{"Kim Wright, 20, was charged with murder. The suspect fled to Leeds.", "actor=Kim Wright", ""},
           Case{"Kim Wright was charged with theft, and Joe Hill was arrested. The suspect fled to Leeds.",
                "actor=suspect", "actor=Kim Wright"},
           Case{"Kim Wright was charged with helping the attackers. The gunman shot two officers.", "shot actor=gunman",
                ""},
           Case{"Police identified the gunman as Joe Hill. The gunman shot two officers.", "actor=Joe Hill", ""},
           Case{"Kim Wright was charged with murder. The suspect in the 2015 case fled to Leeds.", "",
                "x-travel/ happened fled actor=Kim Wright"},
       })
    check(c);
}

TEST(EventsOfCrime, WhomThePoliceHaveWasNotAbducted) {
  for (const Case& c : {
           Case{"Police arrested Joe Hill in Leeds on Friday. Joe Hill was wounded when he was captured.",
                "COERCE/arrest happened captured recipient=Joe Hill", "abduct"},
           Case{"Joe Hill, a soldier, was wounded when he was captured.", "ASSAULT/abduct happened captured", ""},
           Case{"The men threw bombs out of the window.", "ASSAULT/explosives happened threw", "expel"},
       })
    check(c);
}

TEST(EventsOfCrime, WhatIsChargedIsNotTold) {
  for (const Case& c : {
           Case{"Mark Hale was charged with two counts of attempted murder.", "ACCUSE/allege", "ASSAULT"},
           Case{"The man was charged with capital murder of several persons.", "ACCUSE/allege", "ASSAULT"},
           Case{"Mark Hale was arrested after the robbery and charged with murder.",
                "ACCUSE/allege happened charged recipient=Mark Hale", "ASSAULT"},
           Case{"Mark Hale made his first appearance in court on Thursday.", "x-court/ happened", ""},
       })
    check(c);
}

TEST(EventsOfCrime, WhatWasAdmittedOrIsLookedIntoHappened) {
  for (const Case& c : {
           Case{"He admitted to opening fire on the crowd.", "ASSAULT/firearms happened", "planned"},
           Case{"Mark Hale confessed to carrying out the shooting.", "ASSAULT/firearms", "planned"},
           Case{"Officials said they were working to establish whether revenge was the motive in the attack on the "
                "church.",
                "ASSAULT/ happened attack", "planned"},
           Case{"They planned to attack the church.", "ASSAULT/ planned attack", ""},
       })
    check(c);
}

TEST(EventsOfCrime, DaysAndPlacesOfWhatIsRecalled) {
  for (const Case& c : {
           Case{"In December, the fifth anniversary of the school shooting was marked.", "ASSAULT/firearms",
                "[December]"},
           Case{"Mental health entered the debate after the 2007 Virginia Tech shooting.",
                "ASSAULT/firearms happened shooting [2007]", ""},
           Case{"Goma is the town where 12 pupils were killed in 1999.", "killed [1999] in=Goma", ""},
           Case{"President Amy Stone, in an interview on Friday night, called for changes to the law.",
                "REQUEST/change happened called", "ACCUSE"},
       })
    check(c);
}

}  // namespace
}  // namespace dateline
