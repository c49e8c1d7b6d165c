import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';

interface Props {
  /** What the list is narrowed by now; keyed by it, so that the field follows the address. */
  readonly q: string | undefined;
  readonly label: string;
  readonly find: string;
  readonly className?: string;
  readonly onSearch: (text: string) => void;
  /** Behind the button. */
  readonly children?: ReactNode;
}

/** Narrows a list by what somebody types, once they send it. */
export function ListSearch({ q, label, find, className, onSearch, children }: Props) {
  const [text, setText] = useState(q ?? '');
  function submit(event: FormEvent) {
    event.preventDefault();
    onSearch(text.trim());
  }
  return (
    <search>
      <form className={className ? `people-search ${className}` : 'people-search'} onSubmit={submit}>
        <TextInput
          size="xs"
          type="search"
          aria-label={label}
          placeholder={label}
          value={text}
          maxLength={100}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default">
          {find}
        </Button>
        {children}
      </form>
    </search>
  );
}
