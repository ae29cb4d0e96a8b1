import { relativeDates } from '../../src/language/relative-dates.ts';

/** The dates told beside a text's expressions, each as `Sunday = 2020-10-11`. */
export function dateNotes(text: string, reference: string): string[] {
  return relativeDates(text, reference).map(({ expression, date, until }) =>
    until === undefined ? `${expression} = ${date}` : `${expression} = ${date} to ${until}`,
  );
}
