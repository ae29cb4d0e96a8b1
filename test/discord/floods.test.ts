import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ASKER_ID, OTHER_ID, type Message } from '../support/fake-discord-data.ts';
import { endWithoutErrors, startScene, type Scene } from '../support/fake-discord-bot.ts';
import { buttonOf, textOf, until } from '../support/fake-discord-people.ts';
import type { FakeInteraction } from '../support/fake-discord-state.ts';

const FILE = 'barda-attack.md';
const QUESTION = 'When did the Ganja strike happen?';
const ACTIONS = 30;
const COMPLETIONS = 60;

describe('a flood of what is no question', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await startScene();
  });
  afterEach(() => endWithoutErrors(scene));
  const source = (by: string) => scene.people.slash('source', { file: FILE }, { by });
  const shown = async (all: readonly FakeInteraction[]): Promise<Message[]> =>
    Promise.all(all.map((one) => scene.people.shown(one)));
  const isRefusal = (message: Message): boolean => textOf(message).includes('within 20 seconds');

  it('is cut off for whoever sends it, privately, with how long to wait, and for nobody else', async () => {
    const flood = Array.from({ length: ACTIONS + 5 }, () => source(ASKER_ID));
    const others = source(OTHER_ID);
    const all = await shown(flood);
    const refused = all.filter(isRefusal);
    expect(refused).toHaveLength(5);
    expect(flood.every(({ isEphemeral }) => isEphemeral)).toBe(true);
    const [, time] = /<t:(\d+):R>/.exec(textOf(refused[0]!))!;
    expect(Number(time) - Date.now() / 1000).toBeGreaterThan(0);
    expect(Number(time) - Date.now() / 1000).toBeLessThan(22);
    expect(isRefusal(await scene.people.shown(others))).toBe(false);
    // Questions are counted apart.
    await scene.people.reply(scene.people.say(QUESTION, { mention: true }));
    expect(isRefusal(await scene.people.shown(scene.people.slash('ask', { question: QUESTION })))).toBe(
      false,
    );
  });

  it('may be one of presses, and a whole text counts for several', async () => {
    const page = await scene.people.shown(source(ASKER_ID));
    const whole = buttonOf(page, 'Whole text');
    const pressed = Array.from({ length: 7 }, () => scene.people.press(page, whole, { by: OTHER_ID }));
    const all = await shown(pressed);
    expect(all.filter((message) => scene.people.files(message).length === 1)).toHaveLength(6);
    expect(all.filter(isRefusal)).toHaveLength(1);
  });

  it('may be one of typing: then nothing is offered', async () => {
    const typed = Array.from({ length: COMPLETIONS + 3 }, () => scene.people.type('ask', 'source', 'barda'));
    await until(() => typed.every(({ callback }) => callback !== undefined), 'choices');
    const offered = typed.map(({ callback }) => (callback!.data as { choices: object[] }).choices.length);
    expect(offered.filter((length) => length > 0)).toHaveLength(COMPLETIONS);
    expect(isRefusal(await scene.people.shown(source(ASKER_ID)))).toBe(false);
  });
});
