import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { REPORTS } from '../../src/words/console/reports.js';
import { CHANNEL_TERMS, DOOR_TERMS } from '../../src/words/reports/terms.js';
import { capital } from '../../src/words/say.js';
import type { FlagPage as Flag } from './api.js';
import { useWords } from './language.js';
import { reportApi, reportFileAddress } from './report-api.js';
import { may, useMe } from './session.js';
import { formatInstant } from './time.js';

/** How a flag came, where people brought it: which reports, with their pictures; and that no rule marks it, if so. */
export function CameFromPanel({ flag }: { flag: Flag }) {
  const { say, nameOf, language } = useWords();
  const me = useMe();
  const joined = useQuery({
    queryKey: ['flag-reports', flag.id],
    queryFn: () => reportApi.ofFlag(flag.id),
    enabled: may(me, 'check_reports'),
  });
  const reports = joined.data?.reports ?? [];
  const isBrought = flag.content?.source === 'report' || flag.content?.source === 'finding';
  if (reports.length === 0 && !isBrought) return null;
  return (
    <section className="panel" aria-label={say(REPORTS.cameBy)}>
      <h3>{say(REPORTS.cameBy)}</h3>
      {flag.matches.length === 0 && <p className="notice">{say(REPORTS.noRuleMarks)}</p>}
      <ul className="people">
        {reports.map((report) => (
          <li key={report.id}>
            <Link to={`/reports/${report.id}`}>
              {capital(nameOf(DOOR_TERMS, report.door))}, {formatInstant(report.broughtAt, flag.zone, language)}
            </Link>
            {report.channel === 'private' && <span className="badge warn">{nameOf(CHANNEL_TERMS, 'private')}</span>}
          </li>
        ))}
      </ul>
      <div className="pictures">
        {reports.flatMap((report) =>
          report.files
            .filter(({ isPicture }) => isPicture)
            .map(({ id }, i) => (
              <a key={id} href={reportFileAddress('reports', report.id, id)} target="_blank" rel="noreferrer">
                <img
                  src={reportFileAddress('reports', report.id, id)}
                  alt={say(REPORTS.picture, { n: i + 1 })}
                  height={110}
                />
              </a>
            )),
        )}
      </div>
    </section>
  );
}
