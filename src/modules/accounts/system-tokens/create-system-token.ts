import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { instantOf, isLocalDate, type LocalDate } from "../../../kernel/time.ts";
import type { Command } from "../../../platform/command.ts";
import type { Permission } from "../../../platform/permission.ts";
import type { AccountsTables } from "../accounts-tables.ts";
import { newToken, tokenHash } from "../secret-token.ts";
import { SYSTEM_PERMISSIONS } from "./system-permissions.ts";
import { addSystemToken } from "./system-token-store.ts";

const typedDate = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** dd/mm/yyyy as people type it; "" is no date. */
const ExpiryDate = z
  .string()
  .trim()
  .transform((text, context): LocalDate | undefined => {
    if (text === "") return undefined;
    const [, day = "", month = "", year = ""] = typedDate.exec(text) ?? [];
    const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (isLocalDate(date)) return date;
    context.addIssue({ code: "custom", message: "not-a-date" });
    return z.NEVER;
  });

const permissionList = z
  .union([z.string().transform((one) => [one]), z.array(z.string())], { error: "required" })
  .pipe(
    z.array(
      z.custom<Permission>((text) => SYSTEM_PERMISSIONS.some((permission) => permission === text), {
        error: "permission-not-for-systems",
      }),
    ),
  );

/** The form of a new token, in texts, as a page sends it. */
export const SystemTokenForm = z.object({
  name: z.string().trim().min(1, "required").max(120, "too-long"),
  permissions: permissionList,
  unitId: z
    .string()
    .min(1, "required")
    .regex(/^\d{1,9}$/, "invalid")
    .transform(Number),
  expiresOn: ExpiryDate.optional(),
});

const CreateSystemToken = z.object({
  name: z.string().min(1).max(120),
  permissions: z.array(z.custom<Permission>((text) => typeof text === "string")).min(1),
  unitId: z.int(),
  expiresOn: z.string().optional(),
});
export type CreateSystemToken = {
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** The unit for which the system acts. */
  readonly unitId: number;
  /** The last day on which the token works. */
  readonly expiresOn?: LocalDate | undefined;
};
export type CreateSystemTokenRefusal = "permission-not-for-systems" | "expiry-past";
/** The token itself is shown once and stored nowhere. */
export type CreatedSystemToken = { readonly id: number; readonly token: string };

/** Creates the token with which another system calls the API (authorization: Bearer …). */
export const createSystemToken: Command<
  AccountsTables,
  CreateSystemToken,
  CreatedSystemToken,
  CreateSystemTokenRefusal
> = {
  name: "account.create-system-token",
  permission: "account.manage",
  input: CreateSystemToken,
  async run({ db, actor, now, about }, { name, permissions, unitId, expiresOn }) {
    about(name, { permissions, unitId });
    if (permissions.some((permission) => !SYSTEM_PERMISSIONS.includes(permission)))
      return refuse("permission-not-for-systems");
    const expiresAt = expiresOn === undefined ? undefined : instantOf(expiresOn, 1440);
    if (expiresAt !== undefined && expiresAt <= now) return refuse("expiry-past");
    const token = `mc_${newToken()}`;
    const id = await addSystemToken(db, {
      name,
      hash: tokenHash(token),
      permissions: [...new Set(permissions)],
      unitId,
      createdAt: now,
      createdBy: actor.kind === "officer" ? actor.id : undefined,
      expiresAt,
    });
    about(`token:${id}`, { name, permissions, unitId });
    return ok({ id, token });
  },
};
