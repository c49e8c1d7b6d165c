import { isDay } from '../../../src/domain/days.js';
import { daysLeftOfFormalReport, lastDayOfFormalReport } from '../../../src/domain/report-clock.js';
import { type Language, LOCALES } from '../../../src/words/language.js';

/** Counts Bawaslu's days from the day that is given, while it is given. */
export function countFormalDays(form: HTMLFormElement): void {
  const day = form.querySelector<HTMLInputElement>('#seenOn')!;
  const told = form.querySelector<HTMLElement>('#due')!;
  const count = () => {
    if (!isDay(day.value)) return;
    const left = daysLeftOfFormalReport(day.value, day.max);
    const words = (left < 0 ? told.dataset.late : told.dataset.known) ?? '';
    told.textContent = words
      .replace('{known}', inWords(day.value))
      .replace('{last}', inWords(lastDayOfFormalReport(day.value)));
  };
  day.addEventListener('change', count);
  count();
}

function inWords(day: string): string {
  const language = document.documentElement.lang as Language;
  const options = { dateStyle: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], options).format(new Date(`${day}T00:00:00Z`));
}
