/** The source of a pattern for one of some alternatives, of which the first that fits is taken. */
export function anyOf(alternatives: readonly string[]): string {
  return `(?:${alternatives.join('|')})`;
}
