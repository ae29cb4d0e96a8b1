import type { Language } from './languages.ts';
import type { Word } from './words.ts';

interface Asking {
  /** Words of telling and of the text itself: of what is asked for they say nothing. */
  readonly ofTelling: RegExp;
  /** Without any of those, a question that holds this asks for more too. */
  readonly more: RegExp;
  /** What asks for somebody, a time, a place, a reason. */
  readonly forSomething: RegExp;
}

const ASKING: Readonly<Partial<Record<Language, Asking>>> = {
  en: {
    ofTelling:
      /^(?:articles?|sections?|passages?|paragraphs?|pages?|documents?|texts?|aspects?|information|info|facts?|details?|things?|anything|something|else|others?|interesting|important|notable|significant|worth|tell|told|know|find|found|learn|read|mention(?:ed)?|say|says)$/u,
    more: /\bmore\b/iu,
    forSomething: /\b(?:who|whom|whose|when|where|how|why|which)\b/iu,
  },
  de: {
    ofTelling:
      /^(?:artikel|abschnitt|absatz|seite|dokument|text|aspekte?|informationen|info|fakten|details|einzelheiten|interessante[ns]?|interessant|wichtige[ns]?|wichtig|erz[aä]hl(?:en)?|sag(?:en)?|wissen|erfahren|lesen)$/u,
    more: /\bmehr\b/iu,
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
  return content.length === 0
    ? asking.more.test(text)
    : content.every(({ form }) => asking.ofTelling.test(form));
}
