import { Button, Loader } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { VERDICTS } from '../../src/domain/verdict.js';
import { FRAME } from '../../src/words/console/frame.js';
import { TEMPLATES } from '../../src/words/console/templates.js';
import { capital } from '../../src/words/say.js';
import { VERDICT_TERMS } from '../../src/words/terms.js';
import { api, type Template, type TemplateList } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { may, useMe } from './session.js';
import { TemplateForm } from './template-form.js';

/** What the own offices keep as words for reasons. */
export function TemplatesPage() {
  const me = useMe();
  const { say } = useWords();
  const queries = useQueryClient();
  const mayEdit = may(me, 'edit_templates');
  const list = useQuery({ queryKey: ['templates'], queryFn: api.templates, enabled: mayEdit });
  const [isSaved, setIsSaved] = useState(false);
  if (!mayEdit) return <p className="page">{say(FRAME.noPart)}</p>;
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  if (list.isPending) return <Loader aria-label={say(FRAME.loading)} m="xl" />;
  const changed = () => {
    setIsSaved(true);
    return queries.invalidateQueries({ queryKey: ['templates'] });
  };
  const { templates } = list.data;
  return (
    <div className="page own templates-page">
      <h1>{say(TEMPLATES.title)}</h1>
      <p className="explain">{say(TEMPLATES.explain)}</p>
      <TemplateForm list={list.data} onSaved={changed} />
      <output>{isSaved && say(TEMPLATES.saved)}</output>
      {templates.length === 0 && <p>{say(TEMPLATES.none)}</p>}
      {VERDICTS.map((verdict) => (
        <OfVerdict
          key={verdict}
          verdict={verdict}
          templates={templates.filter((template) => template.verdict === verdict)}
          list={list.data}
          onChanged={changed}
        />
      ))}
    </div>
  );
}

interface Shared {
  readonly list: TemplateList;
  readonly onChanged: () => Promise<void>;
}

function OfVerdict({
  verdict,
  templates,
  ...shared
}: Shared & { verdict: Template['verdict']; templates: readonly Template[] }) {
  const { nameOf } = useWords();
  if (templates.length === 0) return null;
  return (
    <section>
      <h2>{capital(nameOf(VERDICT_TERMS, verdict))}</h2>
      <ul className="template-list">
        {templates.map((template) => (
          <Line key={template.id} template={template} {...shared} />
        ))}
      </ul>
    </section>
  );
}

function Line({ template, list, onChanged }: Shared & { template: Template }) {
  const { say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const remove = useMutation({ mutationFn: () => api.removeTemplate(template.id), onSuccess: onChanged });
  const office = list.offices.find(({ code }) => code === template.office)?.name ?? template.office;
  const rule = list.rules.find(({ id }) => id === template.rule)?.title ?? template.rule;
  if (isOpen) {
    const close = () => setIsOpen(false);
    return (
      <li>
        <TemplateForm list={list} template={template} onSaved={() => onChanged().then(close)} onCancel={close} />
      </li>
    );
  }
  return (
    <li>
      <p>{template.text}</p>
      <small>
        {office} · {rule ?? say(TEMPLATES.everyRule)}
      </small>
      <Button size="compact-sm" variant="default" onClick={() => setIsOpen(true)}>
        {say(TEMPLATES.change)}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => remove.mutate()} loading={remove.isPending}>
        {say(TEMPLATES.remove)}
      </Button>
      {remove.isError && <FailureNote error={remove.error} />}
    </li>
  );
}
