import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { Passage } from '../../corpus/document.ts';
import type { Library, LibraryDocument } from '../../index/library.ts';
import { promiseReply, show } from '../acknowledge.ts';
import { firstPassage } from '../first-passage.ts';
import { findSource, sourceChoices } from '../sources.ts';
import { renderDocument } from '../views/document.ts';
import { withShortText } from '../views/whole-text.ts';
import { EVERYWHERE, type SlashCommand } from './command.ts';

/** Reads a document. */
export const source: SlashCommand = {
  type: 'slash',
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'source',
    description: 'Read a document',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'file',
        description: 'The document',
        required: true,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'paragraph',
        description: 'Where to begin',
        min_value: 1,
      },
    ],
  },
  async run(interaction, bot) {
    await promiseReply(interaction, true);
    const library = bot.answerer.library();
    const document = findSource(library, interaction.options.getString('file', true));
    const paragraph = interaction.options.getInteger('paragraph');
    const place =
      paragraph === null
        ? ({ kind: 'from', offset: 0 } as const)
        : ({
            kind: 'around',
            passage: passageAt(library, document, paragraph),
            highlights: [],
          } as const);
    const page = renderDocument(library, document, place);
    await show(interaction, withShortText(page, library, document));
  },
  complete: (interaction, bot) => sourceChoices(bot.answerer.library(), interaction.options.getFocused()),
};

/** The paragraph with a number or, where only other text stands under that number, the next one. */
function passageAt(library: Library, document: LibraryDocument, paragraph: number): Passage {
  const index = firstPassage(library, document, (candidate) => candidate.paragraph >= paragraph);
  const passage = library.passageAt(document.source, index);
  if (passage && paragraph >= 1) return passage;
  const last = library.passageAt(document.source, document.passages - 1)?.paragraph ?? 0;
  throw new UserError(
    'PARAGRAPH_UNKNOWN',
    `There is no paragraph ${paragraph}.`,
    `Name one from 1 to ${last}, or none to read from the beginning.`,
  );
}
