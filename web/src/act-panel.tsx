import { useMemo } from 'react';
import type { FlagPage as Flag } from './api.js';
import { useWords } from './language.js';
import type { MessageKey } from './messages.js';
import { numberQuotes, QuotedText, QuoteLegend } from './quoted-text.js';
import type { Quote } from './segments.js';
import { formatInstant } from './time.js';

/** Who did what, when, in their own words. */
export function ActPanel({ flag }: { flag: Flag }) {
  const { say, nameOf, language } = useWords();
  const byField = useMemo(() => numberQuotes(flag), [flag]);
  const { content } = flag;
  return (
    <section className="panel act" aria-label={say('act')}>
      <Person flag={flag} />
      <p className="when">
        <strong>{formatInstant(flag.actedAt, flag.zone, language)}</strong> · {nameOf(flag.kind)} ·{' '}
        {nameOf(flag.platform)}
      </p>
      {content === null && <p className="dim">{say('content_gone')}</p>}
      {content && (
        <>
          {content.text === '' ? (
            <p className="dim">{say('no_own_text')}</p>
          ) : (
            <blockquote className="words">
              <QuotedText text={content.text} quotes={byField.get('text')} />
            </blockquote>
          )}
          {content.target && <Target flag={flag} byField={byField} />}
          {content.media.map((media, i) =>
            media.text === null ? null : (
              // biome-ignore lint/suspicious/noArrayIndexKey: pictures of an immutable post
              <blockquote className="words target" key={i}>
                <small>{say('media_text')}: </small>
                <QuotedText text={media.text} quotes={byField.get(`media.${i}.text`)} />
              </blockquote>
            ),
          )}
          <QuoteLegend byField={byField} />
          {content.url !== null && (
            <p className="address" title={say('address_hint')}>
              {say('address')}: <QuotedText text={content.url} />
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Person({ flag }: { flag: Flag }) {
  const { say } = useWords();
  const { account } = flag;
  if (!account) return <p className="dim">{say('account_gone')}</p>;
  const proof = `proof_${account.proof}` as MessageKey;
  return (
    <>
      <h2>
        <bdi>{account.name}</bdi>
        <small>
          <bdi>{account.position}</bdi> · {flag.office.name}
        </small>
      </h2>
      <p className="dim">
        <bdi>@{account.handle}</bdi> ({say(proof)}) · {say('nip')} {account.nipMasked} ·{' '}
        <span title={`${account.mandate.from} – ${account.mandate.to}`}>
          {say('mandate')} {account.mandate.decree}
        </span>
      </p>
    </>
  );
}

function Target({ flag, byField }: { flag: Flag; byField: ReadonlyMap<string, readonly Quote[]> }) {
  const { say } = useWords();
  const target = flag.content?.target;
  if (!target) return null;
  const label = flag.kind === 'post' ? 'target_post' : (`target_${flag.kind}` as MessageKey);
  return (
    <blockquote className="words target">
      <small>{say(label)} </small>
      {target.account && (
        <strong>
          @<QuotedText text={target.account.handle} quotes={byField.get('target.account')} />
        </strong>
      )}
      {target.text !== null && (
        <div>
          <QuotedText text={target.text} quotes={byField.get('target.text')} />
        </div>
      )}
      {target.url !== null && (
        <div className="address" title={say('address_hint')}>
          <QuotedText text={target.url} />
        </div>
      )}
    </blockquote>
  );
}
