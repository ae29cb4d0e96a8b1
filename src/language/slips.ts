/** What a hand may have done to a word that it typed. */
export interface Slip {
  /** The word that was meant. */
  readonly form: string;
  /** Whether all of its letters were typed and no others, two of them in each other's place or one too often or too seldom. */
  readonly isOwnLetters: boolean;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The forms that one slip lies behind: letters that changed places, or one that was typed twice, left out, put in or
 * taken for another. Each once, the likelier slips first, and never the word itself. Some 54 for each letter of a word.
 *
 * @param form a folded word of the letters a to z, see words.ts; others are only moved and left out
 */
export function formsBehindSlip(form: string): Slip[] {
  const own = new Set<string>();
  const others = new Set<string>();
  for (let at = 0; at < form.length; at++) {
    const [before, letter, after] = [form.slice(0, at), form.charAt(at), form.slice(at + 1)];
    if (after !== '') own.add(before + after.charAt(0) + letter + after.slice(1));
    own.add(before + letter + letter + after);
    if (letter === after.charAt(0)) own.add(before + after);
    others.add(before + after);
    for (const other of LETTERS) {
      others.add(before + other + after);
      others.add(before + other + letter + after);
    }
  }
  for (const other of LETTERS) others.add(form + other);
  own.delete(form);
  others.delete(form);
  return [
    ...Array.from(own, (meant) => ({ form: meant, isOwnLetters: true })),
    ...Array.from(others)
      .filter((meant) => !own.has(meant))
      .map((meant) => ({ form: meant, isOwnLetters: false })),
  ];
}
