import { Button } from '@mantine/core';
import { REPORTS } from '../../src/words/console/reports.js';
import { useWords } from './language.js';
import type { ReportPage as Report } from './report-api.js';

interface Props {
  readonly report: Report;
  readonly words: string;
  readonly onTake: (words: string) => void;
}

/** Nobody copies off the screen what a machine has read behind the link. Nothing where it stands there already. */
export function TakeRead({ report: { reading }, words, onTake }: Props) {
  const { say } = useWords();
  if (!reading?.text || words.includes(reading.text)) return null;
  const { text } = reading;
  return (
    <Button variant="default" size="xs" mr="xs" onClick={() => onTake(text)}>
      {say(REPORTS.takeRead)}
    </Button>
  );
}
