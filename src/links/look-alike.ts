import { domainToUnicode } from 'node:url';
import { LOOK_ALIKES } from '../text/look-alikes.js';

const LATIN = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([letters, drawn]) => [...drawn].map((sign) => [sign, letters] as const)),
);
/** Figures that are read as letters. */
const FIGURES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  l: 'i',
};
const NAMES = ['tiktok', 'facebook', 'instagram', 'twitter', 'youtube', 'telegram', 'whatsapp', 'bsky'].map(drawnAs);

/** Where platforms keep pictures: named so by themselves. */
const OWN = /(?:^|\.)(?:cdninstagram|tiktokcdn(?:-\w+)?|twittercommunity|facebook)\.(?:com|net)$/;

/** Whether a host that is no platform's is written so that a person would take it for one. */
export function isLookAlike(host: string): boolean {
  if (OWN.test(host)) return false;
  const drawn = drawnAs(domainToUnicode(host).replaceAll('-', ''));
  return NAMES.some((name) => drawn.includes(name));
}

/** As the eye reads it: `rn` is `m`, a Cyrillic `о` is `o`, `l` and `1` are `i`. */
function drawnAs(name: string): string {
  const latin = [...name.normalize('NFKD').replace(/\p{M}/gu, '')].map((sign) => LATIN.get(sign) ?? sign).join('');
  return latin.replace(/rn/g, 'm').replace(/[013457l]/g, (sign) => FIGURES[sign] ?? sign);
}
