// A text in the pieces that a model may be asked for one at a time: its paragraphs or its sentences. Together the pieces
// are the text again. Knows nothing of models.
import { readerOf, type RunView } from '../../verbalizer/freeform/index.ts';

export type Piece = 'paragraph' | 'sentence';

/** Where the pieces of a text begin, as UTF-16 offsets; the first is 0. */
export function pieceStarts(text: string, by: Piece, view: RunView): number[] {
  const starts =
    by === 'paragraph'
      ? [...text.matchAll(/[^\n]+/g)].map((line) => line.index)
      : readerOf(view)
          .read(text)
          .sentences.map(([from]) => from);
  return [0, ...starts.slice(1)];
}

/** The pieces of a text, each with the space after it. */
export function piecesOf(text: string, by: Piece, view: RunView): string[] {
  const starts = pieceStarts(text, by, view);
  return starts.map((from, i) => text.slice(from, starts[i + 1] ?? text.length));
}
