import type { Span } from '../../corpus/document.ts';
import { recordFields, type Field } from '../../corpus/formats/record.ts';
import { isStopWord } from '../../language/languages.ts';
import { words, type Word } from '../../language/words.ts';
import type { Asked } from './asked.ts';
import { ANY_NAME, NAMES_PERSONS } from './table.ts';

// Records: rows of CSV and JSON Lines, and what else is written as they are quoted.

/** With fewer lines it may as well be somebody who says something: "Brandt: I did". */
const MIN_FIELDS = 2;
/** In UTF-16 code units: "Price (EUR)" is asked for by its price. */
const IN_BRACKETS = /\s*[([].*$/u;
/** What a question may begin with that asks for a field. */
const ASKS_FOR = new Set(['what', 'which', 'the']);

/** The fields of a sentence that is a record, one a line; none, where it is something else. */
function fieldsOf(sentence: string): Field[] {
  const fields = recordFields(sentence);
  return fields.length < MIN_FIELDS || fields.length < sentence.split('\n').length ? [] : fields;
}

/** What stands in a record's values: a field's name is no answer. */
export function inValues<T extends Span>(sentence: string, candidates: readonly T[]): readonly T[] {
  const fields = fieldsOf(sentence);
  if (fields.length === 0) return candidates;
  return candidates.filter(({ start, end }) =>
    fields.some(({ value }) => value.start <= start && end <= value.end),
  );
}

/** Who a record says it is: the value of a field of names, where another has what is asked about. */
export function personInRecord({ sentence, asks }: Asked): Span | undefined {
  const fields = fieldsOf(sentence);
  const named = fields.find(({ name }) => NAMES_PERSONS.test(sentence.slice(name.start, name.end)));
  if (!named) return undefined;
  const telling = ({ value }: Field) => words(sentence.slice(value.start, value.end)).some(asks);
  const isName = ANY_NAME.test(sentence.slice(named.value.start, named.value.end));
  return isName && !telling(named) && fields.some(telling) ? named.value : undefined;
}

/**
 * The value of the one field that a question names first or last ("phone number of the caretaker"), where another one has
 * what it is asked of.
 */
export function fieldAsked({ sentence, question, language, asks }: Asked): Span | undefined {
  const said = question.filter((word) => !isStopWord(word, language));
  const ends = new Set([said[0]?.form, said.at(-1)?.form]);
  const fields = fieldsOf(sentence);
  const isNamed = ({ name }: Field) => {
    const text = sentence.slice(name.start, name.end).replace(IN_BRACKETS, '');
    const found = words(text);
    const isWhole = (word: Word) => asks(word) && word.end - word.start === text.length;
    const opens =
      ASKS_FOR.has(question[0]?.form ?? '') || found.some(({ form }) => form === question[0]?.form);
    return opens && (found.every(asks) || found.some(isWhole)) && found.some(({ form }) => ends.has(form));
  };
  const [named, ...others] = fields.filter(isNamed);
  if (!named || others.length > 0) return undefined;
  const isAsked = (field: Field) =>
    field !== named && words(sentence.slice(field.value.start, field.value.end)).some(asks);
  return fields.some(isAsked) ? named.value : undefined;
}
