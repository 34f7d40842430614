import type { FastifyInstance } from "fastify";
import { proceduresApi } from "./api/procedures.api.ts";
import type { CatalogueDeps } from "./catalogue-deps.ts";
import { homePage } from "./home/home.page.tsx";
import { listProceduresPage } from "./list-procedures/list-procedures.page.tsx";
import { catalogueListPage } from "./manage-catalogue/catalogue-list.page.tsx";
import { manageProcedurePages } from "./manage-catalogue/manage-procedure.page.tsx";
import { importDetailPage } from "./review-imports/import-detail.page.tsx";
import { importListPage } from "./review-imports/import-list.page.tsx";
import { showProcedurePage } from "./show-procedure/show-procedure.page.tsx";

/** The home page, the citizens' pages of procedures, the controller's pages and the public API. */
export function catalogueRoutes(app: FastifyInstance, deps: CatalogueDeps): void {
  homePage(app, deps);
  listProceduresPage(app, deps);
  showProcedurePage(app, deps);
  catalogueListPage(app, deps);
  importListPage(app, deps);
  importDetailPage(app, deps);
  manageProcedurePages(app, deps);
  proceduresApi(app, deps);
}
