import { Button, NativeSelect } from '@mantine/core';
import { isBoundToOffices, type Role } from '../../src/domain/abilities.js';
import { PEOPLE } from '../../src/words/console/people.js';
import type { UserList } from './api.js';
import { useWords } from './language.js';

interface Props {
  readonly role: Role;
  readonly chosen: readonly string[];
  readonly offices: UserList['offices'];
  readonly onChoose: (chosen: string[]) => void;
}

/** The offices of one person; each with those below it. */
export function OfficePicker({ role, chosen, offices, onChoose }: Props) {
  const { say } = useWords();
  const nameOfOffice = (code: string) => offices.find((office) => office.code === code)?.name ?? code;
  const left = offices.filter(({ code }) => !chosen.includes(code));
  return (
    <div className="wide office-picker">
      <NativeSelect
        size="xs"
        label={say(PEOPLE.addOffice)}
        value=""
        onChange={(e) => onChoose([...chosen, e.currentTarget.value])}
        data={[
          { value: '', label: say(PEOPLE.chooseOffice) },
          ...left.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
        ]}
      />
      {chosen.map((code) => (
        <Button
          key={code}
          size="compact-sm"
          variant="default"
          aria-label={say(PEOPLE.removeOffice, { office: nameOfOffice(code) })}
          onClick={() => onChoose(chosen.filter((one) => one !== code))}
        >
          {nameOfOffice(code)} ×
        </Button>
      ))}
      {chosen.length === 0 && isBoundToOffices(role) && <small className="alarm">{say(PEOPLE.seesNothing)}</small>}
    </div>
  );
}
