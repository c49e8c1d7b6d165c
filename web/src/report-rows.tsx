import { Link } from 'react-router';
import { REPORTS } from '../../src/words/console/reports.js';
import { CHANNEL_TERMS, DOOR_TERMS, REPORT_OUTCOME_TERMS, REPORT_STATE_TERMS } from '../../src/words/reports/terms.js';
import { capital } from '../../src/words/say.js';
import { KIND_TERMS, PLATFORM_TERMS, ROLE_TERMS } from '../../src/words/terms.js';
import { useWords } from './language.js';
import type { ReportLine, ReportList } from './report-api.js';
import { formatInstant, formatWait } from './time.js';

interface Props {
  readonly frame: Pick<ReportList, 'now' | 'zone'>;
  readonly items: readonly ReportLine[];
  readonly to: '/reports' | '/findings';
}

export function ReportRows({ frame, items, to }: Props) {
  const { say } = useWords();
  return (
    <table className="list reports">
      <thead>
        <tr>
          <th className="narrow">{say(REPORTS.colStep)}</th>
          <th>{say(REPORTS.colAbout)}</th>
          <th className="narrow">{say(REPORTS.colBrought)}</th>
          <th className="narrow">{say(REPORTS.colDue)}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} frame={frame} item={item} to={to} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ frame, item, to }: { item: ReportLine } & Pick<Props, 'frame' | 'to'>) {
  const { say, nameOf, language } = useWords();
  const { step, outcome, platform, kind } = item;
  const about = [kind && nameOf(KIND_TERMS, kind), platform && nameOf(PLATFORM_TERMS, platform)].filter(Boolean);
  return (
    <tr>
      <td className="narrow">
        <span className="badge">{nameOf(REPORT_STATE_TERMS, item.state)}</span>
        {outcome && <small>{nameOf(REPORT_OUTCOME_TERMS, outcome)}</small>}
      </td>
      <td>
        <Link className="row-link" to={`${to}/${item.id}`}>
          <bdi>{item.about || say(REPORTS.unnamed)}</bdi>
        </Link>{' '}
        <small>{about.join(' · ')}</small>
        {item.files > 0 && <small>{say(REPORTS.files, { n: item.files })}</small>}
        {item.channel === 'private' && <span className="badge warn">{nameOf(CHANNEL_TERMS, item.channel)}</span>}
        <small className="below">
          <bdi>{item.firstLine}</bdi>
        </small>
      </td>
      <td className="narrow" title={formatInstant(item.broughtAt, frame.zone, language)}>
        {formatWait(item.broughtAt, frame.now, language)} <small>{nameOf(DOOR_TERMS, item.door)}</small>
      </td>
      <td className={step?.isOverdue ? 'narrow due-late' : 'narrow'}>
        {step
          ? say(REPORTS.dueBy, {
              who: capital(nameOf(ROLE_TERMS, step.owner)),
              when: formatInstant(step.dueAt, frame.zone, language),
            })
          : say(REPORTS.nothingDue)}
        {step?.isOverdue && <span className="badge warn">{say(REPORTS.overdue)}</span>}
      </td>
    </tr>
  );
}
