import { gate } from '../../verbalizer/gate/index.ts';
import { readerOf } from '../../verbalizer/freeform/check.ts';
import { honestRewritings } from './data.ts';
const [sight, pick, verbose] = process.argv.slice(2);
let bad = 0,
  n = 0;
for (const h of honestRewritings()) {
  if (!sight!.split(',').includes(h.sight)) continue;
  if (pick && pick !== '-' && !`${h.program}/${h.voice}`.includes(pick)) continue;
  n++;
  const v = gate(h.original, h.text);
  if (v.accepted) continue;
  bad++;
  console.log(`\n## ${h.program}/${h.voice}`);
  if (verbose) console.log(h.text);
  for (const x of v.violations.slice(0, 12))
    console.log(
      `   ${x.reason}: "${x.quote}" at «${h.text.slice(Math.max(0, x.span[0] - 25), x.span[1] + 25).replace(/\n/g, '⏎')}»: ${x.message}`,
    );
  if (verbose === 'claims')
    for (const c of readerOf(h.original.view).read(h.text).claims) {
      const { span, sentence, paragraph, reason, header, ...b } = c as any;
      console.log('     ', JSON.stringify(h.text.slice(...(span as [number, number]))), JSON.stringify(b));
    }
}
console.log(bad, 'of', n);
