import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { REPORTS } from '../../src/words/console/reports.js';
import { RefusalNote } from './failure-note.js';
import { useWords } from './language.js';
import { QuotedText } from './quoted-text.js';
import { type ReportPage as Report, reportApi } from './report-api.js';
import { formatInstant } from './time.js';

/** Questions to whoever brought it, and their answers; nobody here knows who that is. */
export function ReportThread({ report, onSent }: { report: Report; onSent: (report: Report) => void }) {
  const { say, language } = useWords();
  // One id a message, so that sending it again after a failure is the same message.
  const [draft, setDraft] = useState(() => ({ id: crypto.randomUUID(), text: '' }));
  const send = useMutation({
    mutationFn: () => reportApi.message(report.id, draft),
    onSuccess: (changed) => {
      setDraft({ id: crypto.randomUUID(), text: '' });
      onSent(changed);
    },
  });
  return (
    <section className="panel" aria-label={say(REPORTS.thread)}>
      <h2>{say(REPORTS.thread)}</h2>
      <ul className="thread">
        {report.messages.map((message) => (
          <li key={message.id} className={message.from}>
            <small>
              {message.by ?? say(REPORTS.fromReporter)}, {formatInstant(message.at, report.zone, language)}
            </small>
            <br />
            <QuotedText text={message.text} />
          </li>
        ))}
      </ul>
      <Textarea
        label={say(REPORTS.write)}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
      {send.error && <RefusalNote error={send.error} />}
      <div className="submit">
        <Button
          size="xs"
          variant="default"
          mt="xs"
          disabled={draft.text.trim() === ''}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {say(REPORTS.send)}
        </Button>
      </div>
    </section>
  );
}
