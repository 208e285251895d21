// The statistics page: one HTML file with figures, script and style in it, which opens without a network. Knows the
// figures, not how they are drawn.
import { readFile } from 'node:fs/promises';
import { version } from '../version.ts';
import type { Stats } from './measure.ts';

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; color: #222; max-width: 760px; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
p { color: #555; } table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th { vertical-align: bottom; } th, td { text-align: left; padding: 0.25rem 0.6rem; border-bottom: 1px solid #ddd; } td { overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1.2rem; } dt { color: #555; } dd { margin: 0; }
.grid { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } figure { margin: 0; } figure h2 { font-size: 1rem; margin: 0; }
`;

/** @throws Error when the program was not built: the page's script is a file of the build */
export async function statsPage(stats: Stats, name: string): Promise<string> {
  const script = await readFile(new URL('./stats-page.js', import.meta.url), 'utf8');
  // nothing in the data may end the element it stands in
  const data = JSON.stringify(stats).replaceAll('<', '\\\\u003c');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(name)}: statistics</title>
<style>${STYLE}</style>
<h1>${escaped(name)}</h1>
<dl>${overview(stats)
    .map(([term, text]) => `<dt>${escaped(term)}</dt><dd>${escaped(text)}</dd>`)
    .join('')}</dl>
<main></main>
<footer><p>Made by Lockstep ${version}.</p></footer>
<script type="application/json" id="stats">${data}</script>
<script>${script.replaceAll('</script', '<\\\\/script')}</script>
</html>
`;
}

/** The figures that need no plot, as terms and texts: for the page and for the terminal. */
export function overview(stats: Stats): [string, string][] {
  const { rows, bytes, splits, tokens, duplicates, programs, leaked, polished, diversity } = stats;
  return [
    ['rows', `${rows}, ${(bytes / 1e6).toFixed(1)} MB`],
    [
      'splits',
      Object.entries(splits)
        .map(([split, n]) => `${split} ${n}`)
        .join(', '),
    ],
    ['tokens', `${tokens.prompt} in prompts, ${tokens.reasoning} in reasoning (${tokens.encoding})`],
    ['programs', `${programs} different ones`],
    ['duplicates', `${duplicates} rows repeat an earlier one`],
    [
      'shapes',
      `${diversity.shapes}; ${percent(diversity.nearDuplicates)} of rows differ from an earlier one in data only`,
    ],
    ['opcodes', `${diversity.opcodeSequences} different sequences of four`],
    [
      'sentences',
      `${diversity.frames} different ones without names and values; the most frequent: ${percent(diversity.topFrame.share)}`,
    ],
    ['leaks', `${leaked} programs stand in more than one split`],
    ['polished', `${polished} rows have words of a model`],
  ];
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
