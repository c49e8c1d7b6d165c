import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { GOLDEN } from '../../src/words/console/golden.js';
import type { FlagPage as Flag } from './api.js';
import { FailureNote } from './failure-note.js';
import { goldenApi } from './golden-api.js';
import { useWords } from './language.js';

/** For whoever adjudicates: the flag that two people agreed on as one that others are asked about. */
export function GoldenPanel({ flag }: { flag: Flag }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (isGolden: boolean) => goldenApi.set(flag.id, isGolden),
    onSuccess: (page) => {
      queries.setQueryData(['flag', flag.id], page);
      void queries.invalidateQueries({ queryKey: ['golden'] });
    },
  });
  if (!flag.golden) return null;
  const { isGolden } = flag.golden;
  return (
    <section className="panel" aria-label={say(GOLDEN.title)}>
      <h3>{say(GOLDEN.title)}</h3>
      {isGolden && (
        <p>
          <strong>{say(GOLDEN.isOne)}</strong>
        </p>
      )}
      <p className="dim">{say(GOLDEN.means)}</p>
      {change.isError && <FailureNote error={change.error} />}
      <Button size="compact-sm" variant="default" loading={change.isPending} onClick={() => change.mutate(!isGolden)}>
        {say(isGolden ? GOLDEN.end : GOLDEN.choose)}
      </Button>
    </section>
  );
}
