import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { AGREEMENT } from '../../src/words/console/agreement.js';
import { GOLDEN } from '../../src/words/console/golden.js';
import { capital } from '../../src/words/say.js';
import { VERDICT_TERMS } from '../../src/words/terms.js';
import { FailureNote } from './failure-note.js';
import { type GoldenItem, goldenApi } from './golden-api.js';
import { useWords } from './language.js';
import { formatDay } from './time.js';

/** Which flags are golden, how they are answered, and which of them are to be read again. No person is in it. */
export function GoldenFlags() {
  const { say } = useWords();
  const list = useQuery({ queryKey: ['golden'], queryFn: goldenApi.list });
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  const items = list.data?.items ?? [];
  return (
    <>
      <h2>{say(GOLDEN.title)}</h2>
      <p className="explain wide">{say(GOLDEN.how)}</p>
      {list.data && items.length === 0 && <p>{say(GOLDEN.none)}</p>}
      {items.length > 0 && (
        <table className="list cards labelled">
          <thead>
            <tr>
              <th>{say(GOLDEN.flag)}</th>
              <th>{say(AGREEMENT.rule)}</th>
              <th>{say(GOLDEN.agreed)}</th>
              <th className="narrow">{say(GOLDEN.since)}</th>
              <th className="narrow">{say(GOLDEN.answers)}</th>
              <th className="narrow">{say(AGREEMENT.agreed)}</th>
              <th className="narrow">
                <span className="sr-only">{say(GOLDEN.end)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={item.flagId} item={item} />
            ))}
          </tbody>
        </table>
      )}
      {items.some((item) => item.isToReadAgain) && <p className="explain wide">{say(GOLDEN.readAgainMeans)}</p>}
    </>
  );
}

function Row({ item }: { item: GoldenItem }) {
  const { say, nameOf, language } = useWords();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => goldenApi.set(item.flagId, false),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['golden'] }),
  });
  const rules = item.rules.join(', ');
  return (
    <tr>
      <th scope="row">
        <Link to={`/flags/${item.flagId}`} aria-label={`${say(GOLDEN.open)}: ${rules}`}>
          {say(GOLDEN.open)}
        </Link>{' '}
        {item.isToReadAgain && <span className="badge warn">{say(GOLDEN.readAgain)}</span>}
        {end.isError && <FailureNote error={end.error} />}
      </th>
      <td data-label={say(AGREEMENT.rule)}>{rules}</td>
      <td data-label={say(GOLDEN.agreed)}>{capital(nameOf(VERDICT_TERMS, item.answer))}</td>
      <td className="narrow" data-label={say(GOLDEN.since)}>
        {formatDay(item.since, language)}
      </td>
      <td className="narrow" data-label={say(GOLDEN.answers)}>
        {item.answered}
      </td>
      <td className="narrow" data-label={say(AGREEMENT.agreed)}>
        {item.agreed ?? say(AGREEMENT.tooFew)}
      </td>
      <td className="narrow">
        <Button size="compact-xs" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
          {say(GOLDEN.end)}
        </Button>
      </td>
    </tr>
  );
}
