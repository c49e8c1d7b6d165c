import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AGREEMENT } from '../../src/words/console/agreement.js';
import { FRAME } from '../../src/words/console/frame.js';
import { type AgreementView, api } from './api.js';
import { FailureNote } from './failure-note.js';
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
  const { from, whole, rules } = page.data;
  return (
    <div className="page">
      <h1>{say(AGREEMENT.title)}</h1>
      <p className="explain wide">{say(AGREEMENT.explain)}</p>
      <p className="explain wide">{say(AGREEMENT.kappaMeans)}</p>
      <p>{say(AGREEMENT.since, { day: formatDay(from, language) })}</p>
      <table className="list cards">
        <thead>
          <tr>
            <th>{say(AGREEMENT.rule)}</th>
            <th className="narrow">{say(AGREEMENT.flags)}</th>
            <th className="narrow">{say(AGREEMENT.agreed)}</th>
            <th className="narrow">{say(AGREEMENT.kappa)}</th>
          </tr>
        </thead>
        <tbody>
          <Row title={say(AGREEMENT.all)} of={whole} />
          {rules.map((rule) => (
            <Row key={rule.id} title={rule.title} of={rule} />
          ))}
        </tbody>
      </table>
      <p className="explain wide">{say(AGREEMENT.tooFewMeans)}</p>
    </div>
  );
}

function Row({ title, of: { flags, agreed, kappa } }: { title: string; of: AgreementView }) {
  const { say, language } = useWords();
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const said = kappa && `${number.format(kappa.value)} (${number.format(kappa.low)} … ${number.format(kappa.high)})`;
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="narrow" data-label={say(AGREEMENT.flags)}>
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
