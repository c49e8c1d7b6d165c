import { Checkbox } from '@mantine/core';
import { REPORTS } from '../../src/words/console/reports.js';
import { useWords } from './language.js';
import type { ReportPage as Report } from './report-api.js';

interface Props {
  readonly report: Report;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Which pictures belong to the act: a person says so, since a screenshot holds words of others. */
export function ActPictures({ report, chosen, onChoose }: Props) {
  const { say } = useWords();
  const pictures = report.files.flatMap(({ id, isPicture }, i) => (isPicture ? [{ id, n: i + 1 }] : []));
  if (pictures.length === 0) return null;
  const change = (id: string, isPart: boolean) =>
    onChoose(pictures.map((one) => one.id).filter((one) => (one === id ? isPart : chosen.includes(one))));
  return (
    <fieldset className="act-pictures">
      <legend>{say(REPORTS.actPictures)}</legend>
      <p className="explain">{say(REPORTS.actPicturesHint)}</p>
      {pictures.map(({ id, n }) => (
        <Checkbox
          key={id}
          label={say(REPORTS.actPicture, { n })}
          checked={chosen.includes(id)}
          onChange={(event) => change(id, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
