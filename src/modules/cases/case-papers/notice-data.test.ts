import { expect, test } from "vitest";
import type { CaseAction } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { apologyData } from "./notice-data.ts";
import type { PaperNames } from "./paper-names.ts";

const NAMES: PaperNames = {
  unitName: (id) => `unit ${id}`,
  officerName: (id) => `officer ${id}`,
  issuer: (id) => ({ superior: "", desk: `unit ${id}`, place: "" }),
};
const BEFORE = {
  applicant: { name: "Nguyễn Thị Lụa" },
  decidingUnitId: 14,
  registeredAt: 1,
  matter: { procedureName: "Giấy phép" },
  clock: { dueAt: 5 },
} as unknown as CaseState;
const paperOf = (unitId?: number) => {
  const data = { type: "apologised", reason: "Chậm", newDueAt: 9, paperNumber: 3 } as const;
  const whole = unitId === undefined ? data : { ...data, unitId };
  const action = { at: 4, by: { kind: "officer", id: 8 }, data: whole } as unknown as CaseAction;
  const { agency, issuer, signer } = apologyData(action, whole, BEFORE, NAMES);
  return { agency, issuer: issuer.desk, signer: signer?.name };
};

test("an apology is printed in the name of the unit whose leader signed; one of before, of the unit that decides", () => {
  expect(paperOf(3)).toEqual({ agency: "unit 3", issuer: "unit 3", signer: "officer 8" });
  expect(paperOf()).toEqual({ agency: "unit 14", issuer: "unit 14", signer: "officer 8" });
});
