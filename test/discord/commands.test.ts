import { readFileSync } from 'node:fs';
import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/discord/commands/all.ts';
import type { BuildReport } from '../../src/index/build-report.ts';
import { buildReport } from '../support/build-report.ts';
import { documentsOf, libraryOf } from '../support/fake-answerer.ts';
import { GUILD_ID } from '../support/fake-discord-data.ts';
import { startScene, type Scene } from '../support/fake-discord-bot.ts';
import { buttonOf, componentsOf, textOf, until } from '../support/fake-discord-people.ts';

const LONG_NAME = `folder/${'a very long name_*~'.repeat(12)}.txt`;

const report = (changes: Partial<BuildReport>) =>
  buildReport({ changed: true, documents: 3, passages: 30, seconds: 1.25, ...changes });

describe('commands', () => {
  let scene: Scene;
  const start = async (options: Parameters<typeof startScene>[0] = {}): Promise<void> => {
    scene = await startScene(options);
  };
  afterEach(async () => {
    expect(await scene.end()).toEqual([]);
  });

  describe('registration', () => {
    const puts = (): number => scene.fake.state.requests.filter(({ method }) => method === 'PUT').length;

    it('registers globally, installable and usable everywhere, and only when something differs', async () => {
      await start();
      const commands = scene.fake.state.commands.get('') as {
        name: string;
        contexts: number[];
        integration_types: number[];
      }[];
      expect(commands.map(({ name }) => name)).toEqual([
        'ask',
        'source',
        'sources',
        'status',
        'help',
        'reindex',
        'Find sources',
      ]);
      expect(commands[0]).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
      expect(puts()).toBe(1);
      await scene.restart();
      expect(puts()).toBe(1);
      (commands[0] as { description?: string }).description = 'Something else';
      await scene.restart();
      expect(puts()).toBe(2);
    });

    it('registers in one server only, if told to', async () => {
      await start({ guildId: GUILD_ID });
      expect(scene.fake.state.commands.get(GUILD_ID)).toHaveLength(COMMANDS.length);
      expect(scene.fake.state.commands.has('')).toBe(false);
      await scene.restart();
      expect(puts()).toBe(1);
    });

    it('answers without its commands where it may not register them', async () => {
      const failing = startScene({});
      scene = await failing;
      scene.fake.fail(/commands$/, { status: 403, body: { code: 50001, message: 'Missing Access' } });
      await scene.restart();
      expect(scene.logged.some(({ msg }) => msg.includes('could not be registered'))).toBe(true);
      await scene.people.reply(scene.people.say('When did the Ganja strike happen?', { mention: true }));
    });
  });

  describe('on documents', () => {
    beforeEach(() =>
      start({
        files: {
          'barda-attack.md':
            '---\ntitle: "The **Barda** attack"\ndate: 2020-10-28\n---\n\nFirst.\n\nSecond.\n\nThird about Barda.\n',
          [LONG_NAME]: 'Long.\n\nLonger.\n',
          ...Object.fromEntries(
            Array.from({ length: 30 }, (_, i) => [`note-${String(i).padStart(2, '0')}.txt`, `Note ${i}.\n`]),
          ),
        },
      }),
    );

    const choices = async (value: string): Promise<{ name: string; value: string }[]> => {
      const typed = scene.people.type('source', 'file', value);
      await until(() => typed.callback !== undefined, 'choices');
      return (typed.callback!.data as { choices: { name: string; value: string }[] }).choices;
    };

    it('completes names: nothing typed, much typed, a title, a name that is too long', async () => {
      expect((await choices('')).length).toBe(25);
      expect(await choices('x'.repeat(100))).toEqual([]);
      expect((await choices('the barda attack'))[0]?.value).toBe('barda-attack.md');
      expect((await choices('BARDA'))[0]).toMatchObject({ value: 'barda-attack.md' });
      const [long] = await choices('very long');
      expect(long?.value).toMatch(/^#[\w-]{12}$/);
      const shown = await scene.people.shown(scene.people.slash('source', { file: long!.value }));
      expect(textOf(shown)).toContain('Longer.');
    });

    it('/source reads from the beginning, or around a paragraph', async () => {
      const asked = scene.people.slash('source', { file: 'BARDA-ATTACK.MD' });
      const first = await scene.people.shown(asked);
      expect(textOf(first)).toContain('**The \\*\\*Barda\\*\\* attack**');
      expect(textOf(first)).toContain('28 Oct 2020');
      expect(scene.people.files(first)[0]?.name).toBe('barda-attack.md');
      const around = await scene.people.shown(
        scene.people.slash('source', { file: 'barda-attack', paragraph: 3 }),
      );
      expect(textOf(around)).toContain('Third about Barda.');
      const beyond = await scene.people.shown(
        scene.people.slash('source', { file: 'barda-attack', paragraph: 99 }),
      );
      expect(textOf(beyond)).toContain('There is no paragraph 99');
    });

    it('/source opens nothing that is not in the index', async () => {
      for (const file of ['../package.json', '/etc/passwd', 'corpus/barda-attack.md', '#', '*']) {
        expect(textOf(await scene.people.shown(scene.people.slash('source', { file })))).toContain(
          'There is no document',
        );
      }
    });

    it('/sources lists the documents, paged, or those that mention something', async () => {
      const first = await scene.people.shown(scene.people.slash('sources'));
      expect(textOf(first)).toContain('**32 documents**');
      expect(textOf(first)).toContain('Page 1 of 4');
      expect(componentsOf(first).find(({ label }) => label === '◀')?.disabled).toBe(true);
      const second = await scene.people.shown(scene.people.press(first, buttonOf(first, '▶')));
      expect(textOf(second)).toContain('Page 2 of 4');
      const found = await scene.people.shown(scene.people.slash('sources', { search: 'Barda' }));
      expect(textOf(found)).toContain('**1 document** mentions Barda');
      expect(textOf(found)).toMatch(/barda-attack.* mentions?$/m);
      const none = await scene.people.shown(scene.people.slash('sources', { search: '**zebra**' }));
      expect(textOf(none)).toContain('**0 documents** mention \\*\\*zebra\\*\\*');
    });

    it('/status and /help', async () => {
      const status = textOf(await scene.people.shown(scene.people.slash('status')));
      expect(status).toContain('32 documents');
      expect(status).toMatch(/Built: <t:\d+:R>/);
      const help = textOf(await scene.people.shown(scene.people.slash('help')));
      const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
      for (const { type, data } of COMMANDS) {
        const name = type === 'slash' ? `/${data.name}` : data.name;
        if (name !== '/help') expect(help).toContain(name);
        expect(readme).toMatch(new RegExp(`\\| .*${name}\\b.* \\|`));
      }
    });
  });

  it('works on no documents at all', async () => {
    await start();
    scene.answerer.current = libraryOf(await documentsOf({}));
    expect(
      textOf(await scene.people.shown(scene.people.slash('ask', { question: 'Anything here?' }))),
    ).toContain('Not found');
    expect(textOf(await scene.people.shown(scene.people.slash('sources')))).toContain('**0 documents**');
    expect(textOf(await scene.people.shown(scene.people.slash('source', { file: 'a' })))).toContain(
      'no documents yet',
    );
  });

  describe('/reindex', () => {
    const manager = { permissions: PermissionFlagsBits.ManageGuild };

    it('is refused without Manage Server', async () => {
      await start();
      const asked = scene.people.slash('reindex');
      expect(textOf(await scene.people.shown(asked))).toContain('Only those who may manage this server');
      expect(asked.isEphemeral).toBe(true);
    });

    it('shows progress, then what has changed, once at a time', async () => {
      let finish: (done: BuildReport) => void = () => undefined;
      await start({
        reindex: (onProgress) => {
          onProgress({ phase: 'embedding', done: 50, total: 100, embedded: 7 });
          return new Promise((resolve) => (finish = resolve));
        },
      });
      const asked = scene.people.slash('reindex', {}, manager);
      expect(textOf(await scene.people.shown(asked))).toContain('Reindexing');
      const second = scene.people.slash('reindex', {}, manager);
      expect(textOf(await scene.people.shown(second))).toContain('being built already');
      const current = (): string => textOf(scene.fake.state.messages.get(asked.original!)!);
      await until(() => current().includes('50 %'), 'progress', 5000);
      const skipped = [{ source: 'bad_*.pdf', reason: { code: 'unknown-format' } }] as const;
      finish(
        report({
          added: ['new.md'],
          changedSources: ['old.md'],
          removed: Array.from({ length: 30 }, (_, i) => `gone-${i}.md`),
          skipped,
        }),
      );
      await until(() => current().includes('in use'), 'the report');
      for (const part of ['new.md', 'old.md', 'Removed: 30', 'and 24 more', 'bad\\_\\*.pdf: not one of']) {
        expect(current()).toContain(part);
      }
    });

    it('tells of a build that failed, and can be tried again', async () => {
      let tries = 0;
      await start({
        reindex: () =>
          tries++ === 0
            ? Promise.reject(new Error('disk full'))
            : Promise.resolve(report({ changed: false })),
      });
      const first = scene.people.slash('reindex', {}, manager);
      const current = (): string =>
        textOf(scene.fake.state.messages.get(first.original ?? '') ?? ({ components: [] } as never));
      await until(() => current().includes('went wrong'), 'the failure');
      const second = scene.people.slash('reindex', {}, manager);
      await until(
        () =>
          textOf(
            scene.fake.state.messages.get(second.original ?? '') ?? ({ components: [] } as never),
          ).includes('Nothing has changed'),
        'the second try',
      );
    });
  });
});
