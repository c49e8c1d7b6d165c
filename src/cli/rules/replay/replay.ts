import { createReplayer, type ReplayReport } from '../../../study/replay.js';
import { EXIT } from '../../exit.js';
import { withCore } from '../../with-core.js';

/** `netra rules replay FLAG`: exit 4 where the flag does not come out byte for byte as it is stored. */
export async function runRulesReplay(flagId: string, { json }: { json: boolean }): Promise<number> {
  return withCore(async ({ storage }) => {
    const report = await createReplayer(storage).replay(flagId);
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : replayText(report));
    return report.isEqual ? EXIT.ok : EXIT.broken;
  });
}

export function replayText({ flagId, isEqual, ruleset, elections, engine, differences }: ReplayReport): string {
  const under = [`  aturan     ${ruleset}`, `  pemilihan  ${elections}`, `  mesin      ${engine.stored}`];
  if (isEqual) return `${[`Tanda ${flagId} sama bita demi bita dengan hitungan ulang.`, ...under].join('\n')}\n`;
  const isOtherEngine = engine.stored !== engine.present;
  const advice = isOtherEngine
    ? `  mesin kini ${engine.present}: hitung ulang dengan Netra yang memakai mesin ${engine.stored}.`
    : '  langkah berikut: bandingkan dengan paket bukti (netra evidence verify) dan catatan audit (netra audit verify).';
  const places = differences.map((d) => `  ${d.path}: tersimpan ${show(d.stored)}, dihitung ${show(d.recomputed)}`);
  return `${[`Tanda ${flagId} BERBEDA dari hitungan ulang.`, ...under, ...places, advice].join('\n')}\n`;
}

function show(value: unknown): string {
  return value === undefined ? '(tidak ada)' : JSON.stringify(value);
}
