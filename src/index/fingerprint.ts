import { createHash } from 'node:crypto';
import { words } from '../language/words.ts';

/** The same for texts that differ only in white space, punctuation, quotation marks, capitals and accents. */
export function fingerprint(text: string): bigint {
  const forms = words(text)
    .map(({ form }) => form)
    .join(' ');
  return createHash('sha256')
    .update(forms === '' ? text : forms)
    .digest()
    .readBigUInt64LE();
}
