import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type EvidenceList, evidenceAddress, type FlagPage as Flag } from './api.js';
import { useWords } from './language.js';
import type { MessageKey } from './messages.js';
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
  if (!pack) return <section className="panel">{say('evidence_none')}</section>;
  const picture = pack.items.find((i) => i.name === 'viewport.png');
  return (
    <section className="panel evidence" aria-label={say('evidence')}>
      {picture && (
        <button type="button" className="thumb" onClick={() => setEnlarged(picture.name)}>
          <img
            src={evidenceAddress(flag.id, picture.name)}
            alt={say('open_picture', { name: nameOf(picture.name) })}
            width={132}
            height={93}
          />
        </button>
      )}
      <div>
        <h3>
          {say('evidence')} <small>{say('sealed_at', { time: formatClock(pack.sealedAt, flag.zone, language) })}</small>
        </h3>
        <ul className="items">
          {pack.items.map((item) => (
            <Item
              key={item.name}
              flagId={flag.id}
              name={item.name}
              bytes={item.bytes}
              label={item.source === 'activity' ? say('text_of_activity') : undefined}
              onEnlarge={setEnlarged}
            >
              <HashState state={checked.data?.items.find((i) => i.name === item.name)?.hash} />
            </Item>
          ))}
        </ul>
        {pack.missing.length > 0 && (
          <p className="missing">
            <strong>{say('missing')}:</strong>{' '}
            {pack.missing.map((m) => `${nameOf(m.name)} (${nameOf(m.reason)})`).join(', ')}
          </p>
        )}
      </div>
      <Modal
        opened={enlarged !== null}
        onClose={() => setEnlarged(null)}
        title={nameOf(enlarged ?? '')}
        size="90%"
        // Locking writes a style without the page's nonce; the desk does not scroll anyway.
        lockScroll={false}
        closeButtonProps={{ 'aria-label': say('close') }}
      >
        {enlarged && <img className="full" src={evidenceAddress(flag.id, enlarged)} alt={nameOf(enlarged)} />}
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
          {nameOf(name)}
        </button>
      ) : (
        <a href={evidenceAddress(flagId, name)} rel="noreferrer" {...opening}>
          {label ?? nameOf(name)}
          {isArchive && ` (${say('download')})`}
        </a>
      )}{' '}
      <small>{size}</small> {children}
    </li>
  );
}

function HashState({ state }: { state: EvidenceList['items'][number]['hash'] | undefined }) {
  const { say } = useWords();
  const key = `hash_${state ?? 'checking'}` as MessageKey;
  const sign = state === 'match' ? '✓' : state === undefined ? '…' : '✗';
  return (
    <span className={state === 'match' || state === undefined ? 'dim' : 'alarm'} title={say(key)}>
      {sign} <small>{state === 'match' ? '' : say(key)}</small>
      {state === 'match' && <span className="sr-only">{say(key)}</span>}
    </span>
  );
}
