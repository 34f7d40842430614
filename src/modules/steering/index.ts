export { type DelayFigures, delayFigures } from "./delay-report/delay-report.ts";
export { type CareFigures, careFigures } from "./figures/care-figures.ts";
export { provinceFigures } from "./figures/province-figures.ts";
export { type SteeringCounts, steeringCounts } from "./notices/notices.query.ts";
export type { SteeringDeps } from "./steering-deps.ts";
export { steeringJobs } from "./steering-jobs.ts";
export { steeringRoutes } from "./steering-routes.ts";
