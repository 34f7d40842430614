import type { CommandDeps } from "../../platform/command.ts";
import type { Frame } from "../../platform/http/frame.ts";
import type { OfficerOf } from "./officer-of.ts";

/** What the accounts room is given by the composition root. */
export type AccountsDeps = CommandDeps & {
  readonly frame: Frame;
  readonly officerOf: OfficerOf;
  /** The units for which another system may act, in the order of lists. */
  readonly listUnits: () => readonly { readonly id: number; readonly name: string }[];
  /** Whether cookies are sent over HTTPS alone. */
  readonly secureCookies: boolean;
  /** The name beside the code in authenticator apps, such as "Một Cửa Gia Lai". */
  readonly issuer: string;
  /** Sign-ins per minute from one address; a whole office may share one. Default 60. */
  readonly signInsPerMinute?: number;
};
