import { BoundedCache } from '../../text/bounded-cache.js';
import type { Candidate } from './ballot.js';
import { nameWords, plainWords } from './signs.js';

/** What teams and volunteers call themselves beside the name of their ticket. */
const TEAM_WORDS = (
  'relawan tim timses timmenang posko gardu garda sahabat sobat laskar pejuang barisan pendukung kawan teman pemenangan ' +
  'gerakan rumah suara menangkan dukung pilih milenial pemuda emak saung balad baraya dulur konco sedulur bolo rombongan ' +
  'media info kabar center official menang satu dua tiga bersama'
).split(' ');
const MIN_NAME = 3;

/** Tickets whose team an account is by its name, though no election file registers it: `relawan-budisari`, `timbudisari`. */
export class TeamHandles {
  readonly #names = new Map<string, number[]>();
  readonly #known = new BoundedCache<string, readonly number[]>(10_000);

  constructor(candidates: readonly Candidate[]) {
    for (const { ticket, index } of candidates) {
      const pairs = ticket === undefined ? [] : [ticket.names.map((name) => nameWords(name)[0]!).join('')];
      const written = [...(ticket?.aliases ?? []).map(({ text }) => plainWords(text).join('')), ...pairs];
      for (const name of new Set(written.filter(({ length }) => length >= MIN_NAME))) {
        this.#names.set(name, [...(this.#names.get(name) ?? []), index]);
      }
    }
  }

  find(handle: string): readonly number[] {
    const known = this.#known.get(handle);
    if (known !== undefined) return known;
    const found = this.#read(handle);
    if (handle.length <= 64) this.#known.set(handle, found);
    return found;
  }

  #read(handle: string): readonly number[] {
    const own = handle.split('.', 1)[0]!.slice(0, 64).toLowerCase();
    const pieces = own.split(/[^a-z]+/).filter((piece) => piece !== '');
    const named = pieces.length > 1 ? this.#namedBeside(pieces) : undefined;
    return named ?? this.#joined(pieces.join(''));
  }

  /** `relawan-budisari`: one piece a team's word, another the name. */
  #namedBeside(pieces: readonly string[]): readonly number[] | undefined {
    if (!pieces.some((piece) => TEAM_WORDS.includes(piece))) return undefined;
    return pieces.map((piece) => this.#names.get(piece)).find((found) => found !== undefined);
  }

  /** `timbudisari`, `budisarimenang`. */
  #joined(text: string): readonly number[] {
    for (const word of TEAM_WORDS) {
      const name = text.startsWith(word)
        ? text.slice(word.length)
        : text.endsWith(word)
          ? text.slice(0, -word.length)
          : '';
      const found = name === '' ? undefined : this.#names.get(name);
      if (found !== undefined) return found;
    }
    return [];
  }
}
