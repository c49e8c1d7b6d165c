import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { ActivityKind } from '../../src/domain/platform.js';
import { FINDINGS, REPORTS } from '../../src/words/console/reports.js';
import { LINK_KIND_TERMS } from '../../src/words/reports/terms.js';
import { PLATFORM_TERMS } from '../../src/words/terms.js';
import { AccountList, AccountPicker } from './account-picker.js';
import { RefusalNote } from './failure-note.js';
import { useKeys } from './keys.js';
import { KindChoice } from './kind-choice.js';
import { useWords } from './language.js';
import { fromFieldTime, toFieldTime } from './local-time.js';
import { OpinionPanel } from './opinion-panel.js';
import { OtherPlatformNote } from './other-platform.js';
import { PastedPictures, textOf } from './pasted-pictures.js';
import { type AccountLine, type FindingBody, type ReadLink, reportApi } from './report-api.js';
import type { Zone } from './time.js';

/** Typed once a patrol: the letter and the place stay for the next finding on this device. */
const STORED = { taskLetter: 'netra.task-letter', place: 'netra.place' } as const;

interface Draft {
  /** Of this finding: sent again after a failure it is the same one. */
  readonly id: string;
  readonly link: string;
  readonly kind: ActivityKind | null;
  readonly account: AccountLine | null;
  readonly story: string;
  readonly words: string;
  readonly seenAt: string;
  readonly place: string;
  readonly taskLetter: string;
  readonly isClosed: boolean;
  readonly pictures: readonly Blob[];
}

function emptyDraft(zone: Zone): Draft {
  return {
    id: crypto.randomUUID(),
    link: '',
    kind: null,
    account: null,
    story: '',
    words: '',
    seenAt: toFieldTime(new Date(), zone),
    place: localStorage.getItem(STORED.place) ?? '',
    taskLetter: localStorage.getItem(STORED.taskLetter) ?? '',
    isClosed: false,
    pictures: [],
  };
}

/** One page for one finding, by keyboard from top to bottom; Ctrl+Enter saves from anywhere. */
export function FindingForm({ zone, onSaved }: { zone: Zone; onSaved: () => void }) {
  const { say } = useWords();
  const [draft, setDraft] = useState(() => emptyDraft(zone));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const read = useReadLink(draft.link);
  const account = draft.account ?? ownAuthor(read, draft.kind);
  const save = useMutation({
    mutationFn: async () => reportApi.bring(await bodyOf(draft, { account, zone })),
    onSuccess: () => {
      localStorage.setItem(STORED.place, draft.place);
      localStorage.setItem(STORED.taskLetter, draft.taskLetter);
      setDraft(emptyDraft(zone));
      onSaved();
    },
  });
  const isReady = draft.kind !== null && fromFieldTime(draft.seenAt, zone) !== undefined && hasSomething(draft);
  const trySave = () => isReady && !save.isPending && save.mutate();
  useKeys({ 'Ctrl+Enter': trySave });
  return (
    <div className="finding">
      <section className="panel" aria-label={say(FINDINGS.make)}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            trySave();
          }}
        >
          <h1>{say(FINDINGS.make)}</h1>
          <Fields draft={draft} change={change} read={read} zone={zone} />
          {save.error && <RefusalNote error={save.error} />}
          <div className="submit">
            {save.isSuccess && !hasSomething(draft) && <output>{say(FINDINGS.saved)}</output>}
            <span className="to-do">{!isReady && hasSomething(draft) && say(FINDINGS.needsKind)}</span>
            <Button type="submit" disabled={!isReady} loading={save.isPending}>
              {say(FINDINGS.save)}
            </Button>
          </div>
          <p className="keys">{say(FINDINGS.keys)}</p>
        </form>
      </section>
      <div className="stack">
        <section className="panel" aria-label={say(FINDINGS.account)}>
          <h2>{say(FINDINGS.account)}</h2>
          {account ? <AccountList accounts={[account]} /> : <p className="explain">{say(FINDINGS.noAccount)}</p>}
          <OtherPlatformNote account={account} link={read?.link?.platform} />
          <AccountPicker onChoose={(chosen) => change({ account: chosen })} />
        </section>
        <OpinionPanel asked={askedOf(draft, { account, zone })} />
      </div>
    </div>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly read: ReadLink | undefined;
  readonly zone: Zone;
}

function Fields({ draft, change, read, zone }: FieldsProps) {
  const { say } = useWords();
  return (
    <>
      <TextInput
        autoFocus
        label={say(FINDINGS.link)}
        placeholder={say(FINDINGS.linkHint)}
        value={draft.link}
        onChange={(event) => change({ link: event.currentTarget.value })}
      />
      <LinkWords read={read} />
      <KindChoice value={draft.kind} onChoose={(kind) => change({ kind })} />
      <PastedPictures pictures={draft.pictures} onChange={(pictures) => change({ pictures })} />
      <Textarea
        label={say(FINDINGS.story)}
        autosize
        minRows={2}
        maxRows={6}
        value={draft.story}
        onChange={(event) => change({ story: event.currentTarget.value })}
      />
      <Textarea
        label={say(FINDINGS.words)}
        autosize
        minRows={1}
        maxRows={6}
        value={draft.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <div className="two">
        <TextInput
          type="datetime-local"
          label={say(FINDINGS.seenAt, { zone: zone.label })}
          value={draft.seenAt}
          onChange={(event) => change({ seenAt: event.currentTarget.value })}
        />
        <TextInput
          label={say(FINDINGS.place)}
          maxLength={200}
          value={draft.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
        />
        <TextInput
          label={say(FINDINGS.taskLetter)}
          maxLength={200}
          value={draft.taskLetter}
          onChange={(event) => change({ taskLetter: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={say(FINDINGS.closed)}
        checked={draft.isClosed}
        onChange={(event) => change({ isClosed: event.currentTarget.checked })}
      />
    </>
  );
}

function LinkWords({ read }: { read: ReadLink | undefined }) {
  const { say, nameOf } = useWords();
  if (!read) return null;
  if (!read.link) return <p className="explain">{say(FINDINGS.linkNone)}</p>;
  const { platform, kind, author, id } = read.link;
  const words = { platform: nameOf(PLATFORM_TERMS, platform), kind: nameOf(LINK_KIND_TERMS, kind) };
  return (
    <p className="explain" aria-live="polite">
      {[say(REPORTS.linkReads, words), author && `@${author}`, id].filter(Boolean).join(' · ')}
    </p>
  );
}

function useReadLink(link: string): ReadLink | undefined {
  const text = useDeferredValue(link.trim());
  const read = useQuery({
    queryKey: ['link', text],
    queryFn: () => reportApi.readLink(text),
    enabled: text.length > 5,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return text.length > 5 ? read.data : undefined;
}

/** A post or a share is its author's; of anything else the link names somebody else. */
function ownAuthor(read: ReadLink | undefined, kind: ActivityKind | null): AccountLine | null {
  const isOwn = kind === null || kind === 'post' || kind === 'share';
  return isOwn ? (read?.account ?? null) : null;
}

function hasSomething({ link, pictures, story, words }: Draft): boolean {
  return pictures.length > 0 || `${link}${story}${words}`.trim() !== '';
}

interface Chosen {
  readonly account: AccountLine | null;
  readonly zone: Zone;
}

function askedOf({ kind, words, seenAt, link, isClosed }: Draft, { account, zone }: Chosen) {
  const actedAt = fromFieldTime(seenAt, zone);
  if (!account || !kind || !actedAt) return undefined;
  const channel = isClosed ? ('private' as const) : ('public' as const);
  return { accountId: account.id, checked: { kind, words, actedAt }, link: link.trim() || undefined, channel };
}

async function bodyOf(draft: Draft, { account, zone }: Chosen): Promise<FindingBody> {
  const { id, kind, link, story, words, seenAt, place, taskLetter, isClosed, pictures } = draft;
  return {
    id,
    accountId: account?.id,
    kind: kind!,
    link: link.trim() || undefined,
    words: words.trim() || undefined,
    story: story.trim() || undefined,
    seenAt: fromFieldTime(seenAt, zone)!,
    place: place.trim() || undefined,
    taskLetter: taskLetter.trim() || undefined,
    channel: isClosed ? 'private' : 'public',
    pictures: await Promise.all(pictures.map(textOf)),
  };
}
