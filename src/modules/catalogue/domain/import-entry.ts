/** What an import says of a line: a difference, a fact for a person to settle, or a line it could not read. */
export type EntryKind = "new" | "changed" | "withdrawn" | "broken" | "doubtful";
