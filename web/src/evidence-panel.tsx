import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EVIDENCE } from '../../src/words/console/flag.js';
import { BROUGHT_BY_TERMS, EVIDENCE_TERMS, MISSING_TERMS, PACK_PROBLEM_TERMS } from '../../src/words/evidence-terms.js';
import { capital } from '../../src/words/say.js';
import { api, type EvidenceList, evidenceAddress, type FlagPage as Flag } from './api.js';
import { Dialog } from './dialog.js';
import { useWords } from './language.js';
import { formatClock } from './time.js';

type Pack = NonNullable<Flag['evidence']>;

/** The sealed pack: a small picture, links, whether each file is still what was sealed, and what could not be had. */
export function EvidencePanel({ flag }: { flag: Flag }) {
  const { say, nameOf, language } = useWords();
  const [enlarged, setEnlarged] = useState<string | null>(null);
  const pack = flag.evidence;
  const checked = useQuery({
    queryKey: ['evidence', flag.id],
    queryFn: () => api.evidence(flag.id),
    enabled: pack !== null,
  });
  if (!pack) return <section className="panel">{say(EVIDENCE.none)}</section>;
  const labelOf = ({ source }: Pack['items'][number]) => {
    if (source === 'activity') return say(EVIDENCE.textOfActivity);
    return source === undefined || source === 'page' ? undefined : capital(nameOf(BROUGHT_BY_TERMS, source));
  };
  const problems = checked.data?.problems ?? [];
  // A pack that is not as it was sealed gives nothing out, so nothing is asked of it before that is known.
  const isIntact = checked.data !== undefined && problems.length === 0;
  const picture = isIntact ? pack.items.find((i) => i.name === 'viewport.png') : undefined;
  return (
    <section className="panel evidence" aria-label={say(EVIDENCE.title)}>
      {picture && (
        <button type="button" className="thumb" onClick={() => setEnlarged(picture.name)}>
          <img
            src={evidenceAddress(flag.id, picture.name)}
            alt={say(EVIDENCE.openPicture, { name: nameOf(EVIDENCE_TERMS, picture.name) })}
            width={132}
            height={93}
          />
        </button>
      )}
      <div>
        <h3>
          {say(EVIDENCE.title)}{' '}
          <small>{say(EVIDENCE.sealedAt, { time: formatClock(pack.sealedAt, flag.zone, language) })}</small>
        </h3>
        {problems.length > 0 && <BrokenNote problems={problems} />}
        <ul className="items">
          {pack.items.map((item) => (
            <Item
              key={item.name}
              flagId={flag.id}
              name={item.name}
              bytes={item.bytes}
              label={labelOf(item)}
              onEnlarge={setEnlarged}
              isGivenOut={problems.length === 0}
            >
              <HashState state={checked.data?.items.find((i) => i.name === item.name)?.hash} />
            </Item>
          ))}
        </ul>
        {pack.missing.length > 0 && (
          <p className="missing">
            <strong>{say(EVIDENCE.missing)}:</strong>{' '}
            {pack.missing
              .map((m) => `${nameOf(EVIDENCE_TERMS, m.name)} (${nameOf(MISSING_TERMS, m.reason)})`)
              .join(', ')}
          </p>
        )}
      </div>
      <Dialog
        isOpen={enlarged !== null}
        onClose={() => setEnlarged(null)}
        title={capital(nameOf(EVIDENCE_TERMS, enlarged ?? ''))}
        size="90%"
      >
        {enlarged && (
          <img className="full" src={evidenceAddress(flag.id, enlarged)} alt={nameOf(EVIDENCE_TERMS, enlarged)} />
        )}
      </Dialog>
    </section>
  );
}

interface ItemProps {
  readonly flagId: string;
  readonly name: string;
  readonly bytes: number;
  readonly label?: string | undefined;
  readonly onEnlarge: (name: string) => void;
  readonly isGivenOut: boolean;
  readonly children: React.ReactNode;
}

function Item({ flagId, name, bytes, label, onEnlarge, isGivenOut, children }: ItemProps) {
  const { say, nameOf } = useWords();
  const isArchive = name === 'page.mhtml';
  const opening = isArchive ? { download: '' } : { target: '_blank' };
  const title = label ?? capital(nameOf(EVIDENCE_TERMS, name));
  const size = bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} kB`;
  return (
    <li>
      {!isGivenOut ? (
        title
      ) : isPicture(name) ? (
        <button type="button" className="link" onClick={() => onEnlarge(name)}>
          {title}
        </button>
      ) : (
        <a href={evidenceAddress(flagId, name)} rel="noreferrer" {...opening}>
          {title}
          {isArchive && ` (${say(EVIDENCE.download)})`}
        </a>
      )}{' '}
      <small>{size}</small> {children}
    </li>
  );
}

/** Says what is wrong with the pack, file by file, and that nobody should decide on it. */
function BrokenNote({ problems }: { problems: EvidenceList['problems'] }) {
  const { say, nameOf } = useWords();
  return (
    <div className="alarm broken-pack" role="alert">
      <p>
        <strong>{say(EVIDENCE.broken)}</strong> {say(EVIDENCE.brokenNext)}
      </p>
      <ul>
        {problems.map(({ file, problem }) => (
          <li key={`${file} ${problem}`}>
            {capital(nameOf(EVIDENCE_TERMS, file))}: {nameOf(PACK_PROBLEM_TERMS, problem)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A picture, to be enlarged here. */
function isPicture(name: string): boolean {
  return name.endsWith('.png') || name.endsWith('.jpg');
}

function HashState({ state }: { state: EvidenceList['items'][number]['hash'] | undefined }) {
  const { say } = useWords();
  const said = say(EVIDENCE.hash[state ?? 'checking']);
  const sign = state === 'match' ? '✓' : state === undefined ? '…' : '✗';
  return (
    <span className={state === 'match' || state === undefined ? 'dim' : 'alarm'} title={said}>
      {sign} <small>{state === 'match' ? '' : said}</small>
      {state === 'match' && <span className="sr-only">{said}</span>}
    </span>
  );
}
