// From UTF-16 offsets, which JavaScript counts, to code points, which Python's slices count.

/** Positions of `text` in code points, by UTF-16 offset. Costs nothing for a text without astral characters. */
export function codePointOffsets(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const positions = new Uint32Array(text.length + 1);
  let position = 0;
  for (let i = 0; i < text.length; i++) {
    positions[i] = position;
    const isHead = (text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
    if (!isHead) position++;
  }
  positions[text.length] = position;
  return (offset) => positions[offset]!;
}
