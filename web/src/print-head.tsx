import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { PRINTED } from '../../src/words/console/printed.js';
import { useWords } from './language.js';
import { useMe } from './session.js';
import { formatInstant, NATION_ZONE } from './time.js';

/** On paper alone: from where, by whom and when, for a page that lies on a desk does not say it. */
export function PrintHead() {
  const { say, language } = useWords();
  const { displayName } = useMe();
  const { pathname, search } = useLocation();
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    const now = () => setAt(new Date());
    window.addEventListener('beforeprint', now);
    return () => window.removeEventListener('beforeprint', now);
  }, []);
  const when = formatInstant(at.toISOString(), NATION_ZONE, language);
  const page = window.location.origin + pathname + search;
  return <p className="print-head">{say(PRINTED.head, { name: displayName, when, page })}</p>;
}
