import { MessageFlags, type APIMessageTopLevelComponent, type AttachmentBuilder } from 'discord.js';

/** What a message shows, wherever it is sent. */
export interface View {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly AttachmentBuilder[];
}

/** Nobody is ever pinged, not even the author of the message that is replied to. */
export const NO_MENTIONS = { parse: [], repliedUser: false } as const;

/** A view as the body of a new message, of a reply, or of an edit of a deferred reply. */
export function messageOf(view: View): {
  flags: MessageFlags.IsComponentsV2;
  components: APIMessageTopLevelComponent[];
  files: AttachmentBuilder[];
  allowedMentions: { parse: []; repliedUser: false };
} {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...view.components],
    files: [...(view.files ?? [])],
    allowedMentions: { ...NO_MENTIONS, parse: [] },
  };
}
