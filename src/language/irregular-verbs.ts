// English verbs whose past a stemmer does not know: base, past and what other forms there are.

/** Their past is that and nothing else that often stands in news: it tells a sentence's tense. */
const PLAIN_PASTS = `be was/were been; become became; begin began begun; blow blew blown; break broke broken;
  bring brought; build built; buy bought; catch caught; choose chose chosen; come came; deal dealt; do did done;
  draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen; fight fought; find found; flee fled;
  fly flew flown; get got gotten; give gave given; go went gone; grow grew grown; hang hung; have had has; hear heard;
  hide hid hidden; hold held; keep kept; know knew known; lay laid; lead led; leave left; light lit; lose lost;
  make made; meet met; pay paid; ride rode ridden; rise rose risen; run ran; say said; see saw seen; seek sought;
  sell sold; send sent; shake shook shaken; shoot shot; sink sank sunk; sit sat; sleep slept; speak spoke spoken;
  spend spent; stand stood; steal stole stolen; strike struck stricken; swear swore sworn; take took taken;
  teach taught; tear tore torn; tell told; think thought; throw threw thrown; wake woke woken; wear wore worn;
  win won; withdraw withdrew withdrawn; write wrote written`;

/** Their past tells no tense: some are other words too, as "a bit", "the Fed" and "Lent"; the rest was never tried. */
const OTHER_PASTS = `bite bit bitten; die died dead; drink drank drunk; feed fed; feel felt; forbid forbade forbidden;
  forget forgot forgotten; freeze froze frozen; lend lent; lie lay lain; mean meant; ring rang rung; show showed shown;
  shrink shrank shrunk; sing sang sung; stick stuck; swim swam swum; understand understood`;

/** Their past tells a tense; whether a question's words should be compared by their base was never tried. */
const PASTS_ONLY = `arise arose; dig dug; oversee oversaw; overtake overtook; overthrow overthrew; retake retook;
  slide slid; sweep swept; undergo underwent; undertake undertook`;

/** Forms, in lower case, that in news are nearly always the past of a verb: `began`, not `begun`. */
export const PAST_FORMS: readonly string[] = [...verbsOf(PLAIN_PASTS), ...verbsOf(PASTS_ONLY)].flatMap(
  ({ pasts }) => pasts,
);

const BASES: ReadonlyMap<string, string> = new Map(
  [...verbsOf(PLAIN_PASTS), ...verbsOf(OTHER_PASTS)].flatMap(({ base, pasts, others }) =>
    [...pasts, ...others].map((form) => [form, base] as const),
  ),
);

const BASE_FORMS: ReadonlySet<string> = new Set(BASES.values());

/**
 * What an English verb's irregular form, in lower case, is a form of: "begin" of "began"; `undefined` for others.
 * Without it "When did it begin?" and "it began" have no word in common.
 */
export function baseOf(form: string): string | undefined {
  return BASES.get(form);
}

/** Whether a word in lower case is the base of a verb whose past `baseOf` knows: "begin". */
export function isIrregular(base: string): boolean {
  return BASE_FORMS.has(base);
}

function verbsOf(text: string) {
  return text.split(';').map((verb) => {
    const [base, past, ...others] = verb.trim().split(/\s+/);
    return { base: base!, pasts: past!.split('/'), others };
  });
}
