export type { AccountsDeps } from "./accounts-deps.ts";
export { accountsRoutes } from "./accounts-routes.ts";
export { type CreateAccountsOptions, createAccounts, type NewAccount } from "./create-accounts-store.ts";
export { forgetExpired } from "./forget-expired.ts";
export type { OfficerFacts, OfficerOf } from "./officer-of.ts";
export { type AccountSession, sessionPort } from "./session-port.ts";
export { type CreateSystemToken, createSystemToken } from "./system-tokens/create-system-token.ts";
export { tokensFollowSuccessors } from "./system-tokens/follow-successors.ts";
export { tokensOfUnits } from "./system-tokens/system-token-list.query.ts";
