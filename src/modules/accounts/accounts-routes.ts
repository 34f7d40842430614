import type { FastifyInstance } from "fastify";
import type { AccountsDeps } from "./accounts-deps.ts";
import { changePasswordPages } from "./change-password/change-password.page.tsx";
import { askForOwedPassword } from "./change-password/password-owed.ts";
import { accountListPage } from "./manage-accounts/account-list.page.tsx";
import { manageAccountPages } from "./manage-accounts/manage-account.page.tsx";
import { ownAccountPages } from "./own-account/own-account.page.tsx";
import { secondFactorPages } from "./second-factor/second-factor.page.tsx";
import { confirmCodePages } from "./sign-in/confirm-code.page.tsx";
import { signInPages } from "./sign-in/sign-in.page.tsx";
import { signOutRoute } from "./sign-out/sign-out.route.ts";
import { systemTokenPages } from "./system-tokens/system-tokens.page.tsx";

/**
 * The pages of signing in, one's own account and the administrator's list. Register it on the same instance as the
 * other rooms: its hook leads officers who owe a new password to that page from wherever they go.
 */
export function accountsRoutes(app: FastifyInstance, deps: AccountsDeps): void {
  askForOwedPassword(app);
  signInPages(app, deps);
  confirmCodePages(app, deps);
  signOutRoute(app, deps);
  changePasswordPages(app, deps);
  ownAccountPages(app, deps);
  secondFactorPages(app, deps);
  accountListPage(app, deps);
  systemTokenPages(app, deps);
  manageAccountPages(app, deps);
}
