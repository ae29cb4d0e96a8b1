import { MAX_CUSTOM_ID } from './limits.ts';

/**
 * What a button does when it is pressed, perhaps months and restarts later. Anyone can send any custom_id:
 * `parseCustomId` lets through only what `formatCustomId` could have written.
 */
export type Action =
  /** Show quote `index` of a kept answer in its document. */
  | { readonly kind: 'context'; readonly answer: string; readonly index: number }
  /** Show a kept answer's quotes from `index` on. */
  | { readonly kind: 'more'; readonly answer: string; readonly index: number }
  | { readonly kind: 'vote'; readonly answer: string; readonly vote: 'up' | 'down' }
  | { readonly kind: 'delete'; readonly answer: string }
  | { readonly kind: 'thread'; readonly answer: string }
  /** Read on in a document: forwards `from` an offset, or the text `until` it. */
  | {
      readonly kind: 'read';
      readonly document: string;
      readonly direction: 'from' | 'until';
      readonly offset: number;
    }
  /** The whole text of a document, as a file. */
  | { readonly kind: 'text'; readonly document: string }
  /** Another page of the list of documents. */
  | { readonly kind: 'list'; readonly page: number; readonly search: string };

/** Changes when the meaning of an id changes, so that buttons of an older version are known for what they are. */
const PREFIX = 'c1';

const SHAPES: Readonly<Record<Action['kind'], RegExp>> = {
  context: /^(?<answer>[\w-]{8})\.(?<index>\d{1,2})$/,
  more: /^(?<answer>[\w-]{8})\.(?<index>\d{1,2})$/,
  vote: /^(?<answer>[\w-]{8})\.(?<vote>up|down)$/,
  delete: /^(?<answer>[\w-]{8})$/,
  thread: /^(?<answer>[\w-]{8})$/,
  read: /^(?<document>[\w-]{12})\.(?<direction>from|until)\.(?<offset>\d{1,9})$/,
  text: /^(?<document>[\w-]{12})$/,
  list: /^(?<page>\d{1,5})\.(?<search>.*)$/su,
};

/**
 * The custom_id of a button that does this, up to {@link MAX_CUSTOM_ID} UTF-16 code units.
 *
 * @throws RangeError when it would be longer, as with a long `search`
 */
export function formatCustomId(action: Action): string {
  const id = `${PREFIX}:${action.kind}:${fieldsOf(action)}`;
  if (id.length > MAX_CUSTOM_ID) throw new RangeError(`custom_id of ${id.length} characters`);
  return id;
}

function fieldsOf(action: Action): string {
  switch (action.kind) {
    case 'context':
    case 'more':
      return `${action.answer}.${action.index}`;
    case 'vote':
      return `${action.answer}.${action.vote}`;
    case 'delete':
    case 'thread':
      return action.answer;
    case 'read':
      return `${action.document}.${action.direction}.${action.offset}`;
    case 'text':
      return action.document;
    case 'list':
      return `${action.page}.${action.search}`;
  }
}

/** The action of a button, or `undefined` for an id that this version never wrote. */
export function parseCustomId(id: string): Action | undefined {
  const match = /^([a-z0-9]+):([a-z]+):(.*)$/su.exec(id);
  if (!match || match[1] !== PREFIX || !isKind(match[2]!)) return undefined;
  const fields = SHAPES[match[2]].exec(match[3]!)?.groups;
  return fields === undefined ? undefined : actionOf(match[2], fields);
}

function isKind(kind: string): kind is Action['kind'] {
  return Object.hasOwn(SHAPES, kind);
}

function actionOf(kind: Action['kind'], fields: Record<string, string>): Action {
  const answer = fields['answer'] ?? '';
  switch (kind) {
    case 'context':
    case 'more':
      return { kind, answer, index: Number(fields['index']) };
    case 'vote':
      return { kind, answer, vote: fields['vote'] === 'up' ? 'up' : 'down' };
    case 'delete':
    case 'thread':
      return { kind, answer };
    case 'read': {
      const direction = fields['direction'] === 'from' ? 'from' : 'until';
      return { kind, document: fields['document'] ?? '', direction, offset: Number(fields['offset']) };
    }
    case 'text':
      return { kind, document: fields['document'] ?? '' };
    case 'list':
      return { kind, page: Number(fields['page']), search: fields['search'] ?? '' };
  }
}
