/** A paragraph or a heading. */
export interface Piece {
  readonly text: string;
  /**
   * Of a heading: from 1 to 6, and more within `<details>`, whose summary is one. Without text it only ends what is as
   * deep or deeper.
   */
  readonly level?: number;
}
