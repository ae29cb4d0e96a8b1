import type { Language } from './languages.ts';
import type { Word } from './words.ts';

interface Asking {
  /** Words of telling and of the text itself: beside {@link more}, they say nothing of what is asked for. */
  readonly ofTelling: RegExp;
  /** What asks for more. */
  readonly more: RegExp;
  /** The same, where no other word says anything. */
  readonly tellMore: RegExp;
  /** What asks for somebody, a time, a place, a reason. */
  readonly forSomething: RegExp;
}

const ASKING: Readonly<Partial<Record<Language, Asking>>> = {
  en: {
    ofTelling:
      /^(?:articles?|sections?|passages?|paragraphs?|documents?|texts?|aspects?|information|info|facts?|details?|things?|anything|something|else|others?|interesting|important|notable|significant|tell|know|find|mention(?:ed)?|say|says)$/u,
    more: /\b(?:more|else|others?|anything|something|interesting)\b/iu,
    tellMore: /\btell (?:me|us) (?:some )?more\b|^(?:any |some )?more\W*$/iu,
    forSomething: /\b(?:who|whom|whose|when|where|how|why|which)\b/iu,
  },
  de: {
    ofTelling:
      /^(?:artikel|abschnitt|absatz|dokument|text|aspekte?|informationen|info|fakten|details|einzelheiten|interessante[ns]?|interessant|wichtige[ns]?|wichtig|erz[aä]hl(?:en)?|sag(?:en)?|wissen|erfahren)$/u,
    more: /\b(?:mehr|noch|sonst|weitere[ns]?)\b/iu,
    tellMore: /\b(?:erz[aä]hl\p{L}*|sag\p{L}*) (?:mir|uns) mehr\b|^(?:was )?(?:noch|sonst)(?: noch)?\W*$/iu,
    forSomething: /\b(?:wer|wem|wen|wessen|wann|wo|wohin|wie|warum|wieso|welche[nmrs]?)\b/iu,
  },
};

/**
 * Whether all that a question says is that more is to be told: "Is there anything else interesting about this article?",
 * "tell me more". What it is about is then only in what was asked before.
 *
 * @param content its words that are no stop words
 */
export function asksForMore(text: string, content: readonly Word[], language: Language): boolean {
  const asking = ASKING[language];
  if (asking === undefined || asking.forSomething.test(text)) return false;
  if (content.length === 0) return asking.tellMore.test(text);
  return asking.more.test(text) && content.every(({ form }) => asking.ofTelling.test(form));
}
