import type { FastifyReply, FastifyRequest } from "fastify";

const COOKIE = "mc_flash";

/** Leaves one sentence for the next page this browser opens, such as "Đã chuyển hồ sơ". No personal data. */
export function leaveFlash(reply: FastifyReply, text: string): void {
  reply.setCookie(COOKIE, text, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    maxAge: 60,
  });
}

/** Takes the sentence, once. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply): string | undefined {
  const text = request.cookies[COOKIE];
  if (text === undefined) return undefined;
  reply.clearCookie(COOKIE, { path: "/" });
  return text;
}
