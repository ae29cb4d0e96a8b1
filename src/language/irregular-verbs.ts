/**
 * English verbs whose past a stemmer does not know: base, past and participle where they differ. Without them
 * "When did it begin?" and "it began" have no word in common.
 */
const VERBS = `be was were been; become became; begin began begun; bite bit bitten; blow blew blown; break broke broken;
  bring brought; build built; buy bought; catch caught; choose chose chosen; come came; deal dealt; die dead died;
  do did done; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed;
  feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
  freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown; hang hung; have has had;
  hear heard; hide hid hidden; hold held; keep kept; know knew known; lay laid; lead led; leave left; lend lent;
  lie lay lain; light lit; lose lost; make made; mean meant; meet met; pay paid; ride rode ridden; ring rang rung;
  rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent; shake shook shaken;
  shoot shot; show showed shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept;
  speak spoke spoken; spend spent; stand stood; steal stole stolen; stick stuck; strike struck stricken;
  swear swore sworn; swim swam swum; take took taken; teach taught; tear tore torn; tell told; think thought;
  throw threw thrown; understand understood; wake woke woken; wear wore worn; win won; withdraw withdrew withdrawn;
  write wrote written`;

const BASES: ReadonlyMap<string, string> = new Map(
  VERBS.split(';').flatMap((verb) => {
    const [base, ...forms] = verb.trim().split(/\s+/);
    return forms.map((form) => [form, base!] as const);
  }),
);

/** What an English verb's irregular form is a form of: "begin" of "began". */
export function baseOf(form: string): string | undefined {
  return BASES.get(form);
}
