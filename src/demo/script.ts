import type { ActivityKind } from '../domain/platform.js';
import { JAWA_TIMUR } from './content/jawa-timur.js';
import { BULLETIN, IMPORT_FILE, NOT_WATCHED } from './content/other-places.js';
import { PUBLIC_VOICES } from './content/public-voices.js';
import { PAPUA, SULAWESI_SELATAN } from './content/timur-indonesia.js';

/** One act of the sample network, as its author wrote the script. */
export interface ScriptedAct {
  readonly by: string;
  readonly hoursAgo: number;
  readonly kind: ActivityKind;
  /**
   * `marked`: some rule should propose it; `lawful`: none may; `open`: lawyers differ, as on an account that is not
   * registered to a ticket; `unseen`: nobody may read it; `public`: not an ASN.
   */
  readonly expect: 'marked' | 'lawful' | 'open' | 'unseen' | 'public';
  /** What the act is an example of, such as `own_support` or `passive_attendance`. */
  readonly example: string;
  /** `@key` of a public post, `@handle` for a follow, or a handle on another platform. */
  readonly on: string;
  /** Others refer to the act by it; only public voices have one. */
  readonly key: string;
  readonly text: string;
  readonly picture: string;
  readonly targetText: string;
}

function parse(script: string, isPublic = false): ScriptedAct[] {
  return script
    .trim()
    .split('\n')
    .map((line) => {
      const [by = '', hours = '', kind = '', what = '', link = '', text = '', picture = '', targetText = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      const [expect = '', example = ''] = isPublic ? ['public', what] : what.split(' ');
      return {
        by,
        hoursAgo: Number(hours),
        kind: kind as ActivityKind,
        expect: expect as ScriptedAct['expect'],
        example,
        on: link.startsWith('#') ? '' : link,
        key: link.startsWith('#') ? link.slice(1) : '',
        text: text.replaceAll('⏎', '\n'),
        picture,
        targetText,
      };
    });
}

export const PUBLIC_POSTS: readonly ScriptedAct[] = parse(PUBLIC_VOICES, true);
export const BLUESKY_ACTS: readonly ScriptedAct[] = [JAWA_TIMUR, SULAWESI_SELATAN, PAPUA, NOT_WATCHED].flatMap((s) =>
  parse(s),
);
export const BULLETIN_ACTS: readonly ScriptedAct[] = parse(BULLETIN);
export const IMPORTED_ACTS: readonly ScriptedAct[] = parse(IMPORT_FILE);
