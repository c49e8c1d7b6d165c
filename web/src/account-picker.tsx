import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { REPORTS } from '../../src/words/console/reports.js';
import { PLATFORM_TERMS } from '../../src/words/terms.js';
import { useWords } from './language.js';
import { type AccountLine, reportApi } from './report-api.js';

const MIN_LETTERS = 2;

/** A registered account by name, handle, office or last digits. Enter takes the first one that is found. */
export function AccountPicker({ onChoose }: { onChoose: (account: AccountLine) => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['accounts', text],
    queryFn: () => reportApi.accounts(text),
    enabled: text.length >= MIN_LETTERS,
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  const accounts = text.length >= MIN_LETTERS ? (found.data?.accounts ?? []) : [];
  const choose = (account: AccountLine) => {
    setTyped('');
    onChoose(account);
  };
  return (
    <div>
      <TextInput
        size="sm"
        label={say(REPORTS.search)}
        placeholder={say(REPORTS.searchHint)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || !accounts[0]) return;
          event.preventDefault();
          choose(accounts[0]);
        }}
      />
      <AccountList accounts={accounts} onChoose={choose} />
    </div>
  );
}

export function AccountList({
  accounts,
  onChoose,
  label,
}: {
  accounts: readonly AccountLine[];
  onChoose?: ((account: AccountLine) => void) | undefined;
  label?: string;
}) {
  const { say } = useWords();
  if (accounts.length === 0) return null;
  return (
    <ul className="people" aria-label={label}>
      {accounts.map((account) => (
        <li key={account.id}>
          <AccountWords account={account} />
          {onChoose && (
            <Button size="compact-sm" variant="default" onClick={() => onChoose(account)}>
              {say(REPORTS.choose)}
              <span className="sr-only"> {account.name}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function AccountWords({ account }: { account: AccountLine }) {
  const { say, nameOf } = useWords();
  const { name, nipMasked, position, office, platform, handle, naming } = account;
  return (
    <span className="spread">
      <strong>{name}</strong> <small>{nipMasked.slice(-4)}</small>
      {naming && <span className={naming === 'name' ? 'badge warn' : 'badge'}>{say(REPORTS.naming[naming])}</span>}
      <br />
      <small>
        <bdi>{handle}</bdi> · {nameOf(PLATFORM_TERMS, platform)} · {position}, {office.name}
      </small>
    </span>
  );
}
