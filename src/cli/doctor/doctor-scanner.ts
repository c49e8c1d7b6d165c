import { createScanCommand } from '../../evidence/scan-command.js';
import { SCANNER } from '../../words/cli/services.js';
import { sayIn } from '../../words/say.js';
import type { DoctorContext, DoctorRow } from './doctor-row.js';

const say = sayIn('id');
const LIMIT_MS = 10_000;

/** Asks the scanner about a harmless text, as it would be asked about what somebody brings. */
export async function checkScanner({ config }: Pick<DoctorContext, 'config'>): Promise<DoctorRow> {
  const row = { name: say(SCANNER.row), from: config.fileScanner?.[0] };
  const mend = 'NETRA_FILE_SCANNER="clamdscan --no-summary -"';
  if (!config.fileScanner) {
    const detail = say(SCANNER.none);
    return config.isProduction ? { ...row, state: 'warn', detail, mend } : { ...row, state: 'ok', detail };
  }
  const ask = createScanCommand(config.fileScanner, { limitMs: LIMIT_MS });
  const answer = await ask(Buffer.from('netra doctor')).catch(() => 'silent' as const);
  if (answer === 'clean') return { ...row, state: 'ok', detail: say(SCANNER.answers) };
  return { ...row, state: 'warn', detail: say(SCANNER.fails), mend };
}
