import type { FastifyInstance } from "fastify";
import type { Lang } from "../../kernel/time.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Vietnamese unless the person chose English (?lang=en, remembered in a cookie). */
    lang: Lang;
  }
}

const COOKIE = "mc_lang";

/** Finds out the language of each request; the first word is Vietnamese whatever the browser says. */
export function chooseLanguage(app: FastifyInstance): void {
  app.decorateRequest("lang", "vi");
  app.addHook("onRequest", async (request, reply) => {
    const asked = askedIn(request.url);
    if (asked === "vi" || asked === "en") {
      request.lang = asked;
      reply.setCookie(COOKIE, asked, { path: "/", sameSite: "lax", httpOnly: true, maxAge: 31_536_000 });
    } else if (request.cookies[COOKIE] === "en") {
      request.lang = "en";
    }
  });
}

/** The language named in an address; most addresses name none and are not taken apart. */
function askedIn(url: string): string | null {
  if (!url.includes("lang=")) return null;
  return new URLSearchParams(url.split("?")[1] ?? "").get("lang");
}
