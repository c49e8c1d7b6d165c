import './form.css';
import { clearDraft, keepDraft, restoreDraft } from './draft.js';
import { countFormalDays } from './formal-day.js';
import { offerIdentity, sealedIdentity } from './identity-field.js';
import { solve } from './proof.js';
import { showInSteps } from './steps.js';

/** What the page can do without, and does better with: three questions at a time, a draft, one report for two clicks. */
const form = document.querySelector<HTMLFormElement>('#report');
if (form) takeOver(form);
// The report is in: nothing of it stays on the device.
if (document.querySelector('[data-receipt]')) clearDraft();

function takeOver(form: HTMLFormElement): void {
  restoreDraft(form);
  keepDraft(form);
  countFormalDays(form);
  offerIdentity(form);
  const steps = showInSteps(form);
  const fault = document.querySelector<HTMLElement>('#notice.fault');
  if (fault) steps.showAll();
  fault?.focus();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (steps.forward()) return;
    void send(form);
  });
}

async function send(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')!;
  if (button.disabled) return;
  button.disabled = true;
  try {
    tell(form, 'sending');
    const isSealed = await putIdentity(form);
    if (isSealed) await deliver(form);
  } catch {
    tell(form, 'network');
  } finally {
    button.disabled = false;
  }
}

/** A name that cannot be sealed is not sent in any other way: its giver decides whether to send without. */
async function putIdentity(form: HTMLFormElement): Promise<boolean> {
  try {
    field(form, 'identity').value = await sealedIdentity(form);
    return true;
  } catch {
    tell(form, 'sealing');
    return false;
  }
}

async function deliver(form: HTMLFormElement, hasProved = false): Promise<void> {
  const response = await fetch(form.action, { method: 'POST', body: new FormData(form) });
  const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
  const main = answer.querySelector('main');
  if (response.ok && main) {
    clearDraft();
    document.querySelector('main')!.replaceWith(main);
    document.title = answer.title;
    window.scrollTo(0, 0);
    const heading = main.querySelector('h1')!;
    heading.tabIndex = -1;
    heading.focus();
    return;
  }
  const box = answer.querySelector<HTMLElement>('#notice');
  if (!box) throw new Error('no answer of ours');
  const { challenge } = box.dataset;
  if (challenge && !hasProved && 'subtle' in crypto) {
    tell(form, 'working');
    field(form, 'proof').value = await solve(challenge);
    return deliver(form, true);
  }
  field(form, 'token').value = answer.querySelector<HTMLInputElement>('input[name=token]')?.value ?? '';
  tell(form);
  document.querySelector('#notice')!.replaceWith(box);
  box.focus();
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  const known = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (known) return known;
  const made = Object.assign(document.createElement('input'), { type: 'hidden', name });
  form.prepend(made);
  return made;
}

function tell(form: HTMLFormElement, what?: 'sending' | 'working' | 'network' | 'sealing'): void {
  document.querySelector('#status')!.textContent = what ? (form.dataset[what] ?? '') : '';
}
