export { LiveBoard } from "./board/live-board.ts";
export { type BoardRebuild, rebuildBoard } from "./board/rebuild-board.ts";
export { provinceFigures } from "./figures/province-figures.ts";
export { followSuccessors } from "./follow-successors.ts";
export { type SteeringCounts, steeringCounts } from "./notices/notices.query.ts";
export type { SteeringDeps } from "./steering-deps.ts";
export { steeringJobs } from "./steering-jobs.ts";
export { steeringRoutes } from "./steering-routes.ts";
