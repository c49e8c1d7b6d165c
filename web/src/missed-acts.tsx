import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { numberQuotes } from '../../src/domain/segments.js';
import { MISSED } from '../../src/words/console/missed.js';
import { LOCALES } from '../../src/words/language.js';
import { KIND_TERMS, PLATFORM_TERMS, STAGE_TERMS } from '../../src/words/terms.js';
import { api } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { QuotedText } from './quoted-text.js';

/** Acts that people found true and no rule marked: words to write rules from. */
export function MissedActs() {
  const { say, nameOf, language } = useWords();
  const missed = useQuery({ queryKey: ['missed'], queryFn: api.missed });
  if (missed.isError) return <FailureNote error={missed.error} onRetry={() => missed.refetch()} />;
  if (!missed.data) return null;
  const { recall, items } = missed.data;
  const percent = new Intl.NumberFormat(LOCALES[language], { style: 'percent' });
  return (
    <section aria-label={say(MISSED.title)}>
      <h2>{say(MISSED.title)}</h2>
      <p className="explain wide">
        {recall
          ? say(MISSED.recall, {
              rate: percent.format(recall.rate),
              low: percent.format(recall.low),
              high: percent.format(recall.high),
              n: recall.cases,
            })
          : say(MISSED.none)}{' '}
        {say(MISSED.means)}
      </p>
      {items.length > 0 && (
        <table className="list">
          <tbody>
            {items.map(({ kind, platform, stage, text, targetText, cleared, sample }, i) => {
              const quotes = numberQuotes({ matches: [], cleared });
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: an act here has no name to be told by
                <tr key={i}>
                  <td>
                    {text && <QuotedText text={text} quotes={quotes.get('text')} />}
                    {targetText && <QuotedText text={targetText} quotes={quotes.get('target.text')} />}
                  </td>
                  <td className="narrow">
                    <CopySample sample={sample} />
                    <small>
                      {nameOf(KIND_TERMS, kind)} · {nameOf(PLATFORM_TERMS, platform)} · {nameOf(STAGE_TERMS, stage)}
                    </small>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Rule files are changed by whoever keeps them, with a diff: the page only hands over the line. */
function CopySample({ sample }: { sample: string }) {
  const { say } = useWords();
  const [state, setState] = useState<'copied' | 'refused'>();
  const copy = () =>
    navigator.clipboard.writeText(sample).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => void copy()}>
        {say(MISSED.copy)}
      </Button>
      <span role="status">
        {state === 'copied' && <small>{say(MISSED.copied)}</small>}
        {state === 'refused' && (
          <small>
            {say(MISSED.notCopied)} <code>{sample}</code>
          </small>
        )}
      </span>
    </>
  );
}
