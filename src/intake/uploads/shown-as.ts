import type { TakenFile } from './take-uploads.js';

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' };

/**
 * How a kept file leaves the house. A picture that we drew may be looked at; whatever came as it is goes as bytes to be
 * saved, with no type that a browser would run. Its name is ours: what its bringer called it is not known here.
 */
export function shownAs({ id, kind, type }: Pick<TakenFile, 'id' | 'kind' | 'type'>): Record<string, string> {
  const isOurs = kind === 'picture' && (type === 'image/jpeg' || type === 'image/png');
  const ending = ENDINGS[type] ?? (kind === 'video' ? 'video' : 'bin');
  const name = `laporan-${id.replace(/[^0-9a-f]/g, '').slice(0, 12)}.${ending}`;
  return {
    'content-type': isOurs ? type : 'application/octet-stream',
    'content-disposition': `${isOurs ? 'inline' : 'attachment'}; filename="${name}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  };
}
