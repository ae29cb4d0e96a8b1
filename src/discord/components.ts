import {
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIContainerComponent,
  type APIFileComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
} from 'discord.js';

/** Discord's components as plain data: what is sent is what a test reads. */

/** @param content in Discord's Markdown, not empty; all texts of a message together have MAX_TEXT of limits.ts */
export function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/**
 * @param customId see custom-id.ts; no two of a message may be the same
 * @param label may be empty where there is an emoji
 * @param options `emoji` as a character; the style is grey unless given
 */
export function button(
  customId: string,
  label: string,
  options: { readonly emoji?: string; readonly style?: ButtonStyle; readonly disabled?: boolean } = {},
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: (options.style ?? ButtonStyle.Secondary) as APIButtonComponentWithCustomId['style'],
    custom_id: customId,
    ...(label === '' ? {} : { label }),
    ...(options.emoji === undefined ? {} : { emoji: { name: options.emoji } }),
    ...(options.disabled === undefined ? {} : { disabled: options.disabled }),
  };
}

/** A text with a button beside it. */
export function section(content: string, accessory: APIButtonComponentWithCustomId): APISectionComponent {
  return { type: ComponentType.Section, components: [text(content)], accessory };
}

/** A thin line with little space around it. */
export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

/** @param buttons one to five, side by side */
export function row(
  ...buttons: APIButtonComponentWithCustomId[]
): APIActionRowComponent<APIButtonComponentWithCustomId> {
  return { type: ComponentType.ActionRow, components: buttons };
}

/**
 * A frame around other components.
 *
 * @param accentColor of the bar at its edge, `0xRRGGBB`; no colour unless given
 */
export function container(
  components: APIContainerComponent['components'],
  accentColor?: number,
): APIContainerComponent {
  return {
    type: ComponentType.Container,
    ...(accentColor === undefined ? {} : { accent_color: accentColor }),
    components,
  };
}

/** @param name of a file that the same message carries */
export function file(name: string): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}
