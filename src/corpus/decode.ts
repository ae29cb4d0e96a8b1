import { RefusedFileError } from './refused-file.ts';

/** What Windows-1252 has at 0x80 to 0x9f; the five that it leaves open stay control characters. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Stands for bytes that are no character. */
const REPLACEMENT = '\ufffd';
/** So many characters that are valid UTF-8 for each that is not are none by chance. */
const MOSTLY = 10;

/**
 * Decodes a text file: UTF-8 or UTF-16 by its byte order mark, else UTF-8 where valid, or nearly so, as when it was cut
 * in mid-character; else Windows-1252. The byte order mark is not part of the text.
 *
 * @throws RefusedFileError `binary` for what holds NUL characters, as binary files do and text never does
 */
export function decode(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text.includes('\0')) throw new RefusedFileError('binary');
  return text;
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return mostlyUtf8(bytes) ?? decodeWindows1252(bytes);
  }
}

/** With {@link REPLACEMENT} for what is no character; `undefined` where that is more than a slip. */
function mostlyUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let valid = 0;
  for (const character of text.matchAll(/[^\0-\x7f]/gu)) {
    if (character[0] === REPLACEMENT) broken += 1;
    else valid += 1;
  }
  return valid >= MOSTLY * broken ? text : undefined;
}

/** Several releases of Node.js 20 to 24 take Windows-1252 for Latin-1, which has no curly quotes. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!);
}
