import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { button, row } from '../../src/discord/components.ts';
import { FeedbackStore } from '../../src/feedback/store.ts';
import { renderMarkdown } from '../support/discord-markdown.ts';
import { ASKER_ID, CHANNEL_ID, OTHER_ID, type Message } from '../support/fake-discord-data.ts';
import { documentsOf, libraryOf } from '../support/fake-answerer.ts';
import { endWithoutErrors, startScene, type Scene } from '../support/fake-discord-bot.ts';
import { buttonOf, componentsOf, textOf, until } from '../support/fake-discord-people.ts';

const QUESTION = 'When did the Ganja strike happen?';

describe('buttons', () => {
  let scene: Scene;
  let answer: Message;
  beforeEach(async () => {
    scene = await startScene();
    answer = await scene.people.reply(scene.people.say(QUESTION, { mention: true }));
  });
  afterEach(() => endWithoutErrors(scene));

  const press = (label: string, by = ASKER_ID, n = 0) =>
    scene.people.press(answer, buttonOf(answer, label, n), { by });
  /** A button that stands on the answer, though the bot did not put it there. */
  const pressForged = (id: string) =>
    scene.people.press({ ...answer, components: [row(button(id, 'x'))] }, id);

  it('Context shows the quote in its document, privately, and the file when it is asked for', async () => {
    const pressed = press('Context', OTHER_ID);
    const shown = await scene.people.shown(pressed);
    expect(pressed.isEphemeral).toBe(true);
    const { quoted, bold } = renderMarkdown(textOf(shown));
    expect(bold[1]).toContain('Oct. 11, 2020');
    expect(quoted).toContain('A missile hit Ganja on Sunday');
    const whole = scene.people.press(shown, buttonOf(shown, 'Whole text'), { by: OTHER_ID });
    expect(scene.people.files(await scene.people.shown(whole))).toEqual([
      expect.objectContaining({
        name: 'ganja-strike-october-2020.md',
        text: scene.answerer.current.text('ganja-strike-october-2020.md'),
      }),
    ]);
  });

  it('◀ and ▶ read the whole document, every word once', async () => {
    const shown = await scene.people.shown(
      scene.people.slash('source', { file: 'ganja-strike-october-2020.md' }),
    );
    let text = renderMarkdown(textOf(shown)).quoted;
    let page = shown;
    for (let i = 0; i < 20; i++) {
      const next = componentsOf(page).find(({ label }) => label === '▶')!;
      if (next.disabled === true) break;
      page = await scene.people.shown(scene.people.press(page, next.custom_id!));
      text += renderMarkdown(textOf(page)).quoted;
    }
    for (const passage of scene.answerer.current.passages('ganja-strike-october-2020.md')) {
      expect(text).toContain(passage.text);
    }
  });

  it('More shows the next quotes, until there are none', async () => {
    const pressed = press('More', OTHER_ID);
    const second = await scene.people.shown(pressed);
    expect(pressed.isEphemeral).toBe(true);
    const third = await scene.people.shown(scene.people.press(second, buttonOf(second, 'More')));
    expect(() => buttonOf(third, 'More')).toThrow();
    const contexts = [answer, second, third].flatMap((one) =>
      componentsOf(one).filter(({ label }) => label === 'Context'),
    );
    expect(new Set(contexts.map((one) => one.custom_id)).size).toBe(9);
    expect(textOf(second)).not.toContain(textOf(answer).split('\n')[0]);
  });

  it('👍 and 👎 count once for each person, who can change their mind', async () => {
    for (const [label, by] of [
      ['👍', ASKER_ID],
      ['👍', ASKER_ID],
      ['👎', OTHER_ID],
      ['👍', OTHER_ID],
    ] as const) {
      const pressed = press(label, by);
      expect(textOf(await scene.people.shown(pressed))).toContain('Thank you');
      expect(pressed.isEphemeral).toBe(true);
    }
    const [rated] = new FeedbackStore(scene.database).rated();
    expect(rated).toMatchObject({
      question: QUESTION,
      verdict: 'answered',
      up: 2,
      down: 0,
      generation: 'first',
    });
    expect(rated?.quotes.length).toBe(3);
    expect(JSON.stringify(scene.database.sqlite.prepare('SELECT * FROM votes').all())).not.toContain(
      ASKER_ID,
    );
  });

  it('Delete is for whoever asked', async () => {
    const refused = press('Delete', OTHER_ID);
    expect(textOf(await scene.people.followUp(refused))).toContain('Only whoever asked');
    expect(scene.fake.state.deleted.has(answer.id)).toBe(false);
    press('Delete');
    await until(() => scene.fake.state.deleted.has(answer.id), 'the deletion');
  });

  it('Delete is for moderators too, even of an answer that is forgotten', async () => {
    scene.database.sqlite.exec('DELETE FROM answers');
    const by = { by: OTHER_ID, permissions: PermissionFlagsBits.ManageMessages };
    scene.people.press(answer, buttonOf(answer, 'Delete'), by);
    await until(() => scene.fake.state.deleted.has(answer.id), 'the deletion');
  });

  it('Continue in a thread goes on with the conversation there', async () => {
    press('Continue in a thread');
    const inThread = (): Message[] =>
      [...scene.fake.state.messages.values()].filter(({ channel_id: id }) => id === answer.id);
    await until(() => inThread().length > 0, 'the first message of the thread');
    expect(scene.fake.state.channels.get(answer.id)).toMatchObject({ name: QUESTION, parent_id: CHANNEL_ID });
    expect(textOf(inThread()[0]!)).toContain('Mention me or reply to me');
    await scene.people.reply(
      scene.people.say('Who was blamed?', { channel: answer.id, replyTo: inThread()[0]! }),
    );
    expect(scene.answerer.asked[1]?.options.history?.length).toBe(1);
    const again = press('Continue in a thread');
    expect(textOf(await scene.people.followUp(again))).toContain('has a thread already');
  });

  it('says what is missing where it may open no thread', async () => {
    scene.fake.rest.forbidden.set(CHANNEL_ID, 50013);
    expect(textOf(await scene.people.followUp(press('Continue in a thread')))).toContain(
      'Create Public Threads',
    );
  });

  it('works after a restart', async () => {
    await scene.restart();
    expect(textOf(await scene.people.shown(press('Context')))).toContain('Oct. 11, 2020');
    expect(textOf(await scene.people.shown(press('More')))).toContain('> ');
  });

  it('says "ask again" for an answer it has forgotten', async () => {
    scene.database.sqlite.exec('DELETE FROM answers');
    for (const label of ['Context', 'More', '👍']) {
      expect(textOf(await scene.people.shown(press(label)))).toContain('Ask again');
    }
    for (const label of ['Delete', 'Continue in a thread']) {
      expect(textOf(await scene.people.followUp(press(label)))).toContain('Ask again');
    }
  });

  it('says "ask again" for ids that it never wrote', async () => {
    for (const id of [
      'x',
      'c1:context:',
      'c1:context:aaaaaaaa.99',
      "c1:more:' OR 1.1",
      'c2:delete:aaaaaaaa',
      'c1:__proto__:a',
      '😀'.repeat(50),
    ]) {
      const pressed = pressForged(id);
      expect(textOf(await scene.people.shown(pressed))).toContain('Ask again');
      expect(pressed.isEphemeral).toBe(true);
    }
    const gone = pressForged('c1:read:aaaaaaaaaaaa.from.0');
    expect(textOf(await scene.people.followUp(gone))).toContain('was removed');
  });

  it('does nothing for an id that is not on the message which is said to hold it', async () => {
    const others = await scene.people.reply(scene.people.say(QUESTION, { mention: true, by: OTHER_ID }));
    for (const by of [{ by: OTHER_ID }, { by: OTHER_ID, permissions: PermissionFlagsBits.ManageMessages }]) {
      const pressed = scene.people.press(answer, buttonOf(others, 'Delete'), by);
      expect(textOf(await scene.people.shown(pressed))).toContain('no longer know this button');
      expect(pressed.isEphemeral).toBe(true);
    }
    expect([...scene.fake.state.deleted]).toEqual([]);
    scene.people.press(others, buttonOf(others, 'Delete'), { by: OTHER_ID });
    await until(() => scene.fake.state.deleted.has(others.id), 'the deletion');
    expect(scene.fake.state.deleted.has(answer.id)).toBe(false);
  });

  it('knows when a document is gone, has changed, or was only moved around in', async () => {
    const before = scene.answerer.current;
    const source = 'ganja-strike-october-2020.md';
    const text = before.text(source)!;
    scene.answerer.current = libraryOf(
      await documentsOf({ [source]: text.replace(/\n\n/, '\n\nA new first paragraph.\n\n') }),
      'second',
    );
    expect(textOf(await scene.people.shown(press('Context')))).toContain('Oct. 11, 2020');
    scene.answerer.current = libraryOf(
      await documentsOf({ [source]: text.replaceAll('happened', 'occurred') }),
      'third',
    );
    expect(textOf(await scene.people.shown(press('Context')))).toContain('says something else');
    scene.answerer.current = libraryOf(await documentsOf({ 'other.txt': 'Nothing here.' }), 'fourth');
    expect(textOf(await scene.people.shown(press('Context')))).toContain('was removed');
    expect(textOf(await scene.people.shown(press('More')))).toContain('was removed');
  });

  it('lives with an interaction that came too late or was answered by another', async () => {
    scene.fake.fail(/callback$/, { status: 404, body: { code: 10062, message: 'Unknown interaction' } });
    press('Context');
    await until(
      () => scene.logged.some(({ reason }) => reason === 'the interaction was answered too late'),
      'the log',
    );
    scene.fake.fail(/@original$/, { status: 404, body: { code: 10008, message: 'Unknown Message' } });
    press('Context');
    await until(() => scene.logged.some(({ reason }) => reason === 'the message is gone'), 'the log');
  });
});
