import type { SearchMessages } from "./search-messages.vi.ts";

export const searchEn: SearchMessages = {
  title: "Find a case",
  label: "Case code, citizen number, telephone or name",
  hint: "Names may be typed without marks. Only cases that pass through your units are searched.",
  button: "Search",
  found: (count) => `${count} cases`,
  more: "Only the 50 newest are shown. Type more to narrow down.",
  code: "Case code",
  applicant: "Applicant",
  procedure: "Procedure",
  state: "State",
  received: "Received",
  due: "Due",
  holder: "Lies with",
  nothingTitle: "No case found",
  nothing: "Check the code or number. Cases that never passed through your units do not appear here.",
  emptyTitle: "Find a case",
  empty: "Scan the code on the receipt, type a case code, a number, a telephone, or part of a name.",
};
