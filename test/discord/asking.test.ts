import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  BOT_ID,
  CHANNEL_ID,
  OTHER_ID,
  QUESTIONS_CHANNEL_ID,
  READ_ONLY_CHANNEL_ID,
  snowflake,
  threadChannel,
} from '../support/fake-discord-data.ts';
import { renderMarkdown } from '../support/discord-markdown.ts';
import { endWithoutErrors, startScene, type Scene } from '../support/fake-discord-bot.ts';
import { buttonOf, componentsOf, textOf, until } from '../support/fake-discord-people.ts';

const QUESTION = 'When did the Ganja strike happen?';
const SENTENCE =
  'The Ganja strike happened on Sunday, Oct. 11, 2020, one day after the humanitarian cease-fire negotiated in Moscow had come into force.';

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('asking', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await startScene();
  });
  afterEach(() => endWithoutErrors(scene));

  it('requests no privileged intent', () => {
    expect(scene.fake.gateway.intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
  });

  it('answers a mention with the passage, the sentence in bold, a line below the date asked for, and its source', async () => {
    const asked = scene.people.say(QUESTION, { mention: true });
    const answer = await scene.people.reply(asked);
    const { quoted, bold, underlined, text, alive } = renderMarkdown(textOf(answer));
    expect(quoted).toContain(SENTENCE);
    expect(bold).toContain(SENTENCE);
    expect(underlined[0]).toBe('Sunday');
    expect(text).toContain(
      'ganja-strike-october-2020.md, paragraph 2 · Missile strike on Ganja: what was reported · 12 Oct 2020',
    );
    expect([...alive]).toEqual([]);
    expect(scene.fake.state.typing).toContain(CHANNEL_ID);
    expect(scene.answerer.asked[0]?.question).toBe(QUESTION);
    const labels = componentsOf(answer).flatMap((item) =>
      item.type === 2 ? (item.label ?? item.emoji?.name) : [],
    );
    expect(labels).toEqual([
      'Context',
      'Context',
      'Context',
      'More',
      '👍',
      '👎',
      'Delete',
      'Continue in a thread',
    ]);
  });

  it('answers a direct message in a channel it has not seen before, as one conversation', async () => {
    const asked = scene.people.dm(QUESTION);
    const answer = await scene.people.reply(asked);
    expect(textOf(answer)).toContain('Ganja strike happened');
    expect(() => buttonOf(answer, 'Continue in a thread')).toThrow();
    const next = scene.people.say('And who was blamed?', { channel: asked.channel_id });
    await scene.people.reply(next);
    expect(scene.answerer.asked[1]?.options.history?.map(({ question }) => question)).toEqual([QUESTION]);
  });

  it('follows a chain of replies, and keeps others out of it', async () => {
    const first = await scene.people.reply(scene.people.say(QUESTION, { mention: true }));
    const second = await scene.people.reply(scene.people.say('Who was blamed?', { replyTo: first }));
    await scene.people.reply(scene.people.say('By whom?', { replyTo: second }));
    await scene.people.reply(scene.people.say('Who brokered the truce?', { mention: true }));
    expect(scene.answerer.asked.map(({ options }) => options.history?.length)).toEqual([0, 1, 2, 0]);
  });

  it('answers /ask, with the question repeated', async () => {
    const asked = scene.people.slash('ask', { question: QUESTION });
    const answer = await scene.people.shown(asked);
    expect(asked.callback?.type).toBe(5);
    expect(asked.isEphemeral).toBe(false);
    expect(textOf(answer)).toContain(`-# Question: ${QUESTION}`);
    expect(renderMarkdown(textOf(answer)).quoted).toContain(SENTENCE);
  });

  it('answers /ask privately, without buttons for others, from one document', async () => {
    const asked = scene.people.slash('ask', { question: QUESTION, private: true, source: 'Barda-Attack.md' });
    const answer = await scene.people.shown(asked);
    expect(asked.isEphemeral).toBe(true);
    expect(scene.answerer.asked[0]?.options.source).toBe('barda-attack.md');
    expect(() => buttonOf(answer, 'Delete')).toThrow();
    expect(() => buttonOf(answer, 'Continue in a thread')).toThrow();
  });

  it('names the nearest documents when a source is unknown, to the asker only', async () => {
    const asked = scene.people.slash('ask', { question: QUESTION, source: '../../etc/passwd' });
    const answer = await scene.people.shown(asked);
    expect(asked.isEphemeral).toBe(true);
    expect(textOf(answer)).toContain('There is no document');
    expect(scene.answerer.asked).toEqual([]);
  });

  it('finds sources for a message, privately', async () => {
    const message = scene.people.say(QUESTION, { by: OTHER_ID });
    const asked = scene.people.apply('Find sources', message);
    const answer = await scene.people.shown(asked);
    expect(asked.isEphemeral).toBe(true);
    expect(renderMarkdown(textOf(answer)).quoted).toContain(SENTENCE);
  });

  it('finds no sources for a message without words, and says so in the words of Discord', async () => {
    const message = scene.people.say('', { by: OTHER_ID });
    const answer = await scene.people.shown(scene.people.apply('Find sources', message));
    expect(textOf(answer)).toContain('There is no question.');
    expect(textOf(answer)).not.toContain('npm');
  });

  it('says so when it is unsure and when it finds nothing', async () => {
    const unsure = await scene.people.shown(
      scene.people.slash('ask', { question: 'quantum strike tariffs' }),
    );
    expect(textOf(unsure)).toContain('I am not sure');
    const nothing = await scene.people.shown(
      scene.people.slash('ask', { question: 'zebra quantum xylophone pudding' }),
    );
    expect(textOf(nothing)).toContain('Not found');
    expect(textOf(nothing)).toContain('nearest documents');
    expect(renderMarkdown(textOf(nothing)).quoted).toBe('');
  });

  it('gives help for a bare mention, an attachment and an empty direct message', async () => {
    for (const asked of [
      scene.people.say('', { mention: true }),
      scene.people.say('', {
        mention: true,
        attachments: [{ id: snowflake(), filename: 'a.png', size: 1, url: 'x', proxy_url: 'x' }],
      }),
      scene.people.dm(''),
    ]) {
      expect(textOf(await scene.people.reply(asked))).toContain('answers questions by quoting documents');
    }
    expect(scene.answerer.asked).toEqual([]);
  });

  it('tells of a question that cannot be asked', async () => {
    const asked = scene.people.slash('ask', { question: '\u0001' });
    expect(textOf(await scene.people.shown(asked))).toContain('Write what you want to know, in words.');
  });

  it('answers no bot, not itself, and no message that is not for it', async () => {
    scene.people.say(QUESTION, { mention: true, byBot: true, by: snowflake() });
    scene.people.say(QUESTION, { mention: true, by: BOT_ID, byBot: true });
    scene.people.say(QUESTION);
    await scene.people.reply(scene.people.say(QUESTION, { mention: true }));
    expect(scene.answerer.asked.length).toBe(1);
  });

  it('answers what arrives twice once', async () => {
    const asked = scene.people.say(QUESTION, { mention: true });
    scene.fake.gateway.dispatch('MESSAGE_CREATE', { ...asked });
    await scene.people.reply(asked);
    await pause(50);
    expect(scene.people.repliesTo(asked).length).toBe(1);
  });

  it('answers where the question is gone', async () => {
    const asked = scene.people.say(QUESTION, { mention: true });
    scene.fake.state.deleted.add(asked.id);
    expect(textOf(await scene.people.reply(asked))).toContain('Ganja strike');
  });

  it('lives with a channel where it may not write', async () => {
    for (let i = 0; i < 3; i++) scene.people.say(QUESTION, { mention: true, channel: READ_ONLY_CHANNEL_ID });
    scene.fake.rest.forbidden.set(QUESTIONS_CHANNEL_ID, 50013);
    scene.people.say(QUESTION, { mention: true, channel: QUESTIONS_CHANNEL_ID });
    await until(() => scene.logged.some(({ reason }) => reason === 'a permission is missing'), 'the refusal');
    expect(scene.logged.filter(({ msg }) => msg.includes('may not write'))).toHaveLength(1);
    expect(JSON.stringify(scene.logged)).not.toContain(READ_ONLY_CHANNEL_ID);
  });

  it('answers a command that arrives twice once', async () => {
    const asked = scene.people.slash('ask', { question: QUESTION });
    scene.people.repeat();
    await scene.people.shown(asked);
    await pause(50);
    const callbacks = scene.fake.state.requests.filter(({ path }) => path.endsWith('/callback'));
    expect(callbacks.map(({ status }) => status)).toEqual([204]);
  });

  it('outlasts a run of server errors and of broken connections, and answers once', async () => {
    const broken = { status: 500, body: { message: 'Internal Server Error' } };
    scene.fake.fail(/\/messages$/, broken, 8, 'POST');
    scene.fake.fail(/callback$/, broken, 3);
    scene.fake.fail(/@original$/, broken, 7);
    scene.fake.fail(/@original$/, 'drop', 1);
    const asked = scene.people.say(QUESTION, { mention: true });
    const command = scene.people.slash('ask', { question: QUESTION });
    expect(textOf(await scene.people.shown(command))).toContain('Ganja strike');
    await scene.people.reply(asked);
    await pause(50);
    expect(scene.people.repliesTo(asked).length).toBe(1);
  });

  it('is answered once where two bots have one token', async () => {
    const second = await scene.another();
    const asked = scene.people.say(QUESTION, { mention: true });
    const command = scene.people.slash('ask', { question: QUESTION });
    await scene.people.shown(command);
    await scene.people.reply(asked);
    await pause(100);
    expect(scene.people.repliesTo(asked).length).toBe(1);
    await second.stop();
  });

  it('waits out a rate limit', async () => {
    scene.fake.rateLimit(/callback$/, 0.1);
    scene.fake.rateLimit(/@original$/, 0.1);
    const answer = await scene.people.shown(scene.people.slash('ask', { question: QUESTION }));
    expect(textOf(answer)).toContain('Ganja strike');
  });
});

describe('answer channels and threads', () => {
  it('answers everything in an answer channel, but only when it is answered', async () => {
    const scene = await startScene({ answerChannels: [QUESTIONS_CHANNEL_ID], allowedIntents: 1 << 15 });
    expect(scene.fake.gateway.intents & (1 << 15)).not.toBe(0);
    scene.people.say('zebra quantum xylophone pudding', { channel: QUESTIONS_CHANNEL_ID });
    scene.people.say('😀', { channel: QUESTIONS_CHANNEL_ID });
    scene.people.say(QUESTION);
    const asked = scene.people.say(QUESTION, { channel: QUESTIONS_CHANNEL_ID });
    expect(textOf(await scene.people.reply(asked))).toContain('Ganja strike');
    const sent = scene.fake.state.requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    );
    expect(sent.length).toBe(1);
    expect(scene.fake.state.typing).toEqual([]);
    expect(JSON.stringify(scene.logged)).not.toContain(QUESTIONS_CHANNEL_ID);
    expect(await scene.end()).toEqual([]);
  });

  it('answers in its own thread what it can read there', async () => {
    const thread = threadChannel(snowflake(), 'A question', CHANNEL_ID);
    const locked = threadChannel(snowflake(), 'Closed', CHANNEL_ID, { locked: true });
    const scene = await startScene({ channels: [thread, locked] });
    scene.people.say(QUESTION, { channel: thread.id });
    scene.people.say(QUESTION, { channel: locked.id, mention: true });
    const asked = scene.people.say(QUESTION, { channel: thread.id, mention: true });
    const answer = await scene.people.reply(asked);
    expect(() => buttonOf(answer, 'Continue in a thread')).toThrow();
    await scene.people.reply(scene.people.say('Who was blamed?', { channel: thread.id, replyTo: answer }));
    expect(scene.answerer.asked.map(({ options }) => options.history?.length)).toEqual([0, 1]);
    expect(await scene.end()).toEqual([]);
  });

  it('needs no mention in its own thread where it reads all messages', async () => {
    const thread = threadChannel(snowflake(), 'A question', CHANNEL_ID);
    const scene = await startScene({
      channels: [thread],
      answerChannels: [QUESTIONS_CHANNEL_ID],
      allowedIntents: 1 << 15,
    });
    const asked = scene.people.say(QUESTION, { channel: thread.id });
    expect(textOf(await scene.people.reply(asked))).toContain('Ganja strike');
    expect(await scene.end()).toEqual([]);
  });
});
