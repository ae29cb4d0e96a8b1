import { buttonOf, People, textOf, until } from '../support/fake-discord-people.ts';
import { FakeDiscord, TOKEN } from '../support/fake-discord.ts';
import type { CleanCopy } from './clean-copy.ts';

/**
 * Goes README's way to a bot, on a fake Discord: the token, the start, the invite link, a question, a vote, the end.
 *
 * @throws Unmet
 */
export async function tryBot(copy: CleanCopy, line: string): Promise<void> {
  const fake = await FakeDiscord.start();
  const settings = copy.read('.env');
  try {
    const set = (text: string, name: string, value: string): string =>
      text.replace(new RegExp(`^${name}=$`, 'm'), `${name}=${value}`);
    copy.write('.env', set(set(settings, 'DISCORD_TOKEN', TOKEN), 'DISCORD_API_URL', fake.apiUrl));
    const bot = copy.start(line);
    await bot.until('the commands');
    const link = /\/oauth2\/authorize\?client_id=\d+&scope=bot\+applications\.commands&permissions=\d+/;
    bot.must(link.test(bot.stdout), 'its log to hold an invite link');

    const people = new People(fake);
    const question = people.say('when did the Ganja strike happen', { mention: true });
    const answer = await people.reply(question);
    bot.must(
      /Oct\\?\. 11, 2020/.test(textOf(answer)),
      'an answer in the channel that quotes "Oct. 11, 2020"',
    );
    const vote = people.press(answer, buttonOf(answer, '👍'));
    await until(() => vote.callback !== undefined, 'an answer to 👍');

    // To the bot alone, as a supervisor does: npm's shell may die of a signal and hide the bot's exit code.
    process.kill(Number(/"pid":(\d+)/.exec(bot.stdout)?.[1]), 'SIGTERM');
    if (process.platform === 'win32') await bot.interrupt();
    else await bot.end({ limit: 30 });
    bot.must(
      fake.state.problems.length === 0,
      `nothing that Discord refuses: ${fake.state.problems.join('; ')}`,
    );
  } finally {
    copy.write('.env', settings);
    await fake.close();
  }
}
