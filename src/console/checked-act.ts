import type { Report } from '../domain/report.js';
import type { CheckedAct } from '../intake/reports/reported-act.js';
import { Refusal } from './access/refusal.js';
import type { ReportDesk } from './report-desk.js';

interface Given extends Omit<CheckedAct, 'actedAt' | 'media'> {
  readonly actedAt: string;
  readonly pictures: readonly string[];
}

/** What a person checked, with what stands on the pictures that they say are part of the act. */
export async function checkedAct(
  desk: Pick<ReportDesk, 'readPictures'>,
  report: Pick<Report, 'files'> | undefined,
  { pictures, actedAt, ...given }: Given,
): Promise<CheckedAct> {
  const files = [...new Set(pictures)].map((id) => {
    const file = report?.files.find((one) => one.id === id && one.shownSha256 !== undefined);
    if (!file) throw new Refusal('not_found');
    return file;
  });
  return { ...given, actedAt: new Date(actedAt), media: await desk.readPictures(files) };
}
