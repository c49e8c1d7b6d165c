const KEY = 'netra-lapor';
/** Set at each load, chosen anew, or made by the script. */
const NOT_KEPT = ['token', 'proof', 'identity', 'files'];

/** Text alone; a file stays where it is, and a name to be sealed is never laid down. */
export function keepDraft(form: HTMLFormElement): void {
  const note = form.querySelector<HTMLElement>('.kept')!;
  const keep = () => {
    const typed = [...new FormData(form)].filter(
      ([name, value]) => !NOT_KEPT.includes(name) && typeof value === 'string',
    );
    write(JSON.stringify(Object.fromEntries(typed)));
    note.hidden = false;
  };
  form.addEventListener('input', keep);
  note.querySelector('[data-forget]')!.addEventListener('click', () => {
    clearDraft();
    for (const control of controls(form)) control.value = '';
    note.hidden = true;
  });
}

/** What came back with the page is newer than what was kept. */
export function restoreDraft(form: HTMLFormElement): void {
  const kept = readDraft();
  if (!kept || controls(form).some(({ value }) => value !== '')) return;
  for (const control of controls(form)) control.value = String(kept[control.name] ?? '');
  const channel = form.querySelector<HTMLInputElement>(
    `input[name=channel][value="${kept.channel === 'private' ? 'private' : 'public'}"]`,
  );
  if (channel) channel.checked = true;
  form.querySelector<HTMLElement>('.kept')!.hidden = false;
}

export function clearDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to clear.
  }
}

function controls(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[type=text][name], input[type=date], textarea, select')];
}

function readDraft(): Record<string, unknown> | undefined {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function write(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Full, or not allowed: the form goes on without a draft.
  }
}
