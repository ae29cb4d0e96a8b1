import {
  DiscordAPIError,
  Routes,
  type APIApplicationCommand,
  type Client,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { COMMANDS } from './commands/all.ts';

/**
 * Registers the commands where they differ from what is registered: each registration counts against a daily
 * limit, and makes commands flicker in every client.
 *
 * @param guildId registers them in this server only, where they appear at once
 * @param signal calls off what Discord has not been asked for yet
 * @returns whether anything was registered
 */
export async function registerCommands(
  client: Client<true>,
  guildId: string | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  const wanted = COMMANDS.map(({ data }) => (guildId === undefined ? data : forGuild(data)));
  const route =
    guildId === undefined
      ? Routes.applicationCommands(client.application.id)
      : Routes.applicationGuildCommands(client.application.id, guildId);
  const answer = await registeredAt(client, route, signal);
  const registered = guildId === undefined ? answer : answer.map(forGuild);
  const before = new Set(registered.map(canonical));
  if (registered.length === wanted.length && wanted.every((command) => before.has(canonical(command)))) {
    return false;
  }
  await client.rest.put(route, { body: wanted.map(asPublished), signal });
  return true;
}

/** Discord sends permissions as text, but its API description takes them as a number. */
function asPublished(command: RESTPostAPIApplicationCommandsJSONBody): object {
  const { default_member_permissions: permissions } = command;
  if (permissions === undefined || permissions === null) return command;
  return { ...command, default_member_permissions: Number(permissions) };
}

/** Nothing when it cannot be told: then they are registered anew. */
async function registeredAt(
  client: Client<true>,
  route: `/${string}`,
  signal: AbortSignal,
): Promise<APIApplicationCommand[]> {
  try {
    return (await client.rest.get(route, { signal })) as APIApplicationCommand[];
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 404) return [];
    throw error;
  }
}

/** Where a command is installed and used is not for a server's own commands to say. */
function forGuild<T extends RESTPostAPIApplicationCommandsJSONBody | APIApplicationCommand>(data: T): T {
  const local = { ...data };
  delete local.integration_types;
  delete local.contexts;
  return local;
}

/** What we set of a command, in one form: Discord leaves out or fills in what is as by default. */
function canonical(command: RESTPostAPIApplicationCommandsJSONBody | APIApplicationCommand): string {
  const { type, name, default_member_permissions: permissions, integration_types: types, contexts } = command;
  return JSON.stringify([
    type ?? 1,
    name,
    'description' in command ? command.description : '',
    permissions === undefined || permissions === null ? null : Number(permissions),
    [...(types ?? [])].sort(),
    [...(contexts ?? [])].sort(),
    'options' in command ? (command.options ?? []).map(canonicalOption) : [],
  ]);
}

function canonicalOption(option: object): unknown {
  return Object.entries(option)
    .filter(([, value]) => value !== undefined && value !== false && value !== null)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
