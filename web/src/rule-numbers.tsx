import { COVERAGE } from '../../src/words/console/oversight.js';
import { RULES } from '../../src/words/console/rules.js';
import type { RuleList } from './api.js';
import { useWords } from './language.js';

type Rule = RuleList['rules'][number];

/** Three cells in the columns of marks, decisions and precision; what only counts says in each cell what it counts. */
export function RuleNumbers({ rule, recentDays }: { rule: Rule; recentDays: number }) {
  if (rule.shadow) return <ShadowNumbers rule={rule} shadow={rule.shadow} />;
  if (rule.notes) return <NoteNumbers notes={rule.notes} />;
  return rule.effect === 'marks' ? <MarkNumbers rule={rule} recentDays={recentDays} /> : <td colSpan={3} />;
}

function MarkNumbers({ rule, recentDays }: { rule: Rule; recentDays: number }) {
  const { marks, confirmed, dismissed, precision } = rule;
  const { say, language } = useWords();
  const percent = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', { style: 'percent' });
  return (
    <>
      <td className="narrow number" data-label={say(RULES.colMarks, { n: recentDays })}>
        {marks}
      </td>
      <td className="narrow number" data-label={say(RULES.colVerdicts)}>
        {confirmed} / {dismissed}
      </td>
      <td className="narrow" data-label={say(RULES.colPrecision)}>
        {precision ? (
          <>
            {percent.format(precision.rate)}{' '}
            <small>
              {percent.format(precision.low)}–{percent.format(precision.high)}
            </small>
          </>
        ) : (
          <span className="dim">{say(RULES.noVerdicts)}</span>
        )}
      </td>
    </>
  );
}

function ShadowNumbers({ rule, shadow }: { rule: Rule; shadow: NonNullable<Rule['shadow']> }) {
  const { say, language } = useWords();
  const { confirmed, dismissed } = rule;
  const mean = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 });
  const usual = shadow.usual === null ? say(RULES.noUsual) : say(RULES.accountsUsual, { n: mean.format(shadow.usual) });
  return (
    <>
      <Counted n={shadow.acts} of={say(RULES.wouldFire)} />
      <Counted n={shadow.marked} of={say(RULES.markedAnyway)} />
      <td className="narrow">
        {say(COVERAGE.accounts, { n: shadow.accounts })} <small>{usual}</small>
        {confirmed + dismissed > 0 && <small>{say(RULES.verdictsBefore, { confirmed, dismissed })}</small>}
      </td>
    </>
  );
}

function NoteNumbers({ notes }: { notes: NonNullable<Rule['notes']> }) {
  const { say } = useWords();
  return (
    <>
      <Counted n={notes.acts} of={say(RULES.notesGiven)} />
      <Counted n={notes.marked} of={say(RULES.markedAnyway)} />
      <td />
    </>
  );
}

function Counted({ n, of }: { n: number; of: string }) {
  return (
    <td className="narrow number">
      {n} <small>{of}</small>
    </td>
  );
}
