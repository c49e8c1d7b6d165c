import { NativeSelect, TextInput } from '@mantine/core';
import { QUEUE } from '../../src/words/console/queue.js';
import { useWords } from './language.js';

interface Props {
  readonly label: string;
  /** What stands first: nothing is chosen. */
  readonly all: string;
  readonly value: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
  readonly className?: string;
}

/** One choice of a filter bar; nothing chosen is the empty string. */
export function FilterSelect({ label, all, value, choices, onChoose, className }: Props) {
  return (
    <NativeSelect
      size="xs"
      className={className}
      aria-label={label}
      value={value ?? ''}
      onChange={(e) => onChoose(e.currentTarget.value)}
      data={[{ value: '', label: all }, ...choices]}
    />
  );
}

interface DayProps {
  readonly label: string;
  /** What stands in the field before the day. */
  readonly before: string;
  readonly value: string | undefined;
  readonly min?: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** One day of a filter bar; no day is the empty string. */
export function FilterDay({ label, before, value, min, onChoose }: DayProps) {
  return (
    <TextInput
      size="xs"
      className="day"
      leftSection={before}
      leftSectionWidth={42}
      type="date"
      aria-label={label}
      min={min}
      value={value ?? ''}
      onChange={(e) => onChoose(e.currentTarget.value)}
    />
  );
}

type Office = { readonly code: string; readonly name: string };

/** The office of a filter bar, out of all that one may see. */
export function FilterOffice({
  value,
  offices,
  onChoose,
}: Pick<Props, 'value' | 'onChoose'> & { offices: readonly Office[] }) {
  const { say } = useWords();
  return (
    <FilterSelect
      label={say(QUEUE.filterOffice)}
      all={say(QUEUE.allOffices)}
      value={value}
      choices={offices.map(({ code, name }) => ({ value: code, label: name }))}
      onChoose={onChoose}
    />
  );
}

/** The address with one filter set, or without it where nothing is chosen. */
export function withFilter(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
