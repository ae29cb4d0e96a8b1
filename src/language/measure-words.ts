const MEASURE =
  /(?<![\p{L}\p{N}])how\s+(long|old|tall|big|large|high|far|wide|deep|heavy|fast|quick|quickly|often|soon|hot|cold|late|early|strong|expensive)(?![\p{L}\p{N}])/giu;

const OF_UNITS =
  /(?<![\p{L}\p{N}])(?:how\s+(?:old|tall|high|far|wide|deep|thick|heavy|fast|hot|cold)|how\s+many\s+(?:people|inhabitants)\s+lived?\s+in|(?:what|which)(?:\s+(?:is|was)|['’]s)\s+(?:the\s+)?(?:population|height|depth|width|weight|length|age|area)\s+of)(?![\p{L}\p{N}])/iu;

const HOW = /how/i;
const NONE: ReadonlySet<number> = new Set();

/**
 * Where the words begin by which "how" asks for a measure: "how long", "how old". They say what is asked for and hardly
 * what about: the answer need not hold them ("for 90 days", "at least 15").
 *
 * @returns UTF-16 offsets in the question
 */
export function measureWords(question: string): ReadonlySet<number> {
  if (!HOW.test(question)) return NONE;
  return new Set(
    Array.from(question.matchAll(MEASURE), (match) => match.index + match[0].length - match[1]!.length),
  );
}

/** Whether a question asks for a measure that is told in units of its own: metres of "how tall", years of "how old". */
export function asksForMeasure(question: string): boolean {
  return OF_UNITS.test(question);
}
