/** Each says thanks or that something was understood. */
const COURTESIES = [
  'thanks?|thank\\s?you|thank u|thx|tysm|ty|cheers|much appreciated',
  'ok(?:ay)?|k|all ?right|got it|i see|great|nice|cool|perfect|awesome|brilliant|lovely|good',
  'danke(?:schön)?|vielen dank|merci(?: beaucoup)?|(?:muchas )?gracias|спасибо|谢谢|ありがとう(?:ございます)?',
].join('|');
const BESIDE =
  'so much|very much|very|a lot|a bunch|again|everyone|everybody|all|guys|mate|bot|then|to know|that helps|for (?:that|this|the|your)(?: (?:help|info|information|answers?))?';

const COURTESY = new RegExp(
  String.raw`^\W*(?:${COURTESIES})(?!\p{L})(?:[\s\p{P}\p{S}]*(?:${COURTESIES}|${BESIDE})(?!\p{L}))*[^\p{L}\p{N}]*$`,
  'iu',
);

/** Whether a message asks for nothing, whatever mark it ends with: "thanks!", "ok great, thank you". */
export function isCourtesy(message: string): boolean {
  return COURTESY.test(message);
}
