import { BUNDLED_MODEL } from './bundled-model.ts';

/** Which model, and how its authors say it is to be fed. */
export interface ModelSpec {
  /** Name under the models folder, or a hub id such as `Xenova/multilingual-e5-small`. */
  readonly id: string;
  /** Branch, tag or commit on the hub; `undefined` for the bundled model. */
  readonly revision: string | undefined;
  readonly bundled: boolean;
  readonly pooling: 'mean' | 'cls';
  /** Put before every text of the kind; may be empty. */
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  /** Longest input in tokens, special tokens included; `undefined`: what the tokenizer states, at most 512. */
  readonly maxTokens: number | undefined;
}

interface Family {
  readonly matches: RegExp;
  readonly pooling: 'mean' | 'cls';
  readonly queryPrefix: string;
  readonly passagePrefix: string;
}

/** From each family's model cards. First match wins; a model of no family is mean-pooled without prefixes. */
const FAMILIES: readonly Family[] = [
  { matches: /(^|[/-])e5-/i, pooling: 'mean', queryPrefix: 'query: ', passagePrefix: 'passage: ' },
  { matches: /bge-m3/i, pooling: 'cls', queryPrefix: '', passagePrefix: '' },
  {
    matches: /bge-.*-zh/i,
    pooling: 'cls',
    queryPrefix: '为这个句子生成表示以用于检索相关文章：',
    passagePrefix: '',
  },
  {
    matches: /bge-/i,
    pooling: 'cls',
    queryPrefix: 'Represent this sentence for searching relevant passages: ',
    passagePrefix: '',
  },
  {
    matches: /gte-(multilingual|modernbert)|gte-.*-v1\.5/i,
    pooling: 'cls',
    queryPrefix: '',
    passagePrefix: '',
  },
  {
    matches: /snowflake-arctic-embed/i,
    pooling: 'cls',
    queryPrefix: 'Represent this sentence for searching relevant passages: ',
    passagePrefix: '',
  },
  {
    matches: /nomic-embed-text/i,
    pooling: 'mean',
    queryPrefix: 'search_query: ',
    passagePrefix: 'search_document: ',
  },
];

/**
 * @param name `EMBEDDING_MODEL`: empty or `all-MiniLM-L6-v2` for the bundled model, else `id` or `id@revision`
 */
export function modelSpec(name: string): ModelSpec {
  if (name === '' || name === BUNDLED_MODEL) {
    return {
      id: BUNDLED_MODEL,
      revision: undefined,
      bundled: true,
      pooling: 'mean',
      queryPrefix: '',
      passagePrefix: '',
      maxTokens: 256,
    };
  }
  const at = name.lastIndexOf('@');
  const id = at > 0 ? name.slice(0, at) : name;
  const family = FAMILIES.find(({ matches }) => matches.test(id));
  return {
    id,
    revision: at > 0 ? name.slice(at + 1) : 'main',
    bundled: false,
    pooling: family?.pooling ?? 'mean',
    queryPrefix: family?.queryPrefix ?? '',
    passagePrefix: family?.passagePrefix ?? '',
    maxTokens: undefined,
  };
}

/** The name that an index records: two indexes with the same name hold comparable vectors. */
export function modelName({ id, revision }: ModelSpec): string {
  return revision === undefined ? id : `${id}@${revision}`;
}
