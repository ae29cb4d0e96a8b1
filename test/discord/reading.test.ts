import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '../../src/index/library.ts';
import { renderMarkdown } from '../support/discord-markdown.ts';
import { documentsOf, libraryOf } from '../support/fake-answerer.ts';
import { endWithoutErrors, startScene, type Scene } from '../support/fake-discord-bot.ts';
import type { Message } from '../support/fake-discord-data.ts';
import { buttonOf, componentsOf, textOf } from '../support/fake-discord-people.ts';

const LONG = 'handbook.txt';
const PARAGRAPHS = 8_000;
/** Passages that a page may read: what it shows, and some to find them. */
const FEW = 100;

function paragraphs(from: number): string {
  const kept = Array.from(
    { length: PARAGRAPHS },
    (_, i) => `Rule ${from + i} forbids the thing ${from + i}.`,
  );
  return `${kept.join('\n\n')}\n`;
}

/** What is asked of one long document must cost no more than what is shown of it. */
describe('reading a long document', () => {
  let scene: Scene;
  let read: number;
  /** From then on what is read is counted, and the whole must not be read. */
  const count = (library: Library): void => {
    const whole = (): never => expect.fail('the whole document was read');
    scene.answerer.current = {
      ...library,
      passages: whole,
      text: whole,
      passageAt: (source, index) => {
        read += 1;
        return library.passageAt(source, index);
      },
    };
    read = 0;
  };
  beforeEach(async () => {
    scene = await startScene({ files: { [LONG]: paragraphs(0) } });
  });
  afterEach(() => endWithoutErrors(scene));
  const turn = (on: Message, label: string) =>
    scene.people.shown(scene.people.press(on, buttonOf(on, label)));

  it('reads a page, whichever way', async () => {
    count(scene.answerer.current);
    const first = await scene.people.shown(scene.people.slash('source', { file: LONG }));
    expect(componentsOf(first).find(({ label }) => label === '◀')?.disabled).toBe(true);
    const second = await turn(first, '▶');
    expect(textOf(await turn(second, '◀'))).toContain('Rule 0 ');
    const last = await scene.people.shown(
      scene.people.slash('source', { file: LONG, paragraph: PARAGRAPHS }),
    );
    expect(textOf(last)).toContain(`Rule ${PARAGRAPHS - 1} `);
    expect(componentsOf(last).find(({ label }) => label === '▶')?.disabled).toBe(true);
    const beyond = await scene.people.shown(
      scene.people.slash('source', { file: LONG, paragraph: PARAGRAPHS + 1 }),
    );
    expect(textOf(beyond)).toContain(`from 1 to ${PARAGRAPHS}`);
    expect(read).toBeLessThan(5 * FEW);
  });

  it('reads what Context and More show', async () => {
    const answer = await scene.people.reply(scene.people.say('What is rule 6200?', { mention: true }));
    count(scene.answerer.current);
    expect(textOf(await turn(answer, 'Context'))).toContain('Rule 6200 ');
    await turn(answer, 'More');
    expect(read).toBeLessThan(12 * FEW);
  });

  it('finds a quote again that has moved', async () => {
    const answer = await scene.people.reply(scene.people.say('What is rule 6200?', { mention: true }));
    count(libraryOf(await documentsOf({ [LONG]: `Preface.\n\n${paragraphs(0)}` }), 'second'));
    const { bold } = renderMarkdown(textOf(await turn(answer, 'Context')));
    expect(bold.at(-1)).toContain('Rule 6200 ');
  });

  it('attaches the whole text when it is asked for', async () => {
    const library = scene.answerer.current;
    const shown = await scene.people.shown(scene.people.slash('source', { file: LONG }));
    expect(scene.people.files(shown)).toEqual([]);
    const pressed = scene.people.press(shown, buttonOf(shown, 'Whole text'));
    expect(scene.people.files(await scene.people.shown(pressed))).toEqual([
      { name: LONG, text: library.text(LONG) },
    ]);
    expect(pressed.isEphemeral).toBe(true);
    scene.answerer.current = { ...library, text: () => 'ä'.repeat(5_000_000) };
    const refused = await turn(shown, 'Whole text');
    expect(textOf(refused)).toContain('too large');
    scene.answerer.current = libraryOf(await documentsOf({ 'other.txt': 'Nothing here.' }), 'second');
    expect(textOf(await turn(shown, 'Whole text'))).toContain('was removed');
  });
});
