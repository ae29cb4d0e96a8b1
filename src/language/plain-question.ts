import { THANKS } from './courtesy.ts';

/** Two words: "what is lol" would be "what is", and "thanks" nothing. */
const ENOUGH_WORDS = /^\S+\s+\S+\s+\S|^\S+\s+\S{3}/;
/** In a mark of another script. */
const ENDS_OTHERWISE = /[？！。؟]$/;

/** So many follow on one another: "hi guys, quick question: does anyone know". */
const MOST_AROUND = 6;
/** UTF-16 code units. */
const LONGEST_CLOSING = 60;

/** What comes next asks: only before it is what people open with no part of the question. */
const ASKS = `(?=(?:what|which|who|whom|whose|when|where|why|how|if|whether|is|are|was|were|do|does|did|can|could|should|will|would|has|have|any|wer|was|wann|wo|wie|warum|welche[rsmn]?|ob|gibt|ist|sind|kann|muss|darf)(?![\\p{L}'’]))`;
const GAP = `(?:\\s*[,:;.!–—-]+\\s*|\\s+)`;
const PEOPLE = `(?:there|all|everyone|everybody|every1|guys|folks|people|team|friends|mates?|bot|y['’]?all|zusammen|leute|alle|ihr)`;
const SOMEBODY = `(?:you|anyone|anybody|any1|someone|somebody|one of you|any of you)`;

const GREETING = `(?:hi+|hey+|hello+|hiya|heya|yo+|sup|greetings|good (?:morning|afternoon|evening|day)|hallo|moin|servus|guten (?:morgen|tag|abend))(?: ${PEOPLE})*`;
const OPENINGS = [
  GREETING,
  `(?:ok(?:ay)?|so|well|um+|uh+|hm+|btw|also|sorry|excuse me|please|pls|plz|guys|question|(?:just )?(?:a )?(?:quick|small|short|simple|dumb|stupid|noob) question(?: for (?:you(?: all| guys)?|y['’]?all|everyone|anyone|the (?:mods|staff)))?|kurze frage|bitte|sag mal)`,
  `(?:(?:does|do|did|would) ${SOMEBODY}(?: here| else)?(?: even| happen to)? know|anyone(?: here)? knows?|any idea|${SOMEBODY} know)`,
  `(?:(?:can|could|would|will) ${SOMEBODY}(?: please| pls| plz)? (?:tell|remind|explain(?: to)?|show|let) (?:me|us)(?: know)?)`,
  `(?:(?:please |pls |plz )?(?:tell|remind) (?:me|us)|let me know)`,
  `(?:(?:i(?: am|['’]m| was)? )?(?:just )?(?:wondering|curious)(?: about)?|i (?:just )?(?:want|need|wanted|would like) to (?:know|ask)|i (?:forgot|do not know|don['’]t know|can['’]t remember|have no idea)|idk|no idea)`,
  `(?:weiß (?:jemand|einer|wer)|wisst ihr|kann mir (?:jemand|einer) sagen|ich (?:wollte fragen|frage mich|möchte wissen))`,
];
const OPENING = new RegExp(`^\\s*(?:(?:${OPENINGS.join('|')})${GAP}){1,${MOST_AROUND}}${ASKS}`, 'iu');

const SHORT_WORDS = `(?:please|pls|plz|lol|lmao|rofl|haha+|hehe+|xd|btw|tho|rn|guys|folks|y['’]?all|bro|dude|bitte)`;
const EMOTICON = `(?::\\w+:|[:;=][-']?[)(DPpoO/|\\\\]+|<3|\\^\\^)`;
const CLOSING = new RegExp(`(?:[\\s,.;:!?–—-]+(?:${THANKS}|${SHORT_WORDS})|\\s*${EMOTICON})[\\s.!?]*$`, 'iu');

/** Letters only, so that "u" is no part of "u-boat". */
const SPELLED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    what: 'waht whta hwat wat wut wath',
    "what's": 'whats wats',
    "who's": 'whos',
    "where's": 'wheres',
    "when's": 'whens',
    "how's": 'hows',
    "why's": 'whys',
    "that's": 'thats',
    "there's": 'theres',
    when: 'wehn whne',
    where: 'wher whre wheer',
    which: 'whcih wich whihc',
    how: 'hwo',
    many: 'mnay amny',
    the: 'teh hte',
    that: 'taht',
    and: 'adn',
    have: 'ahve',
    "don't": 'dont',
    "doesn't": 'doesnt',
    "didn't": 'didnt',
    "isn't": 'isnt',
    "aren't": 'arent',
    "wasn't": 'wasnt',
    "can't": 'cant',
    "couldn't": 'couldnt',
    "i'm": 'im',
    "i've": 'ive',
    you: 'u',
    your: 'ur',
    people: 'ppl',
    because: 'bc cuz',
  }).flatMap(([spelled, typed]) => typed.split(' ').map((form) => [form, spelled] as const)),
);
const TYPED = new RegExp(
  `(?<![\\p{L}\\p{N}'’-])(?:${[...SPELLED.keys()].join('|')})(?![\\p{L}\\p{N}'’-])`,
  'giu',
);

/** "U" and "UR" may be names: of those in capitals only what is no word otherwise is spelled out. */
const MAY_BE_NAMES = new Set(['U', 'UR', 'IM', 'BC', 'WAT', 'IVE', 'CANT']);

/**
 * Takes a question out of what people write around it in a chat: greetings, whom it is for, that it is one, thanks.
 * None of it stands in a document, so that it lowers the confidence of a right answer: of 154 questions about news, a
 * server and a manual 4 % were called "not found", and 13 to 19 % with "does anyone know", "hey … pls" or "yo … lol"
 * around them.
 *
 * What is left keeps its words and their order, spelled as dictionaries do: "whats" is "what's", "hwo mnay" "how many".
 * It ends in a question mark, whatever it ended in, as nearly all questions do that the ranking was learned from: with
 * "?" the model sees another text than without, and another still with "???". Of a text of which too little would be
 * left nothing is taken away.
 */
export function plainQuestion(text: string): string {
  const spelled = spellOut(text);
  let plain = withoutStops(spelled.replace(OPENING, ''));
  for (let i = 0; i < MOST_AROUND; i++) {
    const tail = plain.slice(-LONGEST_CLOSING);
    const shorter = withoutStops(plain.slice(0, plain.length - tail.length) + tail.replace(CLOSING, ''));
    if (!ENOUGH_WORDS.test(shorter)) break;
    plain = shorter;
  }
  if (!ENOUGH_WORDS.test(plain)) plain = withoutStops(spelled);
  if (plain === '') return spelled;
  return ENDS_OTHERWISE.test(plain) ? plain : `${plain}?`;
}

function withoutStops(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.?!…]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function spellOut(text: string): string {
  return text.replace(TYPED, (typed) =>
    MAY_BE_NAMES.has(typed) ? typed : (SPELLED.get(typed.toLowerCase()) ?? typed),
  );
}
