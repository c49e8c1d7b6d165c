import { escapeUTF8 } from 'entities';
import { settles } from '../../domain/verdict.js';
import { describeDetails } from '../../words/audit-details.js';
import { AUDIT_TERMS } from '../../words/audit-terms.js';
import { DOSSIER } from '../../words/console/dossier.js';
import { HIDDEN_TERMS, OBSERVATION_TERMS } from '../../words/coverage-terms.js';
import { EVIDENCE_TERMS, MISSING_TERMS } from '../../words/evidence-terms.js';
import { DOOR_TERMS } from '../../words/reports/terms.js';
import { capital, type Message, say } from '../../words/say.js';
import {
  KIND_TERMS,
  PLATFORM_TERMS,
  PROOF_TERMS,
  SIGNAL_TERMS,
  STAGE_TERMS,
  termOf,
  VERDICT_TERMS,
} from '../../words/terms.js';
import {
  type PaperRow,
  paper,
  paperDay,
  paperInstant,
  paperSection,
  paperTable,
  paperWords,
  textOf,
} from '../views/paper.js';
import { actPaper } from './act-paper.js';
import { CUSTODY_SHOWN, type Dossier, type DossierReview } from './dossier.js';
import { rulesPaper, weighingPaper } from './rules-paper.js';

/** The dossier as a page to be printed; `picture`: the sealed screenshot, drawn by the printing browser's sandbox alone. */
export function dossierPage(dossier: Dossier, picture?: Uint8Array): string {
  const { marked } = dossier;
  const body = [
    cover(dossier),
    paperSection(DOSSIER.account, accountPaper(dossier)),
    paperSection(DOSSIER.act, marked.content ? actPaper(marked, marked.content) : paperWords(null)),
    paperSection(DOSSIER.rules, rulesPaper(dossier)),
    paperSection(DOSSIER.weighing, weighingPaper(marked)),
    paperSection(DOSSIER.reviews, reviewsPaper(dossier)),
    paperSection(DOSSIER.evidence, evidencePaper(dossier, picture)),
    paperSection(DOSSIER.custody, custodyPaper(dossier)),
    coveragePaper(dossier),
    paperSection(DOSSIER.verify, verifyPaper(dossier)),
  ];
  return paper(DOSSIER.title, body.join('\n'), STYLE);
}

function cover({ copy, marked, reviews }: Dossier): string {
  const verdicts = reviews.filter(({ verdict }) => settles(verdict));
  const last = verdicts.at(-1);
  const people = new Set(verdicts.map(personKey)).size;
  const verdict = last && termOf(VERDICT_TERMS, last.verdict, 'id');
  const time = last && paperInstant(last.at, marked.zone);
  const rows: PaperRow[] = [
    [DOSSIER.flag, marked.id],
    [DOSSIER.office, `${marked.office.name} (${marked.office.code})`],
    [DOSSIER.kind, capital(termOf(KIND_TERMS, marked.kind, 'id'))],
    [DOSSIER.platform, termOf(PLATFORM_TERMS, marked.platform, 'id')],
    [DOSSIER.actedAt, paperInstant(marked.actedAt, marked.zone)],
    [DOSSIER.stage, capital(termOf(STAGE_TERMS, marked.stage, 'id'))],
    [DOSSIER.decided, verdict && time && capital(say(DOSSIER.decidedBy, 'id', { verdict, time, people }))],
  ];
  return `<header><h1>${textOf(DOSSIER.title)}</h1><p>${textOf(DOSSIER.copy[copy])}</p></header>${paperTable(rows)}<p class="small">${textOf(DOSSIER.meaning)}</p>`;
}

function personKey({ by }: DossierReview): string {
  return by.id ?? by.name;
}

function accountPaper({ copy, marked: { account } }: Dossier): string {
  if (!account) return `<p>${capital(textOf(copy === 'masked' ? DOSSIER.hidden : DOSSIER.gone))}</p>`;
  const { decree, from, to } = account.mandate;
  return paperTable([
    [DOSSIER.holder, `${account.name} (NIP ${account.nipMasked})`],
    [DOSSIER.position, account.position],
    [DOSSIER.handle, account.handle],
    [DOSSIER.former, account.formerHandles.join(', ')],
    [DOSSIER.proof, termOf(PROOF_TERMS, account.proof, 'id')],
    [DOSSIER.mandate, say(DOSSIER.mandateSays, 'id', { decree, from, to })],
  ]);
}

function reviewsPaper({ marked, reviews, brought }: Dossier): string {
  const decided = reviews.map(({ verdict, at, by, reason, weighed }) => {
    const heading = `${capital(termOf(VERDICT_TERMS, verdict, 'id'))}, ${paperInstant(at, marked.zone)}`;
    const rows: PaperRow[] = [
      [DOSSIER.reviewBy, by.id === null ? by.name : `${by.name} (${by.id})`],
      [DOSSIER.reason, reason],
      [DOSSIER.weighed, weighed.join('; ')],
    ];
    return `<h3>${escapeUTF8(heading)}</h3>${paperTable(rows)}`;
  });
  const ways = brought.map(({ door, at, by }): PaperRow => {
    const said = say(DOSSIER.broughtSays, 'id', {
      door: termOf(DOOR_TERMS, door, 'id'),
      time: paperInstant(at, marked.zone),
    });
    return [DOSSIER.brought, by === null ? said : `${said} (${by})`];
  });
  return decided.join('') + paperTable(ways);
}

function evidencePaper({ marked: { evidence, zone } }: Dossier, picture: Uint8Array | undefined): string {
  if (!evidence) return paperWords(null);
  const items = evidence.items.map(({ name, bytes, sha256 }) => [
    `${capital(termOf(EVIDENCE_TERMS, name, 'id'))} (${name}, ${Math.ceil(bytes / 1024)} kB)`,
    sha256,
  ]);
  const missing = evidence.missing.map(
    ({ name, reason }) => `${termOf(EVIDENCE_TERMS, name, 'id')} (${termOf(MISSING_TERMS, reason, 'id')})`,
  );
  const head = paperTable([
    [DOSSIER.sealedAt, paperInstant(evidence.sealedAt, zone)],
    [DOSSIER.manifest, evidence.manifestSha256],
    [DOSSIER.missing, missing.join(', ')],
  ]);
  return head + grid([DOSSIER.item, DOSSIER.digest], items) + (picture ? pictureOf(picture) : '');
}

function pictureOf(png: Uint8Array): string {
  const data = Buffer.from(png).toString('base64');
  return `<h3>${textOf(DOSSIER.picture)}</h3><img alt="" src="data:image/png;base64,${data}">`;
}

function custodyPaper({ marked, custody }: Dossier): string {
  if (custody.length === 0) return `<p>${textOf(DOSSIER.custodyNone)}</p>`;
  const rows = custody.map(({ seq, at, actor, action, details }) => [
    String(seq),
    paperInstant(at, marked.zone),
    actor,
    [termOf(AUDIT_TERMS, action, 'id'), describeDetails(details, 'id')].filter(Boolean).join(': '),
  ]);
  const cut =
    custody.length < CUSTODY_SHOWN ? '' : `<p>${escapeUTF8(say(DOSSIER.custodyCut, 'id', { n: CUSTODY_SHOWN }))}</p>`;
  const means = `<p class="small">${textOf(DOSSIER.custodyMeans)}</p>`;
  return means + cut + grid([DOSSIER.seq, DOSSIER.time, DOSSIER.actor, DOSSIER.what], rows);
}

function coveragePaper({ marked: { coverage, coverageDay } }: Dossier): string {
  const day = paperDay(new Date(`${coverageDay}T00:00:00Z`), 'UTC');
  const lines = coverage.map(({ signal, state, count, reason }) => {
    const said = termOf(OBSERVATION_TERMS, state, 'id');
    const more =
      reason !== null
        ? say(DOSSIER.notSeen, 'id', { state: said, reason: termOf(HIDDEN_TERMS, reason, 'id') })
        : count !== null
          ? say(DOSSIER.seen, 'id', { state: said, n: count })
          : said;
    return `<tr><th>${escapeUTF8(capital(termOf(SIGNAL_TERMS, signal, 'id')))}</th><td>${escapeUTF8(more)}</td></tr>`;
  });
  const table = lines.length > 0 ? `<table>${lines.join('')}</table>` : `<p>${textOf(DOSSIER.noCoverage)}</p>`;
  const heading = escapeUTF8(say(DOSSIER.coverage, 'id', { day }));
  return `<section><h2>${heading}</h2>${table}<p class="small">${textOf(DOSSIER.silence)}</p></section>`;
}

function verifyPaper({ copy, marked, head }: Dossier): string {
  const { ruleset, elections, engine } = marked.hashes;
  const manifest = marked.evidence?.manifestSha256 ?? '';
  const steps = [
    textOf(DOSSIER.verifyFiles),
    copy === 'full' ? escapeUTF8(say(DOSSIER.verifyManifest, 'id', { manifest })) : '',
    textOf(DOSSIER.verifyServer),
    ...[`netra rules replay ${marked.id}`, 'netra evidence verify', head && `netra audit verify --head ${head}`].map(
      (command) => (command ? `<code>npx ${escapeUTF8(command)}</code>` : ''),
    ),
    textOf(DOSSIER.verifyAgain),
  ];
  const list = steps.filter(Boolean).map((step) => `<p>${step}</p>`);
  return `${list.join('')}${paperTable([
    [DOSSIER.hashes, `${ruleset}\n${elections}\n${engine}`],
    [DOSSIER.head, head],
  ])}`;
}

function grid(headings: readonly Message[], rows: readonly (readonly string[])[]): string {
  const head = headings.map((heading) => `<th>${textOf(heading)}</th>`).join('');
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeUTF8(cell)}</td>`).join('')}</tr>`);
  return `<table class="grid"><thead><tr>${head}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

const STYLE = `h3{font-size:10pt;margin:8pt 0 2pt;break-after:avoid}section{break-inside:auto}tr{break-inside:avoid}
.grid{font-size:9pt}.grid th{width:auto;border-bottom:1px solid #999}.words{border-left:2pt solid #999;padding-left:6pt}
mark.proposes{background:#ffe9a8}mark.clears{background:#cdeee9}.unseen{border:1px dotted #555;font:8pt monospace}
pre,code{font:8.5pt/1.35 monospace;white-space:pre-wrap;overflow-wrap:anywhere}ul{margin:2pt 0;padding-left:14pt}img{max-width:100%;max-height:220mm;border:1px solid #999}`;
