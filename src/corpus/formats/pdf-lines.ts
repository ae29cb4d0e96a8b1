/** A piece of text and where it is drawn, as pdf.js gives it. */
export interface TextItem {
  readonly str: string;
  /** Scale, rotation and place: [a, b, c, d, x, y]. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** A line of text on a page. Lengths are in points; `x` grows along the line, `y` upwards from line to line. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Of the font: that of most characters. */
  readonly size: number;
}

/** A page's lines, and where its edges are: in points, as the lines' `y`. */
export interface Page {
  readonly lines: readonly Line[];
  readonly top: number;
  readonly bottom: number;
}

interface Open {
  parts: string[];
  x: number;
  right: number;
  y: number;
  size: number;
  sizedBy: number;
  angle: number;
}

/** Parts of a line farther apart than this many times the font's size are in two columns, or cells of a table. */
const CELL_GAP = 1.5;
const WORD_GAP = 0.15;
/** In multiples of the font's size: what is raised or lowered by as much is on another line. */
const MAX_RAISED = 0.45;
/** In radians: text that is turned otherwise by more than this is on another line. */
const SAME_ANGLE = 0.02;
/** Bullets as the fonts Symbol and Wingdings have them, at places that no font need share. */
const SYMBOL_BULLET = /^[\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc] ?(?:\| )?/;

/**
 * Puts the lines of a page together from its items, in the order in which they are drawn. Cells of a table's
 * row are parted by ` | `.
 */
export class PdfLines {
  readonly #lines: Line[] = [];
  #open: Open | undefined;

  /** Takes the page's next item. One without text or without a place in finite numbers is passed over. */
  add({ str, transform, width, height }: TextItem): void {
    const [a, b, c, d, e, f] = transform as [number, number, number, number, number, number];
    const size = Math.hypot(c, d) || height || Math.hypot(a, b);
    if (str === '' || ![a, b, e, f, size, width].every(Number.isFinite)) return;
    const angle = Math.atan2(b, a);
    // In a page turned so that this text runs to the right.
    const x = e * Math.cos(angle) + f * Math.sin(angle);
    const y = f * Math.cos(angle) - e * Math.sin(angle);
    const line = this.#open;
    if (line && Math.abs(line.angle - angle) < SAME_ANGLE && isOnLine(line, x, y, size)) {
      this.#append(line, str, x, x + width, size);
    } else if (str.trim() !== '') {
      this.#close();
      this.#open = { parts: [str], x, right: x + width, y, size, sizedBy: str.length, angle };
    }
  }

  /** The lines in the order in which they are drawn, which need not be from top to bottom; none is empty. */
  finish(): readonly Line[] {
    this.#close();
    return this.#lines;
  }

  #append(line: Open, str: string, x: number, right: number, size: number): void {
    const blank = str.trim() === '';
    const gap = x - line.right;
    const last = line.parts.at(-1)!;
    if (blank) {
      // A space is drawn as wide as the gap to the next column; the gap itself tells more.
      if (!last.endsWith(' ')) line.parts.push(' ');
      if (right - x < size) line.right = Math.max(line.right, right);
      return;
    }
    if (gap > size * CELL_GAP) line.parts.push(last === ' ' ? '| ' : ' | ');
    else if (gap > size * WORD_GAP && !last.endsWith(' ') && !str.startsWith(' ')) line.parts.push(' ');
    line.parts.push(str);
    line.right = Math.max(line.right, right);
    if (str.length > line.sizedBy) {
      line.size = size;
      line.sizedBy = str.length;
    }
  }

  #close(): void {
    const line = this.#open;
    this.#open = undefined;
    if (!line) return;
    const text = line.parts.join('').replace(/\s+/g, ' ').trim().replace(SYMBOL_BULLET, '• ');
    if (text !== '') this.#lines.push({ text, x: line.x, right: line.right, y: line.y, size: line.size });
  }
}

/** On the same baseline, or raised or lowered by less than half a line; and not before what is written. */
function isOnLine(line: Open, x: number, y: number, size: number): boolean {
  const raised = Math.abs(y - line.y);
  return raised < Math.max(line.size, size) * MAX_RAISED && x > line.right - Math.max(line.size, size);
}
