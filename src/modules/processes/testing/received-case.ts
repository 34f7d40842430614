import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import type { SignedIn, TestApp } from "../../../../test/harness/app.ts";
import { uuidv7 } from "../../../kernel/ids.ts";

/** A case of this procedure, received at a desk of the ward of Pleiku and decided there; its id. */
export async function receivedCase(
  app: TestApp,
  desk: SignedIn,
  procedureCode: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const unit = (code: string) => app.directory.unitByCode(code)?.id;
  const caseId = uuidv7(app.clock.read(), randomBytes(10));
  const answer = await app.inject({
    method: "POST",
    url: "/api/v1/cases",
    cookies: { ...desk.cookies },
    headers: { "x-csrf-token": desk.csrf },
    payload: {
      caseId,
      procedureCode,
      receivingUnitId: unit("H21.106.01"),
      decidingUnitId: unit("H21.106"),
      applicantName: "Nguyễn Thị Lụa",
      applicantNumber: "064185004321",
      applicantPhone: "0905123456",
      papers: [{ name: "Tờ khai", form: "original" }],
      ...more,
    },
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return caseId;
}
