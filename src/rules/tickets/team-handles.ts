import { BoundedCache } from '../../text/bounded-cache.js';
import type { Candidate } from './ballot.js';
import { nameWords, plainWords } from './signs.js';

const words = (text: string): readonly string[] => text.split(' ');

/** What only teams and volunteers call themselves: beside one of these even a common first name is a ticket's. */
const TEAM_WORDS = words(
  'relawan relawanti tim timses timmenang team posko gardu garda sahabat sobat laskar pejuang barisan pendukung kawan teman pemenangan ' +
    'gerakan rumah suara menangkan dukung pilih milenial pemuda emak saung balad baraya dulur konco sedulur bolo rombongan ' +
    'media info kabar center official menang satu dua tiga bersama jaringan simpul koalisi aliansi squad loyalis simpatisan ' +
    'fansclub satgas brigade korwil korcam saksi pengawal coblos',
);
/** What many people call themselves: a team's beside a name that only a ticket has. */
const COMMON_WORDS = words(
  'kanca rekan garak pemudi mak ibu bunda kaum batur barudak taretan tretan lagi lanjut lanjutkan empat bareng aliansi forum ' +
    'komunitas skuad crew kru geng gang gen genz generasi muda mudo mudi fans lovers mania pecinta pencinta cinta sayang salam solid ' +
    'pasukan prajurit satria srikandi perempuan wanita santri petani nelayan buruh guru pedagang arek arekarek wong warga rakyat ' +
    'masyarakat anak jawara pendekar punggawa kader panglima komando poros sekretariat markas basecamp kampanye digital siber cyber ' +
    'kreatif konten admin grup group keluarga wijanna sanak dunsanak kulawarga semeton nyama horas marga torang tong katong kitong ' +
    'basudara pele pilei gas gaspol for untuk pro dukungan korda wilayah cabang bidang kawal penjaga jaga penggerak pelopor pelari',
);
const MIN_NAME = 3;
const MIN_JOINED = 4;
/** A name with something behind it in the same word is found only where that is no chance. */
const MIN_INSIDE = 5;
const MAX_HANDLE = 64;

/**
 * Tickets whose team an account is by its name, though no election file registers it: a ticket's by-name, pair, slogan or
 * tag with a team's word beside it, such as `relawan-budisari`, `timbudisari`, `budisari_lovers`.
 */
export class TeamHandles {
  /** Names that only a ticket has, and beside them those that other people have too. */
  readonly #own: Names = new Map();
  readonly #all: Names = new Map();
  readonly #known = new BoundedCache<string, readonly number[]>(10_000);

  constructor(candidates: readonly Candidate[]) {
    for (const { ticket, index } of candidates) {
      if (ticket === undefined) continue;
      const pair = {
        text: ticket.names.map((name) => nameWords(name)[0]!).join(''),
        ambiguous: ticket.names.length < 2,
      };
      for (const { text, ambiguous } of [...ticket.aliases, ...ticket.slogans, ...ticket.hashtags, pair]) {
        const name = plainWords(text).join('');
        if (name.length < MIN_NAME) continue;
        add(this.#all, name, index);
        if (!ambiguous && name.length >= MIN_JOINED) add(this.#own, name, index);
      }
    }
  }

  find(handle: string): readonly number[] {
    const known = this.#known.get(handle);
    if (known !== undefined) return known;
    const found = this.#read(handle);
    if (handle.length <= MAX_HANDLE) this.#known.set(handle, found);
    return found;
  }

  #read(handle: string): readonly number[] {
    const own = handle.split('.', 1)[0]!.slice(0, MAX_HANDLE).toLowerCase();
    const pieces = own.split(/[^a-z]+/).filter((piece) => piece !== '');
    const joined = pieces.join('');
    return (
      namedBeside(pieces, TEAM_WORDS, this.#all) ??
      namedBeside(pieces, COMMON_WORDS, this.#own) ??
      namedInside(joined, TEAM_WORDS, this.#all) ??
      namedInside(joined, COMMON_WORDS, this.#own) ??
      []
    );
  }
}

type Names = Map<string, number[]>;

function add(names: Names, name: string, index: number): void {
  const known = names.get(name) ?? [];
  if (!known.includes(index)) names.set(name, [...known, index]);
}

/** `relawan-budisari`: one piece a team's word, another the name. */
function namedBeside(pieces: readonly string[], teams: readonly string[], names: Names): readonly number[] | undefined {
  if (pieces.length < 2 || !pieces.some((piece) => teams.includes(piece))) return undefined;
  return pieces.map((piece) => names.get(piece)).find((found) => found !== undefined);
}

/** `timbudisari`, `budisarimenang`, `relawanbudisarikudus`: the team's word in front, or the name. */
function namedInside(text: string, teams: readonly string[], names: Names): readonly number[] | undefined {
  for (const word of teams) {
    const found =
      (text.startsWith(word) ? nameAtStart(text.slice(word.length), names) : undefined) ??
      (text.endsWith(word) ? names.get(text.slice(0, -word.length)) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The whole rest, or a name that no chance put there, with the place that the team is from behind it. */
function nameAtStart(rest: string, names: Names): readonly number[] | undefined {
  for (let length = rest.length; length >= MIN_NAME; length--) {
    if (length < rest.length && length < MIN_INSIDE) return undefined;
    const found = names.get(rest.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}
