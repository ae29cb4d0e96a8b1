/** What a user can cause or mend. Anything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** Stable identifier, e.g. `CORPUS_MISSING`. */
  readonly code: string;
  /** The next step, as an imperative sentence. */
  readonly hint: string;

  constructor(code: string, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}

/** Narrows a caught value to a Node.js system error such as `ENOENT`. */
export function systemErrorCode(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return undefined;
}
