/** Uncovers the part that seals a name. Its library is fetched when somebody opens it, and not before. */
export function offerIdentity(form: HTMLFormElement): void {
  const part = form.querySelector<HTMLDetailsElement>('#identity');
  if (!part) return;
  part.hidden = false;
  part.addEventListener('toggle', () => part.open && void import('./sealing.js'), { once: true });
}

/** What is sent of a name; nothing where none was given. Throws where it cannot be sealed: it never leaves in clear. */
export async function sealedIdentity(form: HTMLFormElement): Promise<string> {
  const part = form.querySelector<HTMLDetailsElement>('#identity');
  const typed = (id: string) => form.querySelector<HTMLInputElement>(id)?.value.trim() ?? '';
  const identity = { name: typed('#own-name'), contact: typed('#own-contact') };
  if (!part || (identity.name === '' && identity.contact === '')) return '';
  const { seal } = await import('./sealing.js');
  return seal(identity, { id: part.dataset.keyId ?? '', publicKey: part.dataset.key ?? '' });
}
