import './form.css';
import { type ReportKeyFile, readKeyFile } from '../../../src/domain/report-key.js';
import { open, unlock } from './sealing.js';

// The keeper's page. The private half of a key comes from the keeper's own medium, is used here, and is sent nowhere.

const form = document.querySelector<HTMLFormElement>('#keeper')!;
const told = document.querySelector<HTMLElement>('#status')!;
const shown = document.querySelector<HTMLElement>('#identity')!;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const isTrial = (event.submitter as HTMLButtonElement | null)?.value === 'try';
  void (isTrial ? tryKey() : openIdentity());
});
form.querySelector('[data-close]')!.addEventListener('click', forget);
for (const button of form.querySelectorAll('button')) button.disabled = false;
// A page that is put away keeps nothing to come back to.
addEventListener('pagehide', forget);

async function tryKey(): Promise<void> {
  const held = await heldKey();
  if (!held) return;
  held.privateKey.fill(0);
  tell('fits');
}

async function openIdentity(): Promise<void> {
  const held = await heldKey();
  if (!held) return;
  const { file, privateKey } = held;
  try {
    const id = form.querySelector<HTMLInputElement>('#report')!.value.trim();
    const response = await fetch(`/api/reports/${encodeURIComponent(id)}/identity`, { cache: 'no-store' });
    const answer = (await response.json()) as { box?: string; error?: { message: string; hint: string } };
    if (!answer.box) return tellText(`${answer.error?.message ?? ''} ${answer.error?.hint ?? ''}`);
    if (!answer.box.startsWith(`${file.id}.`)) return tellText(`${told.dataset.otherKey} ${answer.box.split('.')[0]}`);
    const { name, contact } = await open(answer.box, file, privateKey);
    shown.querySelector('[data-name]')!.textContent = name;
    shown.querySelector('[data-contact]')!.textContent = contact;
    shown.hidden = false;
    tell('opened');
  } catch {
    tell('broken');
  } finally {
    privateKey.fill(0);
  }
}

async function heldKey(): Promise<{ file: ReportKeyFile; privateKey: Uint8Array } | undefined> {
  const text = await form.querySelector<HTMLInputElement>('#key')!.files?.[0]?.text();
  const file = text === undefined ? undefined : readKeyFile(text);
  if (!file) {
    tell('noKey');
    return undefined;
  }
  try {
    return { file, privateKey: await unlock(file, form.querySelector<HTMLInputElement>('#passphrase')!.value) };
  } catch {
    tell('wrongPassphrase');
    return undefined;
  }
}

function forget(): void {
  form.reset();
  for (const part of shown.querySelectorAll('[data-name], [data-contact]')) part.textContent = '';
  shown.hidden = true;
  tellText('');
}

function tell(what: string): void {
  tellText(told.dataset[what] ?? '');
}

function tellText(text: string): void {
  told.textContent = text;
}
