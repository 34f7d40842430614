import { type Db, findCase } from "../case-store.ts";

/** Whether a form has become a case already. */
export async function isReceived(db: Db, caseId: string): Promise<boolean> {
  return (await findCase(db, caseId)) !== undefined;
}
