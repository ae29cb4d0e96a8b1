/**
 * A small model of how Discord's client reads a message: the rules of its published-in-practice markdown that
 * matter here, in its order. It tells what a reader sees and which markup came alive.
 */

export interface Rendered {
  /** What a reader sees, without markup. */
  readonly text: string;
  /** The part of `text` that stands in block quotes. */
  readonly quoted: string;
  /** What is shown in bold, in order. */
  readonly bold: readonly string[];
  /** What has a line below, in order. */
  readonly underlined: readonly string[];
  /** Names of every other rule that matched, e.g. `link`. */
  readonly alive: ReadonlySet<string>;
}

interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Index of the group that is read on, or that is shown. */
  readonly group: number;
  readonly nested: boolean;
}

const INLINE: readonly Rule[] = [
  { name: 'escape', pattern: /^\\([^0-9A-Za-z\s])/, group: 1, nested: false },
  {
    name: 'url',
    pattern: /^(?:https?|steam|ftp|discord):\/\/[^\s<]+[^<.,:;"'\]\s]/,
    group: 0,
    nested: false,
  },
  { name: 'mention', pattern: /^<(?:@[!&]?|#|id:|\/[^:>]+:)\w+>/, group: 0, nested: false },
  { name: 'emoji', pattern: /^<a?:\w+:\d+>/, group: 0, nested: false },
  { name: 'timestamp', pattern: /^<t:-?\d+(?::[tTdDfFR])?>/, group: 0, nested: false },
  { name: 'autolink', pattern: /^<([^: >]+:\/?[^ >]+[^:/ >])>/, group: 1, nested: false },
  { name: 'everyone', pattern: /^@(?:everyone|here)/, group: 0, nested: false },
  { name: 'emoji-name', pattern: /^:([^\s:]+?):/, group: 0, nested: false },
  {
    name: 'link',
    pattern: /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?\s*\)/,
    group: 1,
    nested: true,
  },
  {
    name: 'code-block',
    pattern: /^```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][\s\S]*?)\n*```/i,
    group: 1,
    nested: false,
  },
  { name: 'code', pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/, group: 2, nested: false },
  { name: 'spoiler', pattern: /^\|\|([\s\S]+?)\|\|/, group: 1, nested: true },
  { name: 'bold', pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, group: 1, nested: true },
  { name: 'underline', pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, group: 1, nested: true },
  {
    name: 'italic',
    pattern: /^_((?:__|\\[\s\S]|[^\\_])+?)_\b|^\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/,
    group: 1,
    nested: true,
  },
  { name: 'strike', pattern: /^~~((?:\\[\s\S]|[^\\])+?)~~/, group: 1, nested: true },
];

const LINE_START: readonly (readonly [string, RegExp])[] = [
  ['heading', /^ *#{1,3}\s+\S/],
  ['subtext', /^ *-# +/],
  ['list', /^ *(?:[*+-]|\d+\.) /],
  ['quote', /^ *>(?:>>)? /],
];

/** Reads a text display or message content as Discord's client does. */
export function renderMarkdown(source: string): Rendered {
  const alive = new Set<string>();
  const bold: string[] = [];
  const underlined: string[] = [];
  const shown: string[] = [];
  const quoted: string[] = [];
  // Discord takes every line end for `\n` before it reads anything.
  for (const line of source.replace(/\r\n?/g, '\n').split('\n')) {
    if (/^ *>>> /.test(line)) alive.add('rest-quote');
    const isQuote = /^ *> /.test(line);
    const body = isQuote ? line.replace(/^ *> /, '') : line;
    let content = body;
    for (const [name, pattern] of LINE_START) {
      if (!pattern.test(body)) continue;
      if (isQuote) alive.add(name);
      else if (name === 'subtext') content = body.replace(pattern, '');
      else alive.add(name);
    }
    const text = readInline(content, { alive, bold, underlined });
    shown.push(text);
    if (isQuote) quoted.push(text);
  }
  return { text: shown.join('\n'), quoted: quoted.join('\n'), bold, underlined, alive };
}

interface Seen {
  readonly alive: Set<string>;
  readonly bold: string[];
  readonly underlined: string[];
}

function readInline(source: string, seen: Seen): string {
  let text = '';
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    const rule = INLINE.find(({ pattern }) => pattern.test(rest));
    const match = rule?.pattern.exec(rest);
    if (!rule || !match) {
      text += source.charAt(at);
      at++;
      continue;
    }
    const inner = match.slice(rule.group).find(Boolean) ?? match[0];
    const read = rule.nested ? readInline(inner, seen) : inner;
    if (rule.name === 'bold') seen.bold.push(read);
    else if (rule.name === 'underline') seen.underlined.push(read);
    else if (rule.name !== 'escape') seen.alive.add(rule.name);
    text += read;
    at += match[0].length;
  }
  return text;
}
