import { gate } from '../../verbalizer/gate/index.ts';
import { readerOf } from '../../verbalizer/freeform/check.ts';
import { honestRewritings } from './data.ts';
const [pick, from, to] = process.argv.slice(2);
for (const h of honestRewritings()) {
  if (`${h.program}/${h.voice}` !== pick) continue;
  const text = h.text.replace(from!, to!);
  if (text === h.text) console.log('NO CHANGE');
  const v = gate(h.original, text);
  console.log(
    v.accepted,
    v.violations.map((x) => `${x.reason}: "${x.quote}" ${x.message}`),
  );
  const at = text.indexOf(to!);
  for (const c of readerOf(h.original.view).read(text).claims) {
    const { span, sentence, paragraph, reason, header, ...b } = c as any;
    if (Math.abs(span[0] - at) < 90)
      console.log('     ', JSON.stringify(text.slice(...(span as [number, number]))), JSON.stringify(b));
  }
  for (const t of v.tellings.slice(0, 40))
    console.log(
      '   told',
      t.target,
      h.original.targets[t.target]!.step.kind,
      JSON.stringify(h.original.targets[t.target]!.step.facts).slice(0, 90),
      t.spans.map((s) => text.slice(...s)),
    );
}
