import type { MovedMessages } from "./moved-messages.vi.ts";

export const movedEn: MovedMessages = {
  title: (version) => `Cases moved by version ${version} of the calendar`,
  back: "Working calendar",
  tabs: "What the counting came to",
  code: "Case",
  unit: "Deciding unit",
  before: "Old date",
  after: "New date",
  effect: "Effect",
  acceptance: "time to accept",
  applicant: "Applicant",
  closed: "Not of your unit",
  ownUnits: "Cases of your units alone.",
  at: "Counted again",
  none: "No case",
  effects: { moved: "Date moved", "became-late": "Became late", "no-longer-late": "No longer late" },
};
