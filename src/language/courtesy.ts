/** Each says thanks, praises, or tells that something was understood. */
const COURTESIES = [
  '(?:no )?thanks?|thank\\s?you|thank u|thx|tysm|ty|cheers|much appreciated',
  'ok(?:ay)?|k|all ?right|got it|i see|great|nice|cool|perfect|awesome|brilliant|lovely|good',
  'danke(?:\\s?schön)?|vielen dank|merci(?: beaucoup| bien)?|(?:muchas )?gracias|(?:большое )?спасибо(?: большое)?|谢谢你?|ありがとう(?:ございます)?',
].join('|');
const BESIDE =
  'so much|very much|very|a lot|a bunch|again|everyone|everybody|all|guys|mate|bot|then|to know|that helps|for (?:that|this|the|your)(?: (?:help|info|information|answers?))?';

const COURTESY = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:${COURTESIES})(?!\p{L})(?:[\s\p{P}\p{S}]*(?:${COURTESIES}|${BESIDE})(?!\p{L}))*[^\p{L}\p{N}]*$`,
  'iu',
);

/** Whether a message asks for nothing, whatever mark it ends with: "thanks!", "ok great, thank you". */
export function isCourtesy(message: string): boolean {
  return COURTESY.test(message);
}
