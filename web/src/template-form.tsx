import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { MAX_TEMPLATE_LENGTH } from '../../src/domain/reason-template.js';
import { VERDICTS } from '../../src/domain/verdict.js';
import { FRAME } from '../../src/words/console/frame.js';
import { TEMPLATES } from '../../src/words/console/templates.js';
import { capital } from '../../src/words/say.js';
import { VERDICT_TERMS } from '../../src/words/terms.js';
import { api, type Template, type TemplateList } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';

interface Props {
  readonly list: TemplateList;
  /** Else a new one. */
  readonly template?: Template;
  readonly onSaved: () => unknown;
  readonly onCancel?: () => void;
}

export function TemplateForm({ list, template, onSaved, onCancel }: Props) {
  const { say, nameOf } = useWords();
  const [office, setOffice] = useState(template?.office ?? list.offices[0]?.code ?? '');
  const [verdict, setVerdict] = useState<Template['verdict']>(template?.verdict ?? 'dismissed');
  const [rule, setRule] = useState(template?.rule ?? '');
  const [text, setText] = useState(template?.text ?? '');
  const save = useMutation({
    mutationFn: () => api.saveTemplate({ office, verdict, rule: rule || null, text }, template?.id),
    onSuccess() {
      if (!template) setText('');
      onSaved();
    },
  });
  // A rule that was withdrawn since keeps its templates.
  const known = list.rules.some(({ id }) => id === rule) || rule === '' ? [] : [{ value: rule, label: rule }];
  const rules = [...list.rules.map(({ id, title }) => ({ value: id, label: title })), ...known];

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }
  return (
    <form className="template-form" onSubmit={submit} aria-label={say(template ? TEMPLATES.change : TEMPLATES.add)}>
      <NativeSelect
        size="xs"
        label={say(TEMPLATES.verdict)}
        value={verdict}
        onChange={(e) => setVerdict(e.currentTarget.value as Template['verdict'])}
        data={VERDICTS.map((value) => ({ value, label: capital(nameOf(VERDICT_TERMS, value)) }))}
      />
      <NativeSelect
        size="xs"
        label={say(TEMPLATES.rule)}
        value={rule}
        onChange={(e) => setRule(e.currentTarget.value)}
        data={[{ value: '', label: say(TEMPLATES.everyRule) }, ...rules]}
      />
      <NativeSelect
        size="xs"
        label={say(TEMPLATES.office)}
        value={office}
        onChange={(e) => setOffice(e.currentTarget.value)}
        data={list.offices.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Textarea
        className="wide"
        size="xs"
        label={say(TEMPLATES.text)}
        rows={2}
        required
        maxLength={MAX_TEMPLATE_LENGTH}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      {save.isError && <FailureNote error={save.error} />}
      <div className="wide">
        <Button size="xs" type="submit" loading={save.isPending} disabled={text.trim() === ''}>
          {say(template ? TEMPLATES.save : TEMPLATES.add)}
        </Button>
        {onCancel && (
          <Button size="xs" variant="subtle" onClick={onCancel}>
            {say(FRAME.cancel)}
          </Button>
        )}
      </div>
    </form>
  );
}
