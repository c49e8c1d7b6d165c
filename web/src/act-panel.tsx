import { useMemo } from 'react';
import { numberQuotes, type Quote } from '../../src/domain/segments.js';
import { FLAG } from '../../src/words/console/flag.js';
import type { Message } from '../../src/words/say.js';
import { KIND_TERMS, PLATFORM_TERMS, PROOF_TERMS } from '../../src/words/terms.js';
import type { FlagPage as Flag } from './api.js';
import { useWords } from './language.js';
import { MarkedPicture } from './marked-picture.js';
import { QuotedText, QuoteLegend } from './quoted-text.js';
import { formatInstant } from './time.js';

/** Who did what, when, in their own words. */
export function ActPanel({ flag }: { flag: Flag }) {
  const { say, nameOf, language } = useWords();
  const byField = useMemo(() => numberQuotes(flag), [flag]);
  const { content } = flag;
  return (
    <section className="panel act" aria-label={say(FLAG.act)}>
      <Person flag={flag} />
      <p className="when">
        <strong>{formatInstant(flag.actedAt, flag.zone, language)}</strong>
        {content?.timeSource && ` (${say(FLAG.timeSource[content.timeSource])})`} · {nameOf(KIND_TERMS, flag.kind)} ·{' '}
        {nameOf(PLATFORM_TERMS, flag.platform)}
      </p>
      {content === null && <p className="dim">{say(FLAG.contentGone)}</p>}
      {content && (
        <>
          {content.text === '' ? (
            <p className="dim">{say(FLAG.noOwnText)}</p>
          ) : (
            <blockquote className="words">
              <QuotedText text={content.text} quotes={byField.get('text')} />
            </blockquote>
          )}
          {aimsOf(content.target).map((aim, i) => {
            const field = `target${'.quoted'.repeat(i)}`;
            const plain = i === 0 ? FLAG.target[flag.kind] : FLAG.quoting;
            const label = aim.form ? FLAG.targetForm[aim.form] : plain;
            return <Aim aim={aim} label={label} field={field} byField={byField} key={field} />;
          })}
          {content.media.map((media, i) =>
            media.text === null ? null : (
              // biome-ignore lint/suspicious/noArrayIndexKey: pictures of an immutable post
              <blockquote className="words target" key={i}>
                <small>{say(media.picture ? FLAG.pictureText : FLAG.mediaText)}: </small>
                <QuotedText text={media.text} quotes={byField.get(`media.${i}.text`)} />
                {media.picture?.poster && (
                  <p className="notice">{say(FLAG.poster, { ticket: media.picture.poster })}</p>
                )}
                <MarkedPicture flagId={flag.id} media={media} quotes={byField.get(`media.${i}.text`)} />
              </blockquote>
            ),
          )}
          <QuoteLegend byField={byField} />
          {content.url !== null && (
            <p className="address" title={say(FLAG.addressHint)}>
              {say(FLAG.address)}: <QuotedText text={content.url} />
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Person({ flag }: { flag: Flag }) {
  const { say, nameOf } = useWords();
  const { account } = flag;
  if (flag.isMasked) return null;
  if (!account) return <p className="dim">{say(FLAG.accountGone)}</p>;
  return (
    <>
      <h2>
        <bdi>{account.name}</bdi>
        <small>
          <bdi>{account.position}</bdi> · {flag.office.name}
        </small>
      </h2>
      <p className="dim">
        <bdi>@{account.handle}</bdi> ({nameOf(PROOF_TERMS, account.proof)}) · {say(FLAG.nip)} {account.nipMasked} ·{' '}
        <span title={`${account.mandate.from} – ${account.mandate.to}`}>
          {say(FLAG.mandate)} {account.mandate.decree}
        </span>
      </p>
    </>
  );
}

type Target = NonNullable<NonNullable<Flag['content']>['target']>;
type OneAim = Omit<Target, 'quoted'>;

/** What the act is aimed at, then what it shares besides: a quote, a link's card. */
function aimsOf(target: Target | null): OneAim[] {
  return [target, target?.quoted, target?.quoted?.quoted].filter((aim) => aim != null);
}

interface AimProps {
  aim: OneAim;
  label: Message;
  field: string;
  byField: ReadonlyMap<string, readonly Quote[]>;
}

function Aim({ aim, label, field, byField }: AimProps) {
  const { say } = useWords();
  return (
    <blockquote className="words target">
      <small>{say(label)} </small>
      {aim.account && (
        <strong>
          @<QuotedText text={aim.account.handle} quotes={byField.get(`${field}.account`)} />
        </strong>
      )}
      {aim.text !== null && (
        <div>
          <QuotedText text={aim.text} quotes={byField.get(`${field}.text`)} />
        </div>
      )}
      {aim.url !== null && (
        <div className="address" title={say(FLAG.addressHint)}>
          <QuotedText text={aim.url} />
        </div>
      )}
    </blockquote>
  );
}
