import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { REPORTS } from '../../src/words/console/reports.js';
import { RefusalNote } from './failure-note.js';
import { useWords } from './language.js';
import { type ReportPage as Report, reportApi } from './report-api.js';

interface Props {
  readonly report: Report;
  /** What stands in the pictures, each picture's behind the one before. The person checks it. */
  readonly onRead: (text: string) => void;
}

/** Nobody types a poster's call off the picture. Nothing where no picture was brought. */
export function ReadPictures({ report, onRead }: Props) {
  const { say } = useWords();
  const pictures = report.files.filter(({ isPicture }) => isPicture);
  const read = useMutation({
    mutationFn: async () => {
      const texts = [];
      for (const { id } of pictures) texts.push((await reportApi.pictureText(report.id, id)).text);
      return texts.filter((text) => text !== '').join('\n');
    },
    onSuccess: (text) => text !== '' && onRead(text),
  });
  if (pictures.length === 0) return null;
  return (
    <>
      <Button variant="default" size="xs" loading={read.isPending} onClick={() => read.mutate()}>
        {say(REPORTS.readPictures)}
      </Button>{' '}
      <small role="status">
        {read.isSuccess && say(read.data === '' ? REPORTS.nothingWritten : REPORTS.checkRead)}
      </small>
      {read.error && <RefusalNote error={read.error} />}
    </>
  );
}
