import { stepAt } from "../domain/totp-step.ts";
import { codeAtStep } from "../totp.ts";
import type { TestAccounts } from "./test-accounts.ts";

/** The code a telephone shows now, or some steps of 30 seconds earlier or later. */
export async function phoneCode(room: TestAccounts, officerId: number, stepsAway = 0): Promise<string> {
  const found = await room.db.ownerPool.query<{ totp_secret: string }>(
    "select totp_secret from accounts.account where officer_id = $1",
    [officerId],
  );
  return codeAtStep(found.rows[0]?.totp_secret ?? "", stepAt(room.clock.read()) + stepsAway);
}

/** Turns on the second factor of an officer through the pages, and lets the used code pass. */
export async function enrol(
  room: TestAccounts,
  officer: { readonly id: number; readonly username: string; readonly password: string },
): Promise<void> {
  const browser = room.browser();
  await browser.signIn(officer.username, officer.password);
  await browser.post("/officer/account/second-factor/start", { password: officer.password });
  const code = await phoneCode(room, officer.id);
  const answer = await browser.post("/officer/account/second-factor/confirm", { code });
  if (answer.location !== "/officer/account") throw new Error(`not enrolled: ${answer.status}`);
  room.clock.moveTo(room.clock.read() + 60_000);
}
