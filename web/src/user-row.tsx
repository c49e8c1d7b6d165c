import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isBoundToOffices, type Role } from '../../src/domain/abilities.js';
import { PEOPLE } from '../../src/words/console/people.js';
import { capital } from '../../src/words/say.js';
import { ROLE_TERMS } from '../../src/words/terms.js';
import { api, type ListedUser, type UserChangeBody, type UserList } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { OfficePicker } from './office-picker.js';
import { RoleSelect } from './role-select.js';
import { formatInstant, NATION_ZONE } from './time.js';
import { InvitedNote } from './user-invite.js';

interface Props {
  readonly user: ListedUser;
  readonly offices: UserList['offices'];
  readonly onChanged: () => unknown;
}

export function UserRow({ user, offices, onChanged }: Props) {
  const { say, nameOf, language } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { username, displayName, role, state, invitedUntil, sessions } = user;
  const none = isBoundToOffices(role) ? PEOPLE.noOffice : PEOPLE.everyOffice;
  return (
    <li>
      <p>
        <strong>{displayName}</strong> <small>{username}</small>{' '}
        {user.isMe && <span className="badge mine">{say(PEOPLE.me)}</span>}
      </p>
      <p>
        {capital(nameOf(ROLE_TERMS, role))} · {user.offices.length > 0 ? user.offices.join(', ') : say(none)}
      </p>
      <p>
        <span className={state === 'active' ? 'badge quiet' : 'badge held'}>{say(PEOPLE.states[state])}</span>{' '}
        <small>
          {invitedUntil && `${say(PEOPLE.until, { until: formatInstant(invitedUntil, NATION_ZONE, language) })} · `}
          {say(PEOPLE.sessions)}: {sessions}
          {user.hasSecondStep && ` · ${say(PEOPLE.withSecondStep)}`}
          {user.mail && ` · ${user.mail}`}
        </small>
      </p>
      <Button
        size="compact-sm"
        variant="default"
        aria-expanded={isOpen}
        aria-label={isOpen ? undefined : say(PEOPLE.changeOf, { username })}
        onClick={() => setIsOpen(!isOpen)}
      >
        {say(isOpen ? PEOPLE.close : PEOPLE.change)}
      </Button>
      {isOpen && <UserChange user={user} offices={offices} onChanged={onChanged} />}
    </li>
  );
}

function UserChange({ user, offices, onChanged }: Props) {
  const { say } = useWords();
  const [role, setRole] = useState<Role>(user.role);
  const [chosen, setChosen] = useState(user.offices);
  const [mail, setMail] = useState(user.mail ?? '');
  const change = useMutation({
    mutationFn: (body: UserChangeBody) => api.changeUser(user.id, body),
    onSuccess: onChanged,
  });
  const invite = useMutation({ mutationFn: () => api.inviteAgain(user.id), onSuccess: onChanged });
  const isClosed = user.state === 'closed';
  return (
    <div className="people-form">
      <Part label={say(PEOPLE.role)} onSave={() => change.mutate({ change: 'role', role })}>
        <RoleSelect aria-label={say(PEOPLE.role)} value={role} onChoose={setRole} />
      </Part>
      <Part label={say(PEOPLE.mail)} onSave={() => change.mutate({ change: 'mail', mail })}>
        <TextInput
          size="xs"
          type="email"
          aria-label={say(PEOPLE.mail)}
          maxLength={254}
          value={mail}
          onChange={(e) => setMail(e.currentTarget.value)}
        />
      </Part>
      <Part label={say(PEOPLE.offices)} onSave={() => change.mutate({ change: 'offices', offices: chosen })}>
        <OfficePicker role={user.role} chosen={chosen} offices={offices} onChoose={setChosen} />
      </Part>
      <div className="wide">
        <Button
          size="xs"
          variant="default"
          onClick={() => change.mutate({ change: isClosed ? 'enabled' : 'disabled' })}
        >
          {say(isClosed ? PEOPLE.enable : PEOPLE.disable)}
        </Button>
        <Button size="xs" variant="default" onClick={() => change.mutate({ change: 'sessions_ended' })}>
          {say(PEOPLE.endSessions)}
        </Button>
        {user.hasSecondStep && !user.isMe && (
          <Button size="xs" variant="default" onClick={() => change.mutate({ change: 'second_step_reset' })}>
            {say(PEOPLE.resetSecondStep)}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => invite.mutate()} loading={invite.isPending}>
          {say(PEOPLE.newLink)}
        </Button>
      </div>
      {change.isError && <FailureNote error={change.error} />}
      {invite.isError && <FailureNote error={invite.error} />}
      <output className="wide">
        {change.data &&
          (change.data.isChanged ? say(PEOPLE.done, { count: change.data.endedSessions }) : say(PEOPLE.unchanged))}{' '}
        {change.data?.isChanged &&
          change.data.isTold !== null &&
          say(change.data.isTold ? PEOPLE.told : PEOPLE.notTold)}
      </output>
      {invite.data && <InvitedNote invited={invite.data} />}
    </div>
  );
}

function Part({ label, onSave, children }: { label: string; onSave: () => void; children: ReactNode }) {
  const { say } = useWords();
  return (
    <fieldset className="wide">
      <legend>{label}</legend>
      {children}
      <Button size="xs" variant="default" onClick={onSave} aria-label={`${say(PEOPLE.save)}: ${label}`}>
        {say(PEOPLE.save)}
      </Button>
    </fieldset>
  );
}
