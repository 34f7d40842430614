/** The walls of docs/architecture.md, as errors. Each rule says why it stands. */
module.exports = {
  forbidden: [
    {
      name: "kernel-is-pure",
      comment: "The kernel is arithmetic and text: no package, no Node API, so that rules of law run anywhere.",
      severity: "error",
      from: { path: "^src/kernel/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^src/kernel/" },
    },
    {
      name: "domain-imports-kernel-alone",
      comment: "Rules of law are pure functions of what happened.",
      severity: "error",
      from: { path: "^src/modules/([^/]+)/domain/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: ["^src/kernel/", "^src/modules/$1/domain/"] },
    },
    {
      name: "platform-knows-no-module",
      comment: "The platform would be the same for another product.",
      severity: "error",
      from: { path: "^src/platform/" },
      to: { path: "^src/(modules|ui|seed|app|main)" },
    },
    {
      name: "ui-knows-no-data",
      comment: "The design system draws what it is given.",
      severity: "error",
      from: { path: "^src/ui/" },
      to: { path: "^src/(modules|platform|seed|app|main)|^node_modules/(kysely|pg|fastify)/" },
    },
    {
      name: "faces-do-not-touch-the-database",
      comment: "Pages and API files call commands and queries; SQL lives in stores and queries.",
      severity: "error",
      from: { path: "\\.(page|api|view)\\.tsx?$" },
      to: { path: "^node_modules/(kysely|pg)/|-store\\.ts$|^src/platform/database" },
    },
    {
      name: "modules-meet-at-index",
      comment: "Another module is reached through its index.ts only.",
      severity: "error",
      from: { path: "^src/modules/([^/]+)/" },
      to: { path: "^src/modules/([^/]+)/.+", pathNot: ["^src/modules/$1/", "^src/modules/[^/]+/index\\.ts$"] },
    },
    {
      name: "outsiders-meet-at-index",
      comment: "Composition root, seed and tools reach modules through index.ts too.",
      severity: "error",
      from: { path: "^src/(app|main|seed|commands)" },
      to: { path: "^src/modules/[^/]+/.+", pathNot: "^src/modules/[^/]+/index\\.ts$" },
    },
    {
      name: "no-cycles",
      comment: "A cycle means two rooms are one.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "not-to-unresolvable",
      comment: "An import that resolves nowhere is a mistake.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
