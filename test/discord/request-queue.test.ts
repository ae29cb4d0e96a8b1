import { describe, expect, it } from 'vitest';
import { ASKER_ID, OTHER_ID } from '../support/fake-discord-data.ts';
import { startScene } from '../support/fake-discord-bot.ts';
import { textOf } from '../support/fake-discord-people.ts';

const QUESTION = 'When did the Ganja strike happen?';

describe('the queue of requests', () => {
  it('refuses who asks too often, privately for a command, once for messages', async () => {
    const limits = { questions: 2, seconds: 60, waitingPerUser: 3, waiting: 10 };
    const scene = await startScene({ limits });
    await scene.people.shown(scene.people.slash('ask', { question: QUESTION }));
    await scene.people.shown(scene.people.slash('ask', { question: QUESTION }));
    const refused = scene.people.slash('ask', { question: QUESTION });
    expect(textOf(await scene.people.shown(refused))).toMatch(/You can ask again <t:\d+:R>/);
    expect(refused.isEphemeral).toBe(true);
    const first = scene.people.say(QUESTION, { mention: true });
    expect(textOf(await scene.people.reply(first))).toMatch(/<t:\d+:R>/);
    const second = scene.people.say(QUESTION, { mention: true });
    const other = scene.people.say(QUESTION, { mention: true, by: OTHER_ID });
    await scene.people.reply(other);
    expect(scene.people.repliesTo(second)).toEqual([]);
    expect(scene.answerer.asked.length).toBe(3);
    expect(await scene.end()).toEqual([]);
  });

  it('serves one question of a person at a time and bounds what waits', async () => {
    const limits = { questions: 100, seconds: 60, waitingPerUser: 2, waiting: 10 };
    const scene = await startScene({ limits });
    scene.answerer.delay = 400;
    const asked = [1, 2, 3, 4].map(() => scene.people.slash('ask', { question: QUESTION }));
    const other = scene.people.slash('ask', { question: QUESTION }, { by: OTHER_ID });
    await scene.people.shown(other);
    expect(scene.answerer.asked.length).toBeLessThanOrEqual(3);
    expect(textOf(await scene.people.shown(asked[3]!))).toContain('still answering');
    await scene.people.shown(asked[2]!);
    expect(scene.answerer.asked.length).toBe(4);
    expect(await scene.end()).toEqual([]);
  });

  it('acknowledges 20 people in the three seconds that Discord waits', async () => {
    const scene = await startScene();
    scene.answerer.delay = 50;
    const asked = Array.from({ length: 20 }, (_, i) =>
      scene.people.slash('ask', { question: QUESTION }, { by: `${ASKER_ID.slice(0, -3)}${100 + i}` }),
    );
    await Promise.all(asked.map((one) => scene.people.shown(one)));
    expect(Math.max(...asked.map(({ callback }) => callback?.after ?? Infinity))).toBeLessThan(3000);
    expect(await scene.end()).toEqual([]);
  });
});
