import { MONTHS_BY_SHORT_NAME } from './calendar-names.ts';
import { fold, type Word } from './words.ts';

/** British endings as Americans write them. No rule makes one English word of another; "scour" keeps its ending for "scor". */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  // Colour, neighbourhood, favourite.
  [/(?<=^\p{L}{3,})our(?=(?:s|ed|ing|ite|ites|er|ers|hood|hoods|able|less|ful|ly)?$)/u, 'or'],
  // Organise, organisation, analyse.
  [/(?<=^\p{L}{3,}[iy])s(?=(?:e|es|ed|ing|er|ers|ation|ations)$)/u, 'z'],
  // Centre, kilometres.
  [/(?<=^\p{L}{2,}t)re(?=s?$)/u, 'er'],
  // Defence, licence.
  [/(?<=^\p{L}{3,}en)c(?=es?$)/u, 's'],
  // Travelled, signalling.
  [/(?<=[aeiou][^aeiou]+[ae]l)l(?=(?:ed|ing|er|ers)$)/u, ''],
  // Catalogue, dialogues.
  [/(?<=^\p{L}{2,}log)ue(?=s?$)/u, ''],
];

/** Words with two spellings that no ending tells, the one that stands for both last. */
const PAIRS: ReadonlyMap<string, string> = new Map(
  `grey gray, greys grays, okay ok, towards toward, upwards upward, downwards downward, forwards forward, backwards backward,
   afterwards afterward, amongst among, amidst amid, whilst while, upon on, till until, programme program,
   programmes programs, fibre fiber, fibres fibers, plough plow, ploughs plows, ploughed plowed, mould mold,
   moulds molds, moustache mustache, aluminium aluminum, jewellery jewelry, sceptic skeptic, sceptical skeptical,
   sceptics skeptics, adviser advisor, advisers advisors, judgement judgment, judgements judgments,
   acknowledgement acknowledgment, ageing aging, enquiry inquiry, enquiries inquiries, pyjamas pajamas, doughnut donut,
   doughnuts donuts, whisky whiskey, percent %`
    .split(/,\s*/)
    .map((pair) => pair.split(' ') as [string, string]),
);

/** By their short names, folded; only names with a capital are meant, for "mar" is a verb. */
const MONTHS: ReadonlyMap<string, string> = new Map(
  Array.from(MONTHS_BY_SHORT_NAME, ([short, full]) => [fold(short), fold(full)]),
);

/** A slip in a shorter word is likelier another word. */
const MIN_SLIPPED = 6;
/** A letter behind these may negate: "uninformed" and "uniformed". */
const MAY_NEGATE = /^(?:an|dis|i[lmnr]|mis|non|un)/;

/**
 * The form of an English word that stands for all its spellings: "gray" for "grey", "organize" for "organise", "october"
 * for "Oct."; it need not be a word. Different words keep different forms.
 *
 * @param written the word as it stands in the text
 */
export function uniformSpelling(
  { form, unspaced }: Pick<Word, 'form' | 'unspaced'>,
  written: string,
): string {
  if (unspaced || /\p{Nd}/u.test(form)) return form;
  const month = /^\p{Lu}/u.test(written) ? MONTHS.get(form) : undefined;
  const pair = month ?? PAIRS.get(form);
  if (pair !== undefined) return pair;
  let uniform = form;
  for (const [ending, american] of ENDINGS) uniform = uniform.replace(ending, american);
  return uniform;
}

/**
 * Whether one of two words is the other with a slip of the finger: two letters that changed places, or one that is
 * missing or doubled, with the first and the last as they are. A letter in place of another is none: "herdsmen" are
 * not "herdsman". Nor is one where it may negate.
 */
export function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (MAY_NEGATE.test(short) || MAY_NEGATE.test(long)) return false;
  if (short.length < MIN_SLIPPED || long.length - short.length > 1) return false;
  if (short.at(0) !== long.at(0) || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (at === short.length) return false;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
}
