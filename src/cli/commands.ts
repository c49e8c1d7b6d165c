import { addAudit } from './audit/command.js';
import { addCollect } from './collect/command.js';
import type { AddCommand } from './command.js';
import { addDemo } from './demo/command.js';
import { addDigest } from './digest/command.js';
import { addDoctor } from './doctor/command.js';
import { addDossier } from './dossier/command.js';
import { addEvidence } from './evidence/command.js';
import { addImport } from './import/command.js';
import { addKeys } from './keys/command.js';
import { addLink } from './link/command.js';
import { addPicture } from './picture/command.js';
import { addPosters } from './posters/command.js';
import { addRegistry } from './registry/command.js';
import { addReportKey } from './report-key/command.js';
import { addRules } from './rules/command.js';
import { addScreen } from './screen/command.js';
import { addUp } from './up/command.js';
import { addUser } from './user/command.js';

/** Every command of `netra`, in the order `--help` shows them. One folder each; a folder without its line fails a test. */
export const COMMANDS: readonly AddCommand[] = [
  addDemo,
  addUp,
  addDoctor,
  addUser,
  addRegistry,
  addCollect,
  addImport,
  addScreen,
  addLink,
  addPicture,
  addPosters,
  addRules,
  addDigest,
  addEvidence,
  addDossier,
  addAudit,
  addKeys,
  addReportKey,
];
