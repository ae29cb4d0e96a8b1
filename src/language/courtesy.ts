/** Alternatives of a regular expression: thanks, in English and German, as they close a question too. */
export const THANKS = `(?:thanks?(?: (?:you|u|guys|all|so much|a lot|in advance))*|thx|tysm|ty|danke(?: (?:schön|im voraus))?)`;

/** Each says thanks, praises, or tells that something was understood. */
const COURTESIES = [
  `(?:no )?${THANKS}|thank(?:you| u)|cheers|much appreciated`,
  'ok(?:ay)?|k|all ?right|got it|i see|great|nice|cool|perfect|awesome|brilliant|lovely|good',
  'dankeschön|vielen dank|merci(?: beaucoup| bien)?|(?:muchas )?gracias|(?:большое )?спасибо(?: большое)?|谢谢你?|ありがとう(?:ございます)?',
].join('|');
const BESIDE =
  'so much|very much|very|a lot|a bunch|again|everyone|everybody|all|guys|mate|bot|then|to know|that helps|for (?:that|this|the|your)(?: (?:help|info|information|answers?))?';

const OPENS = new RegExp(String.raw`^[^\p{L}\p{N}]*(?:${COURTESIES})(?!\p{L})`, 'iu');
// One by one: as one pattern for all, a long message could be taken apart in more ways than there is time for.
const PART = new RegExp(String.raw`(?<!\p{L})(?:${COURTESIES}|${BESIDE})(?!\p{L})`, 'giu');

/** Whether a message asks for nothing, whatever mark it ends with: "thanks!", "ok great, thank you". */
export function isCourtesy(message: string): boolean {
  return OPENS.test(message) && !/[\p{L}\p{N}]/u.test(message.replaceAll(PART, ''));
}
