import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PermanentError } from '../../domain/errors.js';
import { REPORT_KEY, REPORT_KEY_FAULTS } from '../../words/cli/report-key.js';
import { sayError, sayIn } from '../../words/say.js';
import { EXIT } from '../exit.js';
import { toJson, writeOut } from '../print.js';
import { withCore } from '../with-core.js';
import { makeKeyPair } from './key-pair.js';

const say = sayIn('id');

export interface ReportKeyFlags {
  readonly out: string;
  readonly json?: boolean;
}

/**
 * `netra report-key create|rotate`: writes two files for the keeper, then takes the public half into use. In this order: a
 * key whose file was never written would seal names for nobody.
 */
export function runReportKey(name: 'create' | 'rotate', { out, json = false }: ReportKeyFlags): Promise<number> {
  return withCore(async ({ storage, clock }) => {
    const { reportKeys } = storage;
    const former = await reportKeys.findReportKey();
    if (name === 'create' && former) throw new PermanentError(...sayError(REPORT_KEY_FAULTS.there, 'id'));
    if (name === 'rotate' && !former) throw new PermanentError(...sayError(REPORT_KEY_FAULTS.none, 'id'));
    const { file, passphrase } = await makeKeyPair();
    const paths = {
      key: resolve(join(out, say(REPORT_KEY.keyFile, { id: file.id }))),
      passphrase: resolve(join(out, say(REPORT_KEY.passphraseFile, { id: file.id }))),
    };
    await writeOnce(paths.key, `${toJson(file)}\n`);
    await writeOnce(paths.passphrase, `${passphrase}\n`);
    const { id, publicKey } = file;
    await reportKeys.takeReportKeyIntoUse({ id, publicKey, madeAt: clock() }, 'system:cli');
    if (json) writeOut(`${toJson({ id, publicKey, files: paths, former: former?.id })}\n`);
    else writeOut(ceremony(id, { ...paths, former: former?.id }));
    return EXIT.ok;
  });
}

export function listReportKeys({ json = false }: { json?: boolean }): Promise<number> {
  return withCore(async ({ storage }) => {
    const keys = await storage.reportKeys.listReportKeys();
    for (const [i, key] of keys.entries()) {
      const state = say(i === 0 ? REPORT_KEY.current : REPORT_KEY.former);
      writeOut(
        json ? `${toJson({ ...key, isInUse: i === 0 })}\n` : `${key.id}  ${key.madeAt.toISOString()}  ${state}\n`,
      );
    }
    if (keys.length === 0 && !json) writeOut(`${say(REPORT_KEY.nothing)}\n`);
    return EXIT.ok;
  });
}

/** Never over a file that is there: it may be the only half of another key. */
async function writeOnce(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600, flush: true });
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new PermanentError(...sayError(REPORT_KEY_FAULTS.notWritten, 'id', { path, code }), { cause });
  }
}

function ceremony(
  id: string,
  { key, passphrase, former }: { key: string; passphrase: string; former?: string | undefined },
): string {
  const steps = [
    say(REPORT_KEY.made, { id }),
    say(REPORT_KEY.carryKey, { path: key }),
    say(REPORT_KEY.carryPassphrase, { path: passphrase }),
    say(REPORT_KEY.tryIt),
    say(REPORT_KEY.remove, { key, passphrase }),
    say(REPORT_KEY.loss),
    ...(former === undefined ? [] : [say(REPORT_KEY.keepFormer, { former })]),
  ];
  return `${steps.join('\n')}\n`;
}
