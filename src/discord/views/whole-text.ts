import { AttachmentBuilder } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { Library, LibraryDocument } from '../../index/library.ts';
import { file } from '../components.ts';
import { MAX_ATTACHMENT_BYTES } from '../limits.ts';
import type { View } from '../view.ts';

/** Text that is attached unasked, in UTF-16 code units. */
const SHORT_TEXT = 256 * 1024;
/** Of the name of the file, without its extension. */
const MAX_STEM = 60;

/**
 * The whole text of a document, as a file.
 *
 * @param whole not empty
 * @throws UserError `TEXT_TOO_LARGE`
 */
export function renderWholeText(source: string, whole: string): View {
  if (Buffer.byteLength(whole, 'utf8') > MAX_ATTACHMENT_BYTES) {
    throw new UserError(
      'TEXT_TOO_LARGE',
      'The whole text is too large to be attached.',
      'Read on with the buttons ◀ and ▶.',
    );
  }
  const name = attachmentName(source);
  const attachment = new AttachmentBuilder(Buffer.from(whole, 'utf8'), { name });
  return { components: [file(name)], files: [attachment] };
}

/** A page of a document, with its whole text where that is short: a long one is sent to who presses the button. */
export function withShortText(view: View, library: Library, { source, passages }: LibraryDocument): View {
  const last = library.passageAt(source, passages - 1);
  if (!last || last.end > SHORT_TEXT) return view;
  const whole = library.text(source);
  if (whole === undefined || whole.length > SHORT_TEXT) return view;
  const { components, files } = renderWholeText(source, whole);
  return { components: [...view.components, ...components], files: [...(files ?? [])] };
}

/** A name that Discord leaves as it is, so that the component that shows the file finds it. */
function attachmentName(source: string): string {
  const base = source.replace(/^.*\//s, '');
  const stem = base
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9-]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, MAX_STEM);
  const extension = /\.(?:md|txt)$/i.exec(base)?.[0].toLowerCase() ?? '.txt';
  return `${stem === '' ? 'document' : stem}${extension}`;
}
