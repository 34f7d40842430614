import fc from "fast-check";

export const NIL = "00000000-0000-0000-0000-000000000000";
/** Already written for an address: what a path or query may hold. */
export const GARBAGE = [
  "",
  "0",
  "-1",
  "99999999999",
  "1e309",
  "NaN",
  "1.5",
  "null",
  "%00",
  "a%00b",
  "%25",
  "%ED%A0%80",
  "%F0%9F%92%A9",
  "%E2%80%AEgpj.exe",
  "e%CC%81",
  "..%2F..%2Fetc%2Fpasswd",
  "%27%20or%201%3D1--",
  "%25%25__%5C",
  "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
  "__proto__",
  "constructor",
  NIL,
  "-".repeat(36),
  "01985ABC-0000-7000-8000-000000000000",
  `999999999999999~${NIL}`,
  `999999999999999.01985abc-0000-7000-8000-000000000000`,
  `1795413600000~${"-".repeat(36)}`,
  "31%2F02%2F2026",
  "9999-12-31",
  "0000-01-01",
  "x".repeat(3000),
] as const;

export const QUERY_NAMES = [
  "q",
  "limit",
  "after",
  "before",
  "tab",
  "field",
  "work",
  "unit",
  "from",
  "to",
  "lang",
  "next",
  "w",
  "code",
  "form",
  "level",
  "page",
  "period",
  "state",
  "variant",
  "at",
] as const;

const FIELD_NAMES = [
  ...QUERY_NAMES,
  "version",
  "reason",
  "files",
  "kept",
  "items",
  "newDate",
  "officerId",
  "unitId",
  "workingDays",
  "amount",
  "caseId",
  "case",
  "back",
  "verb",
  "do",
  "receivingUnitId",
  "decidingUnit",
  "applicantName",
  "applicantNumber",
  "applicantBirthDate",
  "paper.p1",
  "copies",
  "feeAmount",
  "username",
  "password",
  "name",
  "permissions",
  "expiresOn",
  "overall",
  "answers.time",
  "comment",
  "procedureCode",
  "signedBy",
  "session",
  "input",
] as const;

export const query = fc.array(fc.tuple(fc.constantFrom(...QUERY_NAMES), fc.constantFrom(...GARBAGE)), {
  maxLength: 4,
});
const anyText = fc.oneof(
  fc.constantFrom(...GARBAGE.map(decoded)),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "\ud800",
    "a\0b",
    "e\u0301",
    "\u202egpj",
    "31/02/2026",
    "-5",
    "9".repeat(30),
    "x".repeat(5000),
  ),
);
export const fields = fc.array(fc.tuple(fc.constantFrom(...FIELD_NAMES), anyText), { maxLength: 12 });
export const json = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.record({
    version: fc.constantFrom(0, -1, 1e20, 1.5, null, 1),
    input: fc.dictionary(
      fc.constantFrom(...FIELD_NAMES),
      fc.oneof(anyText, fc.double(), fc.jsonValue({ maxDepth: 2 })),
    ),
  }),
);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
