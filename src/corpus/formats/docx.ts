import type { ParsedDocument } from '../document.ts';
import { RefusedFileError, damaged } from '../refused-file.ts';
import { parseHtml } from './html.ts';
import { oneLine } from './record.ts';

/** More XML than this is no document: a book of 1,000 pages has some 20 MB. */
const MAX_XML_BYTES = 100 * 1024 * 1024;
const MAX_ENTRIES = 5000;
/** Parts that hold what is read. */
const WITH_TEXT = /^word\/(?:document|footnotes|endnotes)\.xml$/i;
const OF_CONCERN = /<m:oMath|<w:vanish/;
/** Around equations that stand in a line of their own; mammoth passes over all that is in it. */
const EQUATION_PARAGRAPH =
  /<m:oMathParaPr\/>|<m:oMathParaPr>(?:(?!<m:oMath).)*?<\/m:oMathParaPr>|<\/?m:oMathPara>/gs;
const EQUATION = /<m:oMath>(?:(?!<m:oMath>).)*?<\/m:oMath>/gs;
const EQUATION_TEXT = /<m:t(?: [^>]*)?>([^<]*)<\/m:t>/g;
/** A run's properties come first in it. */
const HIDDEN_RUN =
  /<w:r(?: [^>]*)?><w:rPr>(?:(?!<\/w:rPr>).)*<w:vanish\/>(?:(?!<\/w:rPr>).)*<\/w:rPr>(?:(?!<w:r[ >]).)*?<\/w:r>/gs;
const OLD_OFFICE_MARK = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Word documents: read by way of the HTML that mammoth makes of them, so lists, tables and headings come out
 * as {@link parseHtml} tells. Dates in the file are those of its making and copying, and are not taken for
 * the text's.
 *
 * The archive is first unpacked here, each part no further than to the size that it declares and all of them
 * within a limit, and handed on without compression: mammoth would unpack a bomb whole.
 *
 * @throws RefusedFileError
 */
export async function parseDocx(bytes: Uint8Array): Promise<ParsedDocument> {
  // Both an encrypted .docx and a .doc are such a container.
  if (OLD_OFFICE_MARK.every((byte, i) => bytes[i] === byte)) {
    throw new RefusedFileError('encrypted-or-doc');
  }
  const { strFromU8, strToU8, zipSync } = await import('fflate');
  const parts = await unpackXml(bytes);
  for (const [name, part] of Object.entries(parts)) {
    const xml = WITH_TEXT.test(name) ? strFromU8(part) : '';
    if (OF_CONCERN.test(xml)) parts[name] = strToU8(asRead(xml));
  }
  const plainZip = zipSync(parts, { level: 0 });
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(plainZip.buffer, plainZip.byteOffset, plainZip.byteLength) },
      {
        styleMap: [
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='Subtitle'] => p:fresh",
          // Of the table of contents, whatever the language: 'toc 1' and on, and 'TOC Heading'.
          "p[style-name^='toc '] => !",
        ],
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    html = result.value;
  } catch (error) {
    throw damaged(error);
  }
  // Footnotes end with an arrow back to the text.
  const parsed = await parseHtml(html.replace(/<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, ''));
  const core = parts['docProps/core.xml'];
  const stated = core ? await coreProperties(strFromU8(core)) : {};
  return { ...parsed, metadata: { ...parsed.metadata, ...stated } };
}

/** Without hidden text, and with the letters of equations, which mammoth passes over, as text. */
function asRead(xml: string): string {
  const unwrapped = xml.replace(HIDDEN_RUN, '').replace(EQUATION_PARAGRAPH, '');
  return unwrapped.replace(EQUATION, (equation) => {
    const letters = Array.from(equation.matchAll(EQUATION_TEXT), ([, text]) => text).join('');
    return `<w:r><w:t xml:space="preserve">${letters}</w:t></w:r>`;
  });
}

async function unpackXml(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const { unzipSync } = await import('fflate');
  let entries = 0;
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        entries += 1;
        if (entries > MAX_ENTRIES) throw new RefusedFileError('too-many-entries', `${MAX_ENTRIES} files`);
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        total += originalSize;
        if (total > MAX_XML_BYTES) {
          throw new RefusedFileError('unpacked-too-large', `${MAX_XML_BYTES / 1024 / 1024} MB`);
        }
        return true;
      },
    });
  } catch (error) {
    throw damaged(error);
  }
}

/** Title and author as Word's properties state them. */
async function coreProperties(xml: string): Promise<{ title?: string; author?: string }> {
  const { Parser } = await import('htmlparser2');
  const found: Record<string, string> = {};
  let open = '';
  const parser = new Parser(
    {
      onopentag: (name) => {
        open = name;
      },
      ontext: (text) => {
        found[open] = (found[open] ?? '') + text;
      },
      onclosetag: () => {
        open = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  const title = oneLine(found['dc:title'] ?? '');
  const author = oneLine(found['dc:creator'] ?? '');
  return { ...(title === '' ? {} : { title }), ...(author === '' ? {} : { author }) };
}
