import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { PEOPLE } from '../../src/words/console/people.js';
import { api, type InvitedAnswer, type NewUser, type UserList } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { OfficePicker } from './office-picker.js';
import { RoleSelect } from './role-select.js';
import { formatInstant, NATION_ZONE } from './time.js';

const EMPTY: NewUser = { username: '', displayName: '', mail: '', role: 'reviewer', offices: [] };

interface Props {
  readonly offices: UserList['offices'];
  readonly onInvited: () => unknown;
}

export function UserInvite({ offices, onInvited }: Props) {
  const { say } = useWords();
  const [draft, setDraft] = useState(EMPTY);
  const invite = useMutation({
    mutationFn: () => api.inviteUser(draft),
    onSuccess() {
      setDraft(EMPTY);
      return onInvited();
    },
  });
  const set = (part: Partial<NewUser>) => setDraft({ ...draft, ...part });
  function submit(event: FormEvent) {
    event.preventDefault();
    invite.mutate();
  }
  return (
    <details className="invite">
      <summary>{say(PEOPLE.invite)}</summary>
      <form className="people-form" onSubmit={submit} aria-label={say(PEOPLE.invite)}>
        <TextInput
          size="xs"
          required
          label={say(PEOPLE.name)}
          maxLength={120}
          value={draft.displayName}
          onChange={(e) => set({ displayName: e.currentTarget.value })}
        />
        <TextInput
          size="xs"
          required
          label={say(PEOPLE.username)}
          description={say(PEOPLE.usernameHint)}
          maxLength={64}
          autoComplete="off"
          value={draft.username}
          onChange={(e) => set({ username: e.currentTarget.value })}
        />
        <TextInput
          size="xs"
          type="email"
          label={say(PEOPLE.mail)}
          description={say(PEOPLE.mailHint)}
          maxLength={254}
          autoComplete="off"
          value={draft.mail}
          onChange={(e) => set({ mail: e.currentTarget.value })}
        />
        <RoleSelect label={say(PEOPLE.role)} value={draft.role} onChoose={(role) => set({ role })} />
        <OfficePicker
          role={draft.role}
          chosen={draft.offices}
          offices={offices}
          onChoose={(chosen) => set({ offices: chosen })}
        />
        {invite.isError && <FailureNote error={invite.error} />}
        <div className="wide">
          <Button size="xs" type="submit" loading={invite.isPending}>
            {say(PEOPLE.send)}
          </Button>
        </div>
      </form>
      {invite.data && <InvitedNote invited={invite.data} />}
    </details>
  );
}

/** What became of a link; where no mail went out, the link itself. */
export function InvitedNote({ invited: { link, until } }: { invited: InvitedAnswer }) {
  const { say, language } = useWords();
  const when = formatInstant(until, NATION_ZONE, language);
  if (link === null) return <output className="notice">{say(PEOPLE.sent, { until: when })}</output>;
  return (
    <output className="notice">
      {say(PEOPLE.shown, { until: when })}
      <TextInput
        size="xs"
        readOnly
        aria-label={say(PEOPLE.link)}
        value={link}
        onFocus={(e) => e.currentTarget.select()}
      />
    </output>
  );
}
