export type {
  Build,
  BuildRequest,
  BuildResult,
  BuiltFile,
  Phase,
  Progress,
} from './build.js';
export { build } from './build.js';
export type { Diagnostic } from './diagnostics/diagnostic.js';
export { formatDiagnostics } from './diagnostics/report.js';
export type { RuleId, Severity } from './diagnostics/rules.js';
export type { PaperName } from './geometry/frame.js';
export type { Output } from './output/model.js';
export { diskOutput } from './output/write.js';
export { diskWorld } from './world/disk.js';
export type { World } from './world/model.js';
