import type { ChangeMessages } from "./change-messages.vi.ts";

export const changeEn: ChangeMessages = {
  title: "Put under the right procedure",
  lead: "When the wrong procedure was picked. Work begins anew at the desk with a new receipt; the time is measured by the right limit from the day the person came.",
  now: "Now under",
  search: "Find the right procedure",
  searchHint: "A name, a code or everyday words.",
  searchButton: "Find",
  choose: "The right procedure",
  nothing: "No procedure found. Try fewer words or the code.",
  first: "Type the name of the right procedure above.",
  reason: "Reason",
  reasonHint: "Kept in the story of the case.",
  button: "Change and print a new receipt",
  cancel: "Back to the case",
  chooseOne: "Choose the right procedure.",
};
