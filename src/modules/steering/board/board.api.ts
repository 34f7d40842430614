import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { toLocalIso } from "../../../kernel/time.ts";
import { PERIODS } from "../domain/board-sums.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import type { BoardFigures } from "./board-figures.ts";
import { boardModel, scopeOf } from "./board-model.ts";
import { boardRequest } from "./board-request.ts";

const count = z.number().int();
const rate = z.number().min(0).max(1).optional();
const Figures = z
  .object({
    received: count,
    ended: count,
    returned: count,
    onTime: count,
    late: count,
    withdrawnOrStopped: count,
    open: count,
    paused: count,
    lateNow: count.describe("Open, late and the clock runs"),
    latePaused: count.describe("Of `paused`: late already when the clock stopped"),
    toReturn: count,
    official: rate.describe("Share on time by index 766 (QĐ 766/QĐ-TTg); absent where it counts no case"),
    honest: rate.describe("Share of first promises kept; absent where none was kept or broken"),
    officialBase: count.describe("Cases of which `official` is a share"),
    honestBase: count.describe("Cases of which `honest` is a share"),
  })
  .meta({ id: "BoardFigures" });

const Board = z
  .object({
    asOf: z.string(),
    version: count.describe("Grows with every change of a number"),
    period: z.enum(PERIODS),
    from: z.string().describe("First day of the period"),
    total: Figures,
    levels: z.array(z.object({ level: z.string(), figures: Figures })),
    units: z.array(z.object({ unit: z.string(), name: z.string(), figures: Figures })),
    fields: z.array(z.object({ id: count, field: z.string(), figures: Figures })),
  })
  .meta({ id: "Board" });

const Problem = z.object({ type: z.string(), title: z.string(), status: count }).describe("RFC 9457 problem");

/** GET /api/v1/board: the numbers of the public board for other programs. */
export function boardApi(app: FastifyInstance, deps: SteeringDeps): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    "/api/v1/board",
    {
      config: { access: "public" },
      schema: {
        summary: "Live numbers of the province by level, unit and field; no personal data",
        tags: ["board"],
        querystring: z.object({
          period: z.enum(PERIODS).default("today"),
          level: z.string().max(20).optional(),
          unit: z.string().max(40).optional().describe("Code of a unit, such as H21.18"),
          field: z.coerce.number().int().positive().max(1_000_000).optional().describe("Id of a field"),
        }),
        response: { 200: Board, 400: Problem },
      },
    },
    async (request) => {
      const asked = boardRequest(request.query);
      const numbers = await deps.board.numbers(asked.period, scopeOf(asked, deps.directory));
      const order = { sort: "unit", order: "ascending" } as const;
      const model = boardModel(numbers, order, deps.directory, request.lang);
      return {
        asOf: toLocalIso(model.asOf),
        version: model.version,
        period: asked.period,
        from: model.starts,
        total: body(model.total),
        levels: model.levels.map(({ only, figures }) => ({
          level: only.level ?? "",
          figures: body(figures),
        })),
        units: model.units.map(({ only, name, figures }) => ({
          unit: only.unit ?? "",
          name,
          figures: body(figures),
        })),
        fields: model.fields.map(({ only, name, figures }) => ({
          id: only.field ?? 0,
          field: name,
          figures: body(figures),
        })),
      };
    },
  );
}

/** Absent is absent in JSON. */
function body({ official, honest, ...counts }: BoardFigures): z.infer<typeof Figures> {
  return {
    ...counts,
    ...(official === undefined ? {} : { official }),
    ...(honest === undefined ? {} : { honest }),
  };
}
