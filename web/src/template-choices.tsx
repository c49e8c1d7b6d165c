import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { TEMPLATES } from '../../src/words/console/templates.js';
import { api, type Template } from './api.js';
import type { DraftInHand } from './draft.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { may, useMe } from './session.js';

/** Under the left hand, and no other key of the page. */
const KEYS = ['a', 's', 'd', 'f', 'g'] as const;

/** Words that the office keeps for the verdict chosen, each by one key; what stands there then can be changed. */
export function TemplateChoices({ flagId, draft }: { flagId: string; draft: DraftInHand }) {
  const { say } = useWords();
  const { data } = useQuery({ queryKey: ['templates', flagId], queryFn: () => api.templatesFor(flagId) });
  const all = data?.templates ?? [];
  const fitting = all.filter((template) => template.verdict === draft.typed.verdict);
  const choose = ({ text }: Template) => draft.type({ reason: joined(draft.typed.reason, text, all) });
  useKeys(Object.fromEntries(KEYS.flatMap((key, i) => (fitting[i] ? [[key, () => choose(fitting[i]!)]] : []))));
  const isKept = may(useMe(), 'edit_templates') && draft.typed.verdict !== null;
  if (fitting.length === 0 && !isKept) return null;
  return (
    <fieldset className="templates" aria-label={say(TEMPLATES.chosenBy)}>
      {fitting.map((template, i) => (
        <button key={template.id} type="button" title={template.text} onClick={() => choose(template)}>
          {KEYS[i] && <kbd>{KEYS[i]}</kbd>} {template.text}
        </button>
      ))}
      {isKept && <Link to="/templates">{say(TEMPLATES.keep)}</Link>}
    </fieldset>
  );
}

/** One template takes the place of another; words of one's own are kept before it. */
function joined(reason: string, text: string, all: readonly Template[]): string {
  const isReplaced = reason.trim() === '' || all.some((template) => template.text === reason.trim());
  return isReplaced ? text : `${reason.trimEnd()} ${text}`;
}
