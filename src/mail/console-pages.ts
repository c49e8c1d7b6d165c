/** A page of the console, or its first one; `filters` stand in its address as the console itself writes them. */
export interface ConsolePage {
  readonly path?: 'decisions' | 'coverage' | 'reports' | 'notices' | 'registry';
  readonly filters?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Addresses of the console's pages. Throws TypeError where `consoleUrl` is no web address; a password in it is left out. */
export function pagesOf(consoleUrl: string): (page: ConsolePage) => string {
  const root = new URL(consoleUrl);
  if (root.protocol !== 'http:' && root.protocol !== 'https:') {
    throw new TypeError('consoleUrl must be http: or https:');
  }
  root.username = '';
  root.password = '';
  return ({ path, filters = {} }) => {
    const page = new URL(root);
    if (path !== undefined) page.pathname = `${page.pathname.replace(/\/$/, '')}/${path}`;
    for (const [name, value] of Object.entries(filters)) if (value !== undefined) page.searchParams.set(name, value);
    return page.href;
  };
}
