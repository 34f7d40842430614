import { z } from "zod";

export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
});

const Limit = z.object({
  amount: z.number(),
  unit: z.enum(["hour", "working-day", "calendar-day", "month", "in-day"]),
});
const ByChannel = z
  .object({ direct: Limit, postal: Limit, online: Limit })
  .partial()
  .describe("Time of cases that come by one of these channels; the others have `limit`");
const ChannelName = z.enum(["direct", "postal", "online"]);

export const ProcedureListBody = z.object({
  procedures: z.array(
    z.object({
      code: z.string(),
      version: z.number().int(),
      name: z.string(),
      nameEn: z.string().optional(),
      field: z.string(),
      levels: z.array(z.string()),
      receivable: z.boolean(),
      limit: Limit.optional(),
      limitByChannel: ByChannel.optional(),
      channels: z.array(ChannelName),
    }),
  ),
  next: z.string().optional().describe("`after` of the next page; absent on the last"),
});

/** ProcedureContent as others see it, with its standing. */
export const ProcedureBody = z.object({
  code: z.string(),
  version: z.number().int(),
  state: z.enum(["active", "withdrawn"]),
  receivable: z.boolean().describe("Taken in at the desks of the province"),
  updatedAt: z.iso.datetime(),
  name: z.string(),
  nameEn: z.string().optional(),
  field: z.string(),
  levels: z.array(z.string()),
  decisionNo: z.string().optional(),
  agency: z.string().optional(),
  promulgator: z.string().optional(),
  channels: z.array(ChannelName),
  limit: Limit.optional(),
  limitByChannel: ByChannel.optional(),
  limitNote: z.string().optional(),
  mountainDays: z
    .number()
    .int()
    .optional()
    .describe("Working days added where the land lies in a mountain commune, by the procedure's own text"),
  variants: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      limit: Limit,
      limitByChannel: ByChannel.optional(),
      paperIds: z.array(z.string()).optional(),
    }),
  ),
  papers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      group: z.string().optional(),
      originals: z.number().int(),
      copies: z.number().int(),
      required: z.boolean(),
      form: z.string().optional(),
    }),
  ),
  fees: z.array(
    z.object({
      name: z.string(),
      amount: z.number().optional().describe("Đồng; below 1000 the national catalogue's unit is unclear"),
      channel: ChannelName.optional(),
      note: z.string().optional(),
    }),
  ),
  legalBasis: z.array(z.string()),
  results: z.array(z.string()),
  subjects: z.array(z.string()),
  requirements: z.string().optional(),
  sequence: z.string().optional(),
  returnAtOnce: z.boolean(),
  everydayWords: z.array(z.string()),
});
