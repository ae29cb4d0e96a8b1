import type { DocumentMetadata, ParsedDocument } from '../document.ts';
import { RefusedFileError, damaged } from '../refused-file.ts';
import { PdfLines, type Page, type TextItem } from './pdf-lines.ts';
import { documentFromPages } from './pdf-paragraphs.ts';
import { oneLine } from './record.ts';

/** What is used of pdf.js, whose own types the package that bundles it does not carry along. */
interface PdfJs {
  readonly VerbosityLevel: { readonly ERRORS: number };
  getDocument(source: Readonly<Record<string, unknown>>): {
    readonly promise: Promise<PdfFile>;
    destroy(): Promise<void>;
  };
}

interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<{
    /** What is shown of the page, before it is turned: left, bottom, right and top. */
    readonly view: readonly number[];
    /** In degrees, clockwise: a multiple of 90. */
    readonly rotate: number;
    getTextContent(): Promise<{ readonly items: readonly (TextItem | { readonly type: string })[] }>;
    cleanup(): void;
  }>;
  getMetadata(): Promise<{ readonly info: object }>;
}

/** More is refused; 2,000 are read in seconds. */
const MAX_PAGES = 10_000;
/** What programs write when nobody named the document. */
const NO_TITLE =
  /^(?:untitled.*|microsoft (?:word|powerpoint|excel) - .*|.*\.(?:docx?|pdf|indd|tex|dvi|qxd|odt|rtf))$/i;

/**
 * PDF: the text of its pages in the order in which the file draws it, with lines and paragraphs rebuilt from
 * where it stands (see {@link documentFromPages}). A page that cannot be read is passed over where others
 * can. The file's dates are those of its making, and are not taken for the text's.
 *
 * Files whose fonts need Adobe's predefined tables for Chinese, Japanese or Korean, without a table of their
 * own to Unicode, come out without that text: the reader is bundled without these tables.
 *
 * @throws RefusedFileError
 */
export async function parsePdf(bytes: Uint8Array): Promise<ParsedDocument> {
  const { getResolvedPDFJS } = await import('unpdf');
  const pdfJs = (await getResolvedPDFJS()) as PdfJs;
  const task = pdfJs.getDocument({
    // A copy, which the reader takes over.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    maxImageSize: 1,
    verbosity: pdfJs.VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MAX_PAGES) throw new RefusedFileError('too-many-pages', `${MAX_PAGES} pages`);
    const pages: Page[] = [];
    let failure: unknown;
    for (let number = 1; number <= pdf.numPages; number++) {
      try {
        const page = await pdf.getPage(number);
        const { items } = await page.getTextContent();
        pages.push({
          lines: linesOf(items.filter((item) => 'str' in item)),
          ...edgesOf(page.view, page.rotate),
        });
        page.cleanup();
      } catch (error) {
        failure = error;
        pages.push({ lines: [], top: 0, bottom: 0 });
      }
    }
    if (pages.every(({ lines }) => lines.length === 0)) {
      throw failure === undefined ? new RefusedFileError('no-text-layer') : damaged(failure);
    }
    const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
    return documentFromPages(pages, statedMetadata(info));
  } catch (error) {
    throw isNamed(error, 'PasswordException') ? new RefusedFileError('encrypted') : damaged(error);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

function linesOf(items: readonly TextItem[]): Page['lines'] {
  const lines = new PdfLines();
  for (const item of items) lines.add(item);
  return lines.finish();
}

/** Along the axis on which lines that stand upright on the turned page are set. */
function edgesOf(view: readonly number[], rotate: number): Pick<Page, 'top' | 'bottom'> {
  const [left, bottom, right, top] = view as [number, number, number, number];
  switch (rotate) {
    case 90:
      return { top: -left, bottom: -right };
    case 180:
      return { top: -bottom, bottom: -top };
    case 270:
      return { top: right, bottom: left };
    default:
      return { top, bottom };
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

function statedMetadata(info: object): DocumentMetadata {
  const title = stated(info, 'Title');
  const author = stated(info, 'Author');
  return {
    ...(title === '' || NO_TITLE.test(title) ? {} : { title }),
    ...(author === '' ? {} : { author }),
  };
}

function stated(info: object, name: string): string {
  const value: unknown = Reflect.get(info, name);
  return typeof value === 'string' ? oneLine(value) : '';
}
