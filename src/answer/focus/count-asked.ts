import type { Word } from '../../language/words.ts';
import type { Asked } from './asked.ts';

/** What a question asks the count of. */
export interface CountAsked {
  /** What is counted: "polling stations" of "how many polling stations had queues"; words that say something. */
  readonly nouns: readonly Word[];
  /** The last of these, but "species" of "species of trees". */
  readonly head: Word | undefined;
  /** What they do or suffer, without where and when: "queues". */
  readonly predicate: readonly Word[];
  /** Whether who does it stands before the verb: "did Ann catch". */
  readonly isSubjectFirst: boolean;
  /** The words behind what is counted as far as {@link predicate} goes, those that say nothing too. */
  readonly behind: readonly Word[];
  /** Whether a part is asked for: "how many of the". */
  readonly ofThe: boolean;
}

/** Folded. */
const HOW_MANY = new Set(
  'many few percent percentage proportion viele wieviele combien cuantos cuantas quanti quante quantos quantas сколько'.split(
    ' ',
  ),
);
const AUXILIARIES = new Set(
  'do does did is are was were be been has have had can could will would may might must should shall sind waren wurden werden haben hatten hat hatte ist war'.split(
    ' ',
  ),
);
/** Of {@link AUXILIARIES}, those of the passive. */
export const BE: ReadonlySet<string> = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'sind',
  'waren',
  'wurden',
]);
/** Behind these is where, when or in what case: what a sentence may leave out. */
const ADJUNCTS = new Set(
  'in at on when by from during after before off near while as according because if since within under that who which where to for with beim bei im am als wahrend nach vor durch laut en'.split(
    ' ',
  ),
);
/** What "how many" asks for; `undefined` where the question does not ask so. */
export function countAsked({ question, says }: Asked): CountAsked | undefined {
  const asking = question.findIndex(({ form }) => HOW_MANY.has(form));
  if (asking < 0) return undefined;
  const ofThe = question[asking + 1]?.form === 'of' || question[asking + 1]?.form === 'der';
  const rest = question.slice(asking + 1);
  const auxiliary = rest.findIndex(({ form }) => AUXILIARIES.has(form));
  const adjunct = rest.findIndex(({ form }, i) => ADJUNCTS.has(form) && rest.slice(0, i).some(says));
  const core = adjunct < 0 ? rest : rest.slice(0, adjunct);
  const isBeforeAdjunct = auxiliary >= 0 && (adjunct < 0 || auxiliary < adjunct);
  const split = isBeforeAdjunct ? auxiliary : core.findIndex(says) + 1;
  const nouns = core.slice(0, split);
  const of = nouns.findIndex(({ form }, i) => i > 0 && form === 'of');
  const against = core.slice(split).find(({ form }) => form === 'against');
  return {
    nouns: nouns.filter((word) => says(word) && !/^\p{Nd}/u.test(word.form)),
    head: nouns.slice(0, of < 0 ? undefined : of).findLast(says),
    // Those who voted against it are told beside others who voted.
    predicate: against ? [against] : core.slice(split).filter(says),
    isSubjectFirst: isBeforeAdjunct && !BE.has(rest[auxiliary]!.form),
    behind: rest.slice(split),
    ofThe,
  };
}
