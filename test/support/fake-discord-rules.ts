import * as v from 'valibot';

/** What Discord's published API lets a bot send, as strict schemas: a field that is not listed is a mistake. */

const IS_COMPONENTS_V2 = 1 << 15;
const wellFormed = (value: string): boolean => !/\p{Cs}/u.test(value);
const textOf = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.minLength(min),
    v.maxLength(max),
    v.check(wellFormed, 'Invalid text: it holds half a character'),
  );
const integer = (min: number, max = Number.MAX_SAFE_INTEGER) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const nothing = v.optional(v.array(v.never()));

const emoji = v.strictObject({
  id: v.nullish(v.string()),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
});
const componentId = { id: v.optional(integer(0)) };

const button = v.pipe(
  v.strictObject({
    ...componentId,
    type: v.literal(2),
    style: integer(1, 4),
    label: v.optional(textOf(1, 80)),
    emoji: v.optional(emoji),
    custom_id: textOf(1, 100),
    disabled: v.optional(v.boolean()),
  }),
  v.check(
    ({ label, emoji: icon }) => label !== undefined || icon !== undefined,
    'Invalid button: it needs a label or an emoji',
  ),
);

const select = v.strictObject({
  ...componentId,
  type: v.literal(3),
  custom_id: textOf(1, 100),
  options: v.pipe(
    v.array(
      v.strictObject({
        label: textOf(1, 100),
        value: textOf(1, 100),
        description: v.optional(textOf(1, 100)),
        default: v.optional(v.boolean()),
      }),
    ),
    v.minLength(1),
    v.maxLength(25),
  ),
  placeholder: v.optional(textOf(1, 150)),
});

const row = v.strictObject({
  ...componentId,
  type: v.literal(1),
  components: v.union([
    v.pipe(v.array(button), v.minLength(1), v.maxLength(5)),
    v.pipe(v.array(select), v.length(1)),
  ]),
});
const textDisplay = v.strictObject({ ...componentId, type: v.literal(10), content: textOf(1, 4000) });
const section = v.strictObject({
  ...componentId,
  type: v.literal(9),
  components: v.pipe(v.array(textDisplay), v.minLength(1), v.maxLength(3)),
  accessory: button,
});
const file = v.strictObject({
  ...componentId,
  type: v.literal(13),
  file: v.strictObject({ url: v.pipe(v.string(), v.regex(/^attachment:\/\/[A-Za-z0-9._-]+$/)) }),
  spoiler: v.optional(v.boolean()),
});
const separator = v.strictObject({
  ...componentId,
  type: v.literal(14),
  divider: v.optional(v.boolean()),
  spacing: v.optional(v.picklist([1, 2])),
});
const inContainer = v.variant('type', [row, textDisplay, section, file, separator]);
const container = v.strictObject({
  ...componentId,
  type: v.literal(17),
  accent_color: v.nullish(integer(0, 0xffffff)),
  spoiler: v.optional(v.boolean()),
  components: v.pipe(v.array(inContainer), v.minLength(1)),
});
const component = v.variant('type', [inContainer, container]);

const allowedMentions = v.strictObject({
  // Stricter than Discord: this project's bot must never be able to ping.
  parse: v.pipe(v.array(v.never()), v.length(0)),
  users: nothing,
  roles: nothing,
  replied_user: v.optional(v.literal(false)),
});
const message = v.strictObject({
  content: v.nullish(textOf(0, 2000)),
  embeds: nothing,
  tts: v.optional(v.literal(false)),
  nonce: v.optional(v.pipe(v.string(), v.maxLength(25))),
  enforce_nonce: v.optional(v.boolean()),
  flags: v.optional(integer(0)),
  components: v.optional(v.array(component)),
  allowed_mentions: allowedMentions,
  attachments: v.optional(
    v.pipe(
      v.array(v.looseObject({ id: v.union([v.string(), v.number()]), filename: v.optional(v.string()) })),
      v.maxLength(10),
    ),
  ),
  message_reference: v.optional(
    v.strictObject({
      type: v.optional(v.literal(0)),
      message_id: v.string(),
      channel_id: v.optional(v.string()),
      guild_id: v.optional(v.string()),
      fail_if_not_exists: v.optional(v.boolean()),
    }),
  ),
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
  const parsed = v.safeParse(message, body);
  if (!parsed.success) return [v.summarize(parsed.issues)];
  const { content, components = [], flags = 0 } = parsed.output;
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

type Component =
  v.InferOutput<typeof component> | v.InferOutput<typeof button> | v.InferOutput<typeof select>;

function flatten(item: Component): Component[] {
  const nested: Component[] = 'components' in item ? item.components : [];
  return [item, ...nested.flatMap(flatten), ...('accessory' in item ? [item.accessory] : [])];
}

const choices = v.pipe(
  v.array(
    v.strictObject({
      name: textOf(1, 100),
      value: textOf(1, 100),
      name_localizations: v.optional(v.null()),
    }),
  ),
  v.maxLength(25),
);

/** Everything that Discord would object to in the choices offered while somebody types. */
export function choiceProblems(body: unknown): string[] {
  const parsed = v.safeParse(v.strictObject({ choices }), body);
  return parsed.success ? [] : [v.summarize(parsed.issues)];
}

const commandName = v.pipe(
  v.string(),
  v.regex(/^[-_'\p{L}\p{N}\p{sc=Devanagari}\p{sc=Thai}]{1,32}$/u),
  v.check((name) => name === name.toLowerCase(), 'Invalid name: it holds a capital'),
);
const option = v.strictObject({
  type: integer(3, 11),
  name: commandName,
  description: textOf(1, 100),
  required: v.optional(v.boolean()),
  autocomplete: v.optional(v.boolean()),
  min_length: v.optional(integer(0, 6000)),
  max_length: v.optional(integer(1, 6000)),
  min_value: v.optional(v.number()),
  max_value: v.optional(v.number()),
});
const placed = {
  default_member_permissions: v.nullish(integer(0)),
  integration_types: v.optional(v.pipe(v.array(integer(0, 1)), v.minLength(1))),
  contexts: v.optional(v.pipe(v.array(integer(0, 2)), v.minLength(1))),
};
const command = v.union([
  v.strictObject({
    ...placed,
    type: v.optional(v.literal(1)),
    name: commandName,
    description: textOf(1, 100),
    options: v.optional(v.pipe(v.array(option), v.maxLength(25))),
  }),
  v.strictObject({ ...placed, type: v.picklist([2, 3]), name: textOf(1, 32) }),
]);

/** Everything that Discord would object to in a list of commands to register. */
export function commandProblems(body: unknown, inGuild: boolean): string[] {
  const parsed = v.safeParse(v.array(command), body);
  if (!parsed.success) return [v.summarize(parsed.issues)];
  const problems: string[] = [];
  for (const item of parsed.output) {
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
