import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AGREEMENT } from '../../src/words/console/agreement.js';
import { FRAME } from '../../src/words/console/frame.js';
import { GOLDEN } from '../../src/words/console/golden.js';
import { type AgreementView, api, type AgreementTable as Table } from './api.js';
import { FailureNote } from './failure-note.js';
import { GoldenFlags } from './golden-list.js';
import { useWords } from './language.js';
import { may, useMe } from './session.js';
import { formatDay } from './time.js';

/** Of all who decide together, and by rule: in the order of their names, and never a person. */
export function AgreementPage() {
  const me = useMe();
  const { say, language } = useWords();
  const mayLook = may(me, 'adjudicate');
  const page = useQuery({ queryKey: ['agreement'], queryFn: api.agreement, enabled: mayLook });
  if (!mayLook) return <p className="page">{say(FRAME.noPart)}</p>;
  if (page.isError) return <FailureNote error={page.error} onRetry={() => page.refetch()} />;
  if (page.isPending) return <Loader aria-label={say(FRAME.loading)} m="xl" />;
  const { from, whole, rules, golden } = page.data;
  return (
    <div className="page">
      <h1>{say(AGREEMENT.title)}</h1>
      <p className="explain wide">{say(AGREEMENT.explain)}</p>
      <p className="explain wide">{say(AGREEMENT.kappaMeans)}</p>
      <p>{say(AGREEMENT.since, { day: formatDay(from, language) })}</p>
      <PairsTable of={{ whole, rules }} counted={say(AGREEMENT.flags)} />
      <p className="explain wide">{say(AGREEMENT.tooFewMeans)}</p>
      <h2>{say(GOLDEN.withAnswers)}</h2>
      <p className="explain wide">{say(GOLDEN.withAnswersMeans)}</p>
      <PairsTable of={golden} counted={say(GOLDEN.answers)} />
      <GoldenFlags />
    </div>
  );
}

/** `counted`: what its first number is of. */
function PairsTable({ of: { whole, rules }, counted }: { of: Table; counted: string }) {
  const { say } = useWords();
  return (
    <table className="list cards labelled">
      <thead>
        <tr>
          <th>{say(AGREEMENT.rule)}</th>
          <th className="narrow">{counted}</th>
          <th className="narrow">{say(AGREEMENT.agreed)}</th>
          <th className="narrow">{say(AGREEMENT.kappa)}</th>
        </tr>
      </thead>
      <tbody>
        <Row title={say(AGREEMENT.all)} of={whole} counted={counted} />
        {rules.map((rule) => (
          <Row key={rule.id} title={rule.title} of={rule} counted={counted} />
        ))}
      </tbody>
    </table>
  );
}

interface Line {
  readonly title: string;
  readonly of: AgreementView;
  readonly counted: string;
}

function Row({ title, of: { flags, agreed, kappa }, counted }: Line) {
  const { say, language } = useWords();
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const said = kappa && `${number.format(kappa.value)} (${number.format(kappa.low)} … ${number.format(kappa.high)})`;
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="narrow" data-label={counted}>
        {flags}
      </td>
      <td className="narrow" data-label={say(AGREEMENT.agreed)}>
        {agreed ?? say(AGREEMENT.tooFew)}
      </td>
      <td className="narrow" data-label={say(AGREEMENT.kappa)}>
        {said ?? say(AGREEMENT.tooFew)}
      </td>
    </tr>
  );
}
