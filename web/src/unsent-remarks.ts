/** Remarks that were typed and not sent, by person and flag. In memory alone, so that a shared machine keeps none. */
const unsent = new Map<string, string>();

export interface UnsentRemark {
  find(): string;
  keep(text: string): void;
}

export function unsentRemark(username: string, flagId: string): UnsentRemark {
  const key = `${username} ${flagId}`;
  return {
    find: () => unsent.get(key) ?? '',
    keep(text) {
      if (text === '') unsent.delete(key);
      else unsent.set(key, text);
    },
  };
}
