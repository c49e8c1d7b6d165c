import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { ROLES, type Role } from '../../src/domain/abilities.js';
import { capital } from '../../src/words/say.js';
import { ROLE_TERMS } from '../../src/words/terms.js';
import { useWords } from './language.js';

interface Props extends Pick<NativeSelectProps, 'label' | 'aria-label'> {
  readonly value: Role;
  readonly onChoose: (role: Role) => void;
}

export function RoleSelect({ value, onChoose, ...named }: Props) {
  const { nameOf } = useWords();
  return (
    <NativeSelect
      size="xs"
      {...named}
      value={value}
      onChange={(e) => onChoose(e.currentTarget.value as Role)}
      data={ROLES.map((role) => ({ value: role, label: capital(nameOf(ROLE_TERMS, role)) }))}
    />
  );
}
