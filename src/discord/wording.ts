/** A moment as Discord shows it in each reader's own time zone and language, e.g. "in 5 seconds". */
export function relativeTime(milliseconds: number): string {
  return `<t:${Math.ceil(milliseconds / 1000)}:R>`;
}
