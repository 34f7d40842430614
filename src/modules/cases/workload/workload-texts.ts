import type { Lang } from "../../../kernel/time.ts";
import { en } from "./messages.en.ts";
import { vi, type WorkloadMessages } from "./messages.vi.ts";

export const workloadTexts = (lang: Lang): WorkloadMessages => (lang === "vi" ? vi : en);

export const WORKLOAD_URL = "/officer/workload";
export const SHARE_URL = `${WORKLOAD_URL}/share`;
export const AUTOMATIC_URL = `${WORKLOAD_URL}/automatic`;
