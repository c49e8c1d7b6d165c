import { Button, Loader, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FRAME } from '../../src/words/console/frame.js';
import { TOKEN_ABILITY_TERMS, TOKENS } from '../../src/words/console/tokens.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { formatInstant, NATION_ZONE } from './time.js';
import { type ListedToken, type MadeToken, tokenApi } from './token-api.js';
import { TokenForm } from './token-form.js';

/** Tokens of one's own, for programs. */
export function Tokens() {
  const { say } = useWords();
  const queries = useQueryClient();
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<MadeToken>();
  const list = useQuery({ queryKey: ['tokens'], queryFn: tokenApi.list });
  if (list.isPending) return <Loader aria-label={say(FRAME.loading)} />;
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  const changed = () => queries.invalidateQueries({ queryKey: ['tokens'] });
  const { tokens, abilities } = list.data;
  if (abilities.length === 0 && tokens.length === 0) return null;
  return (
    <section className="tokens" aria-labelledby="tokens">
      <h2 id="tokens">{say(TOKENS.title)}</h2>
      <p className="explain">{say(TOKENS.explain)}</p>
      <p className="dim">{say(TOKENS.endsWith)}</p>
      {tokens.length === 0 && <p>{say(TOKENS.none)}</p>}
      <ul className="people">
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} onRemoved={changed} />
        ))}
      </ul>
      {made && <Shown made={made} onKept={() => setMade(undefined)} />}
      {isMaking ? (
        <TokenForm
          abilities={abilities}
          onMade={(fresh) => {
            setMade(fresh);
            setIsMaking(false);
            return changed();
          }}
          onCancel={() => setIsMaking(false)}
        />
      ) : (
        !made &&
        abilities.length > 0 && (
          <Button variant="default" onClick={() => setIsMaking(true)}>
            {say(TOKENS.make)}
          </Button>
        )
      )}
    </section>
  );
}

function TokenRow({ token, onRemoved }: { token: ListedToken; onRemoved: () => unknown }) {
  const { say, nameOf, language } = useWords();
  const { id, name, abilities, mayWrite, state, lastUsedAt } = token;
  const at = (instant: string) => formatInstant(instant, NATION_ZONE, language);
  const remove = useMutation({ mutationFn: () => tokenApi.remove(id), onSuccess: onRemoved });
  return (
    <li>
      <p>
        <strong>{name}</strong>
      </p>
      <p>
        {abilities.map((ability) => nameOf(TOKEN_ABILITY_TERMS, ability)).join(', ')}
        {mayWrite && ` · ${say(TOKENS.alsoWrites)}`}
      </p>
      <p>
        <span className={state === 'active' ? 'badge quiet' : 'badge held'}>{say(TOKENS.states[state])}</span>{' '}
        <small>
          {say(TOKENS.until, { until: at(token.expiresAt) })} ·{' '}
          {lastUsedAt ? say(TOKENS.used, { at: at(lastUsedAt) }) : say(TOKENS.unused)}
        </small>
      </p>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={say(TOKENS.removeOf, { name })}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {say(TOKENS.remove)}
      </Button>
      {remove.isError && <FailureNote error={remove.error} />}
    </li>
  );
}

function Shown({ made: { token, expiresAt }, onKept }: { made: MadeToken; onKept: () => void }) {
  const { say, language } = useWords();
  return (
    <div className="notice">
      <p>{say(TOKENS.shown, { until: formatInstant(expiresAt, NATION_ZONE, language) })}</p>
      <TextInput readOnly label={say(TOKENS.token)} value={token} onFocus={(e) => e.currentTarget.select()} />
      <div className="button-row">
        <Button onClick={onKept}>{say(TOKENS.kept)}</Button>
      </div>
    </div>
  );
}
