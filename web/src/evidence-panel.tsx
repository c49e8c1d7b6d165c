import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EVIDENCE } from '../../src/words/console/flag.js';
import { FRAME } from '../../src/words/console/frame.js';
import { capital } from '../../src/words/say.js';
import { EVIDENCE_TERMS, MISSING_TERMS } from '../../src/words/terms.js';
import { api, type EvidenceList, evidenceAddress, type FlagPage as Flag } from './api.js';
import { useWords } from './language.js';
import { formatClock } from './time.js';

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
  const picture = pack.items.find((i) => i.name === 'viewport.png');
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
        <ul className="items">
          {pack.items.map((item) => (
            <Item
              key={item.name}
              flagId={flag.id}
              name={item.name}
              bytes={item.bytes}
              label={item.source === 'activity' ? say(EVIDENCE.textOfActivity) : undefined}
              onEnlarge={setEnlarged}
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
      <Modal
        opened={enlarged !== null}
        onClose={() => setEnlarged(null)}
        title={capital(nameOf(EVIDENCE_TERMS, enlarged ?? ''))}
        size="90%"
        // Locking writes a style without the page's nonce; the desk does not scroll anyway.
        lockScroll={false}
        closeButtonProps={{ 'aria-label': say(FRAME.close) }}
      >
        {enlarged && (
          <img className="full" src={evidenceAddress(flag.id, enlarged)} alt={nameOf(EVIDENCE_TERMS, enlarged)} />
        )}
      </Modal>
    </section>
  );
}

interface ItemProps {
  readonly flagId: string;
  readonly name: string;
  readonly bytes: number;
  readonly label?: string | undefined;
  readonly onEnlarge: (name: string) => void;
  readonly children: React.ReactNode;
}

function Item({ flagId, name, bytes, label, onEnlarge, children }: ItemProps) {
  const { say, nameOf } = useWords();
  const isArchive = name === 'page.mhtml';
  const opening = isArchive ? { download: '' } : { target: '_blank' };
  const size = bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} kB`;
  return (
    <li>
      {name.endsWith('.png') ? (
        <button type="button" className="link" onClick={() => onEnlarge(name)}>
          {capital(nameOf(EVIDENCE_TERMS, name))}
        </button>
      ) : (
        <a href={evidenceAddress(flagId, name)} rel="noreferrer" {...opening}>
          {label ?? capital(nameOf(EVIDENCE_TERMS, name))}
          {isArchive && ` (${say(EVIDENCE.download)})`}
        </a>
      )}{' '}
      <small>{size}</small> {children}
    </li>
  );
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
