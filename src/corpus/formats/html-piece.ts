/** A paragraph, or a heading of a level from 1 to 6. */
export interface Piece {
  readonly text: string;
  readonly level?: number;
}
