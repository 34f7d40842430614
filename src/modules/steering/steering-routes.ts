import type { FastifyInstance } from "fastify";
import { apologyPages } from "./apologies/apologies.page.tsx";
import { boardApi } from "./board/board.api.ts";
import { boardPages } from "./board/board.page.tsx";
import { boardStreams } from "./board/board-stream.ts";
import { officerBoardPages } from "./board/officer-board.page.tsx";
import { delayPages } from "./delay-report/delay-report.page.tsx";
import { digestPage } from "./digest/digest.page.tsx";
import { figuresPage } from "./figures/figures.page.tsx";
import { noticePages } from "./notices/notices.page.tsx";
import type { SteeringDeps } from "./steering-deps.ts";

/** Every page of the room, a line each. */
export function steeringRoutes(app: FastifyInstance, deps: SteeringDeps): void {
  noticePages(app, deps);
  apologyPages(app, deps);
  digestPage(app, deps);
  delayPages(app, deps);
  figuresPage(app, deps);
  boardPages(app, deps);
  officerBoardPages(app, deps);
  boardStreams(app, deps);
  boardApi(app, deps);
}
