// Messages of a talk that ask something, which people often write without a question mark.

/** What people begin a question with that is no part of it: "morning, how do I", "thx! and how much". */
const OPENING = String.raw`(?:(?:hi|hey|hello|hiya|yo|morning|ok|okay|so|and|but|oh|um|uh|hm|btw|also|well|sorry|guys|folks|all|everyone|quick|question|ty|thx|thanks|lol|hallo|moin|und|sagt? mal)[\s,.!:]+)*`;
const BE_OR_DO = `is|are|was|were|do|does|did|can|could|should|would|will|has|have|had|isn['’]?t|aren['’]?t|don['’]?t|doesn['’]?t|didn['’]?t|can['’]?t`;
const SUBJECT = `the|there|it|this|that|these|those|i|you|u|we|they|he|she|my|our|your|any|anyone|anybody|someone|somebody`;
const FORMS = [
  String.raw`(?:what|where|when|why|how)(?:['’]?s|['’]?re|\s(?:${BE_OR_DO}|['’]?d))`,
  String.raw`how\s(?:much|many|long|far|often|old|big|high|deep|heavy|fast|late|early|soon)`,
  String.raw`what\s(?:time|day|kind|sort|level|version|colou?r|size)`,
  // Not "which is why" and "who cares".
  String.raw`which\s(?!is|was|means|makes|I|we)\p{L}+`,
  String.raw`who(?:se|m)?\s(?!cares|knows)\p{L}+`,
  String.raw`(?:what|where|when|why|how|who)\s*$`,
  String.raw`(?:does|do|did|is|has|can|could|would)\s(?:any|some)(?:one|body)`,
  String.raw`any(?:one|body)\s(?:here\s)?(?:knows?|got|have|has|seen|remembers?|tried)`,
  String.raw`(?:any\sidea|wondering|do\s(?:you|u|we)\sknow)`,
  String.raw`(?:${BE_OR_DO})\s(?:${SUBJECT})`,
  String.raw`(?:wei(?:ß|ss)\s(?:jemand|einer|wer)|wer|wann|wo|warum|wieso|wohin|woher|welche[rsnm]?|wie\s(?:viele?|lange?|oft|alt|hoch|geht|kann|macht)|was\s(?:ist|sind|kostet|macht))`,
];
/** A clause with a comma behind a question word states something: "when the gate opens, run". */
const ASKS_WITHOUT_MARK = new RegExp(
  String.raw`^\P{L}*${OPENING}(?:${FORMS.join('|')})(?![\p{L}\p{N}])`,
  'iu',
);
/** "Is the market open? :)" ends in no question mark; what follows it is short. */
const MARK = /[?？؟](?:["'”’»)\]]|\s*[:;][-']?[)(DP]|\s*\p{Extended_Pictographic})*\s*$/u;

/** Whether a message of a chat asks something, with a question mark or without. */
export function asksSomething(message: string): boolean {
  return MARK.test(message) || ASKS_WITHOUT_MARK.test(message);
}
