import { z } from 'zod';

/** What Discord's published API lets a bot send, as strict schemas: a field that is not listed is a mistake. */

const IS_COMPONENTS_V2 = 1 << 15;
const wellFormed = (value: string): boolean => !/\p{Cs}/u.test(value);
const textOf = (min: number, max: number) =>
  z.string().min(min).max(max).refine(wellFormed, 'holds half a character');

const emoji = z.strictObject({ id: z.string().nullable().optional(), name: z.string().min(1).max(32) });
const componentId = { id: z.number().int().nonnegative().optional() };

const button = z
  .strictObject({
    ...componentId,
    type: z.literal(2),
    style: z.number().int().min(1).max(4),
    label: textOf(1, 80).optional(),
    emoji: emoji.optional(),
    custom_id: textOf(1, 100),
    disabled: z.boolean().optional(),
  })
  .refine(
    ({ label, emoji: icon }) => label !== undefined || icon !== undefined,
    'a button needs a label or an emoji',
  );

const select = z.strictObject({
  ...componentId,
  type: z.literal(3),
  custom_id: textOf(1, 100),
  options: z
    .array(
      z.strictObject({
        label: textOf(1, 100),
        value: textOf(1, 100),
        description: textOf(1, 100).optional(),
        default: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(25),
  placeholder: textOf(1, 150).optional(),
});

const row = z.strictObject({
  ...componentId,
  type: z.literal(1),
  components: z.union([z.array(button).min(1).max(5), z.array(select).length(1)]),
});
const textDisplay = z.strictObject({ ...componentId, type: z.literal(10), content: textOf(1, 4000) });
const section = z.strictObject({
  ...componentId,
  type: z.literal(9),
  components: z.array(textDisplay).min(1).max(3),
  accessory: button,
});
const file = z.strictObject({
  ...componentId,
  type: z.literal(13),
  file: z.strictObject({ url: z.string().regex(/^attachment:\/\/[A-Za-z0-9._-]+$/) }),
  spoiler: z.boolean().optional(),
});
const separator = z.strictObject({
  ...componentId,
  type: z.literal(14),
  divider: z.boolean().optional(),
  spacing: z.union([z.literal(1), z.literal(2)]).optional(),
});
const inContainer = z.union([row, textDisplay, section, file, separator]);
const container = z.strictObject({
  ...componentId,
  type: z.literal(17),
  accent_color: z.number().int().min(0).max(0xffffff).nullable().optional(),
  spoiler: z.boolean().optional(),
  components: z.array(inContainer).min(1),
});
const component = z.union([inContainer, container]);

const allowedMentions = z.strictObject({
  // Stricter than Discord: this project's bot must never be able to ping.
  parse: z.array(z.never()).length(0),
  users: z.array(z.never()).optional(),
  roles: z.array(z.never()).optional(),
  replied_user: z.literal(false).optional(),
});
const message = z.strictObject({
  content: textOf(0, 2000).nullable().optional(),
  embeds: z.array(z.never()).optional(),
  tts: z.literal(false).optional(),
  nonce: z.string().max(25).optional(),
  enforce_nonce: z.boolean().optional(),
  flags: z.number().int().nonnegative().optional(),
  components: z.array(component).optional(),
  allowed_mentions: allowedMentions,
  attachments: z
    .array(z.strictObject({ id: z.union([z.string(), z.number()]), filename: z.string().optional() }).loose())
    .max(10)
    .optional(),
  message_reference: z
    .strictObject({
      type: z.literal(0).optional(),
      message_id: z.string(),
      channel_id: z.string().optional(),
      guild_id: z.string().optional(),
      fail_if_not_exists: z.boolean().optional(),
    })
    .optional(),
});

/** Flags that may be set where a message is created, where it is edited, and where an interaction is answered. */
const FLAGS = {
  create: 4 | 4096 | IS_COMPONENTS_V2,
  edit: 4 | IS_COMPONENTS_V2,
  reply: 4 | 64 | 4096 | IS_COMPONENTS_V2,
};
export type MessageUse = keyof typeof FLAGS;

/** Everything that Discord would object to in a message. */
export function messageProblems(
  body: unknown,
  use: MessageUse,
  fileNames: readonly string[],
  alreadyV2 = false,
): string[] {
  const parsed = message.safeParse(body);
  if (!parsed.success) return [z.prettifyError(parsed.error)];
  const { content, components = [], flags = 0 } = parsed.data;
  const problems: string[] = [];
  if ((flags & ~FLAGS[use]) !== 0) problems.push(`flags ${flags} cannot be set on ${use}`);
  const isV2 = alreadyV2 || (flags & IS_COMPONENTS_V2) !== 0;
  const all = components.flatMap(flatten);
  if (isV2) {
    if (content !== undefined && content !== null && content !== '')
      problems.push('content beside components v2');
    if (components.length === 0) problems.push('a components v2 message needs components');
    if (all.length > 40) problems.push(`${all.length} components`);
  } else {
    if (components.some(({ type }) => type !== 1)) problems.push('components v2 without their flag');
    if ((content ?? '') === '' && fileNames.length === 0) problems.push('an empty message');
  }
  const texts = all.flatMap((item) => (item.type === 10 ? [item.content] : []));
  const length = texts.reduce((sum, { length: size }) => sum + size, 0);
  if (length > 4000) problems.push(`${length} characters of text`);
  if (texts.some((value) => value.trim() === '')) problems.push('a text display without text');
  const ids = all.flatMap((item) => ('custom_id' in item ? [item.custom_id] : []));
  if (new Set(ids).size !== ids.length) problems.push('a custom_id twice');
  for (const item of all) {
    if (item.type !== 13) continue;
    const name = item.file.url.slice('attachment://'.length);
    if (!fileNames.includes(name)) problems.push(`file ${name} is not attached`);
  }
  return problems;
}

type Component = z.infer<typeof component> | z.infer<typeof button> | z.infer<typeof select>;

function flatten(item: Component): Component[] {
  const nested: Component[] = 'components' in item ? item.components : [];
  return [item, ...nested.flatMap(flatten), ...('accessory' in item ? [item.accessory] : [])];
}

const choices = z
  .array(
    z.strictObject({ name: textOf(1, 100), value: textOf(1, 100), name_localizations: z.null().optional() }),
  )
  .max(25);

export function choiceProblems(body: unknown): string[] {
  const parsed = z.strictObject({ choices }).safeParse(body);
  return parsed.success ? [] : [z.prettifyError(parsed.error)];
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Devanagari}\p{sc=Thai}]{1,32}$/u;
const option = z.strictObject({
  type: z.number().int().min(3).max(11),
  name: z.string().regex(NAME).lowercase(),
  description: textOf(1, 100),
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
  min_length: z.number().int().min(0).max(6000).optional(),
  max_length: z.number().int().min(1).max(6000).optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
});
const placed = {
  default_member_permissions: z.number().int().nonnegative().nullable().optional(),
  integration_types: z.array(z.number().int().min(0).max(1)).min(1).optional(),
  contexts: z.array(z.number().int().min(0).max(2)).min(1).optional(),
};
const command = z.union([
  z.strictObject({
    ...placed,
    type: z.literal(1).optional(),
    name: z.string().regex(NAME).lowercase(),
    description: textOf(1, 100),
    options: z.array(option).max(25).optional(),
  }),
  z.strictObject({ ...placed, type: z.union([z.literal(2), z.literal(3)]), name: textOf(1, 32) }),
]);

export function commandProblems(body: unknown, inGuild: boolean): string[] {
  const parsed = z.array(command).safeParse(body);
  if (!parsed.success) return [z.prettifyError(parsed.error)];
  const problems: string[] = [];
  for (const item of parsed.data) {
    if (inGuild && (item.integration_types ?? item.contexts))
      problems.push(`${item.name}: contexts in a server's command`);
    const options = 'options' in item ? (item.options ?? []) : [];
    const optional = options.findIndex(({ required }) => required !== true);
    if (optional !== -1 && options.slice(optional).some(({ required }) => required === true)) {
      problems.push(`${item.name}: a required option after an optional one`);
    }
  }
  return problems;
}
