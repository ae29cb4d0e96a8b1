const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2020-10-14` as `14 Oct 2020`; anything else as it is. */
export function formatDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const month = MONTHS[Number(match?.[2]) - 1];
  return match && month ? `${Number(match[3])} ${month} ${match[1]!}` : iso;
}

/** A moment as Discord shows it in each reader's own time zone and language, e.g. "in 5 seconds". */
export function relativeTime(milliseconds: number): string {
  return `<t:${Math.ceil(milliseconds / 1000)}:R>`;
}

/** `1 document`, `2 documents`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
