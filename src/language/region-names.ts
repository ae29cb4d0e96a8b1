// Countries, continents and parts of them by their English names, and what is of them.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** The United Nations have no number above for a part of the world that is no country. */
const MAX_AREA = 450;
/** In UTF-16 code units: with fewer, "Chad" would begin as other names do. */
const MIN_ROOT = 4;
/** In UTF-16 code units: "Chile" has one more than "Chil-ean", "Canada" than "Canad-ian". */
const MAX_LEFT = 2;
const SHORT_NAMES = ['US', 'USA', 'UK', 'UAE', 'EU', 'UN'];
/** What is of a people that has no language of its own in the list, of one of former times, or of a religion. */
const OTHERS = [
  'British Scottish Swiss Belgian Roman Byzantine Ottoman Soviet Arab Jewish',
  'Catholic Protestant Orthodox Muslim Islamic Hindu Buddhist',
].flatMap((names) => names.split(' '));
/** "Chilean", "African", "Vietnamese", "Turkish", "Iraqi". */
const ENDING = /^(\p{Lu}\p{Ll}+?)(?:(?:i|e)?ans?|n|ese|ish|i)$/u;

let regions: ReadonlySet<string> | undefined;
let languages: ReadonlySet<string> | undefined;

/** Whether a name is that of a country, a continent or a part of one: "Syria", "Northern Europe", "the United States". */
export function isRegion(name: string): boolean {
  return knownRegions().has(plain(name));
}

/** Whether a name is what is of a country, as its language is: "French", "Chilean", "African"; also what is of a religion. */
export function isNationality(name: string): boolean {
  languages ??= new Set([...OTHERS, ...namesOf('language', pairs())]);
  if (languages.has(plain(name))) return true;
  const root = ENDING.exec(name)?.[1] ?? '';
  if (root.length < MIN_ROOT) return false;
  for (const region of knownRegions()) {
    if (region.startsWith(root) && region.length - root.length <= MAX_LEFT) return true;
  }
  return false;
}

function knownRegions(): ReadonlySet<string> {
  return (regions ??= new Set([...SHORT_NAMES, ...namesOf('region', [...pairs(), ...areas()])]));
}

/** Without an article, and the full stops of "U.S.". */
function plain(name: string): string {
  return name.replace(/^[Tt]he\s+/u, '').replace(/(?<=\p{Lu})\.(?=\p{Lu}|$)/gu, '');
}

/** The English names of those codes that have one. */
function namesOf(type: 'region' | 'language', codes: readonly string[]): string[] {
  const names = new Intl.DisplayNames(['en'], { type, fallback: 'none' });
  return codes.flatMap((code) => names.of(code) ?? []);
}

/** AA to ZZ. */
function pairs(): string[] {
  return Array.from(LETTERS, (first) => Array.from(LETTERS, (second) => first + second)).flat();
}

/** 001 to {@link MAX_AREA}. */
function areas(): string[] {
  return Array.from({ length: MAX_AREA }, (_, i) => String(i + 1).padStart(3, '0'));
}
