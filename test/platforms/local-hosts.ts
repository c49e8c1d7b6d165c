/** `host:port` of addresses on this machine, as it is written in `allowPrivateHosts`. */
export function hostsOf(...urls: readonly string[]): string[] {
  return urls.map((url) => new URL(url).host);
}
