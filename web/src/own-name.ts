/** 24 hex digits that nobody else has. `randomUUID` is not there on a console that is reached by plain http. */
export function ownName(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
