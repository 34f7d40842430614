import type { FastifyInstance } from "fastify";
import { processesApi } from "./api/processes.api.ts";
import { bpmnFilePages } from "./bpmn/bpmn-file.page.tsx";
import { editDraftPages } from "./edit-process/edit-draft.page.tsx";
import { importedPages } from "./import-processes/imported.page.tsx";
import { discardDraftPages } from "./manage-processes/discard-draft.page.tsx";
import { listProcessesPage } from "./manage-processes/list-processes.page.tsx";
import { showProcessPages } from "./manage-processes/show-process.page.tsx";
import type { ProcessesDeps } from "./processes-deps.ts";
import { publishDraftPages } from "./publish-draft/publish-draft.page.tsx";
import { tryProcessPages } from "./try-process/try-process.page.tsx";

/** Every page and API of the room, a line each. */
export function processesRoutes(app: FastifyInstance, deps: ProcessesDeps): void {
  listProcessesPage(app, deps);
  showProcessPages(app, deps);
  importedPages(app, deps);
  editDraftPages(app, deps);
  discardDraftPages(app, deps);
  bpmnFilePages(app, deps);
  publishDraftPages(app, deps);
  tryProcessPages(app, deps);
  processesApi(app, deps);
}
