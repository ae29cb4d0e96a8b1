/**
 * What people number to tell one from another: a kind a line, the words for it. A trilogy's second book is its second
 * volume, and a bus of line 7 is bus 7.
 */
const WORDS_FOR = [
  'episode episodes ep eps folge folgen',
  'season seasons series staffel staffeln',
  'chapter chapters ch chap kapitel',
  'volume volumes vol vols book books band bd',
  'part parts pt teil teile',
  'rule rules regel regeln',
  'section sections sec abschnitt §',
  'article articles art artikel',
  'paragraph paragraphs absatz',
  'clause clauses',
  'level levels lvl lvls lv stufe stufen',
  'version versions ver v patch release update',
  'step steps schritt schritte',
  'stage stages phase phases',
  'floor floors storey storeys etage stockwerk',
  'wave waves welle wellen',
  'round rounds runde runden',
  'session sessions sitzung sitzungen',
  'lesson lessons lektion lektionen unit units module modules modul',
  'week weeks woche wochen',
  'day days tag',
  'act acts akt',
  'scene scenes szene szenen',
  'issue issues ausgabe ausgaben',
  'mission missions quest quests',
  'tier tiers',
  'task tasks exercise exercises aufgabe aufgaben',
  'question questions q frage fragen',
  'appendix annex anhang',
  'figure fig abbildung',
  'table tabelle',
  'room rooms raum zimmer',
  'gate gates',
  'platform platforms gleis',
  'bus buses line lines route routes linie linien',
  'zone zones sector sectors',
  'track tracks',
  'game games match matches spiel',
  'group groups gruppe gruppen',
].map((words) => words.split(' '));
/** By each of its words, in lower case, the kind. */
export const KINDS: ReadonlyMap<string, string> = new Map(
  WORDS_FOR.flatMap((words) => words.map((word) => [word, words[0]!] as const)),
);

/** The first kind that a text has a word for: "Level" above a table's column. */
export function kindOf(text: string): string | undefined {
  const found = text.toLowerCase().match(/[\p{L}§]+/gu) ?? [];
  return found.map((word) => KINDS.get(word)).find((kind) => kind !== undefined);
}
