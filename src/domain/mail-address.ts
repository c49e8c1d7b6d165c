const MAX_LENGTH = 254;
const LOCAL_PART = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/;
const DOMAIN = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;

/** One plain ASCII address: no name, no list, no line break that could smuggle in a header. */
export function isMailAddress(value: string): boolean {
  const at = value.lastIndexOf('@');
  if (at < 1 || value.length > MAX_LENGTH) return false;
  const [local, domain] = [value.slice(0, at), value.slice(at + 1)];
  return LOCAL_PART.test(local) && DOMAIN.test(domain) && !`${local}@${domain}`.includes('..');
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
