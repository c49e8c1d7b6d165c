import { NativeSelect } from '@mantine/core';

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

/** The address with one filter set, or without it where nothing is chosen. */
export function withFilter(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
