// What the pages call things: a word of the record (a key of its JSON) and how an editor reads it. A new status, kind or
// listing gets its words here; without any, its key is shown with spaces.

export const NAMES = {
  timeline: "Chronology",
  reports: "Reports",
  entities: "People and places",
  quotes: "Quotes",
  figures: "Figures",
  conflicts: "Conflicts",
  voices: "Shared wording",
  stories: "Stories",
  commitments: "Commitments",
};

// One line of a listing.
export const NOUNS = {
  timeline: "event",
  stories: "story",
  commitments: "commitment",
  reports: "report",
  entities: "name",
  quotes: "quote",
  figures: "figure",
  conflicts: "conflict",
  voices: "shared passage",
};

// What a listing's `type` is called where it is chosen; elsewhere "Kind".
export const TYPE_NAMES = {timeline: "Type", entities: "Type", reports: "Date is", commitments: "State"};

export const STATUS = {
  planned: "planned",
  called_for: "called for",
  conditional: "conditional",
  denied: "denied",
  claimed: "claimed",
};

// Sign and word: colour never tells alone.
export const SIGNS = {
  agreed: ["=", "agreed"],
  compatible: ["≈", "compatible"],
  disputed: ["≠", "disputed"],
  single: ["·", "one report"],
};

export const STATES = {
  promised: ["○", "promised"],
  approved: ["◔", "approved"],
  agreed: ["◑", "agreed"],
  carried_out: ["●", "carried out"],
  blocked: ["✕", "blocked"],
  reversed: ["↺", "reversed"],
};

export const VOICE = {
  shared_quotation: "the same quotation",
  copied: "copied word for word",
  near_copy: "copied with small changes",
  attribution_lost: "words that lost their speaker",
};

export const ATTRIBUTES = {when: "When", where: "Where", participant: "Who", place: "Where", status: "Whether it happened"};

export const SECTION = {
  caption: "caption",
  comment: "reader’s comment, no part of what the outlet reports",
  boilerplate: "set apart: no part of the article",
};

// What was done to an event.
export const KEPT = {merge: "Merged", split: "Split", reject: "Rejected", set: "Set", note: "Noted"};

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
