/** Where officers begin. */
const OFFICER_HOME = "/officer";

const BASE = "http://own.invalid";

/**
 * The page to go to after signing in: the wished one if it is a path of this site, else the officers' first page.
 * Browsers read "//host", "/\host" and a tab between the slashes as another site, so those are not paths.
 */
export function ownPath(wish: string | undefined): string {
  if (wish === undefined || !wish.startsWith("/") || /[\\\p{Cc}]/u.test(wish)) return OFFICER_HOME;
  if (!URL.canParse(wish, BASE)) return OFFICER_HOME;
  const url = new URL(wish, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//")) return OFFICER_HOME;
  // Back to the sign-in page would be a circle.
  if (/^\/sign-(in|out)(\/|$)/.test(url.pathname)) return OFFICER_HOME;
  return `${url.pathname}${url.search}${url.hash}`;
}
