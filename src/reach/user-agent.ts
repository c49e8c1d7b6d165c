/**
 * How Netra names itself everywhere, also towards robots.txt. `contact` is an address of the office that runs this
 * installation, so that a site's owner can ask it to stop.
 */
export function userAgentOf(contact: string): string {
  return `${ROBOT_NAME}/0.1 (pengawasan netralitas ASN; hanya halaman publik; ${contact})`;
}

export const ROBOT_NAME = 'NetraBot';

export const DEFAULT_USER_AGENT = userAgentOf('kontak: pengelola instansi');
