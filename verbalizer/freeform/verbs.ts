// The verbs of free text with all their forms, so that a wording is written once for every tense, and what a verb left
// over says happens. Data, and the rules of English spelling; knows nothing of runs.

/** What somebody who uses the verb says is done; `none`: it may be said of anything that a run does. */
export type Act =
  | 'none'
  | 'append'
  | 'remove'
  | 'grow'
  | 'shrink'
  | 'multiply'
  | 'divide'
  | 'sort'
  | 'reverse'
  | 'swap'
  | 'split'
  | 'join'
  | 'case'
  | 'round'
  | 'print'
  | 'return'
  | 'raise'
  | 'catch'
  | 'call'
  | 'leave'
  | 'skip'
  | 'keep'
  | 'subtract'
  | 'set'
  | 'fail'
  | 'empty';

/** Lemmas by what they say is done. A lemma that changes its stem stands with its past and its participle: `go/went/gone`. */
const LEMMAS: Readonly<Record<Act, string>> = {
  none: `
    look see/saw/seen go/went/gone move check test compare consider work compute calculate evaluate begin/began/begun
    start continue proceed take/took/taken get/got/got give/gave/given have/had/had use need want know/knew/known
    find/found/found mean/meant/meant tell/told/told show/showed/shown note examine inspect process handle visit reach
    arrive encounter meet/met/met receive obtain produce yield store save record assign set/set/set initialise initialize define create
    make/made/made build/built/built form plug substitute grab pick fetch read/read/read determine decide verify confirm
    come/came/come become/became/become turn bring/brought/brought ask answer say/said/said try attempt perform execute
    run/ran/run enter step follow happen apply walk scan traverse let/let/let result lead/led/led land end/ended/ended
    count search access index represent denote describe correspond refer match equal exceed contain include belong
    appear occur exist hold/held/held pass satisfy differ agree hit/hit/hit list name label treat regard
    think/thought/thought wonder remember recall notice observe realise realize figure plan intend aim hope expect
    collect gather output place succeed accumulate track assess establish arise involve require allow cause update
    replace adjust shift advance carry cover deal/dealt/dealt face focus prepare provide supply hand present
    bind/bound/bound point map convert express write/wrote/written spell/spelled/spelled cost choose/chose/chosen select
    range span differ lie/lay/lain sit/sat/sat stand/stood/stood fit wind/wound/wound unpack
    inch tick settle amount total sum concern bear/bore/borne spot discover learn infer conclude deduce
    locate identify buy/bought/bought spend/spent/spent extract retrieve derive unfold
    generate loop iterate repeat cycle leave/left/left
    kick seed open travel feed/fed/fed pick carry pass deliver head watch start supply draw/drew/drawn
    convert declare encounter reveal tackle grind/ground/ground cruise hop march crawl wander settle boil
    average concern remind state
  `,
  append: 'append add gain push insert attach tack stick/stuck/stuck put/put/put extend prepend',
  remove: 'remove delete pop drop discard erase eliminate strip lose/lost/lost cut/cut/cut',
  grow: 'increase increment rise/rose/risen grow/grew/grown climb bump jump',
  shrink:
    'decrease decrement reduce lower fall/fell/fallen shrink/shrank/shrunk sink/sank/sunk lessen knock shave',
  subtract: 'subtract deduct',
  set: 'change alter modify',
  multiply: 'multiply double triple square scale',
  divide: 'divide halve floor-divide integer-divide',
  sort: 'sort order arrange rank',
  reverse: 'reverse flip invert mirror',
  swap: 'swap exchange trade switch rotate',
  split: 'split/split/split separate partition',
  join: 'join concatenate glue combine merge connect stitch',
  case: 'capitalise capitalize uppercase lowercase',
  round: 'round truncate',
  print: 'print display',
  return: 'return',
  raise: 'raise throw/threw/thrown trigger',
  catch: 'catch/caught/caught intercept trap',
  call: 'call invoke recurse',
  leave: 'stop quit/quit/quit exit terminate break/broke/broken halt finish complete',
  fail: 'fail',
  skip: 'skip bypass ignore omit',
  keep: 'keep/kept/kept stay remain retain preserve',
  empty: 'clear empty reset shuffle randomise randomize negate copy clone restart undo revert',
};

const VOWEL = /[aeiou]/;

function third(lemma: string): string {
  if (lemma === 'have') return 'has';
  if (lemma === 'go') return 'goes';
  if (/(?:s|x|z|ch|sh)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

/** `stop` → `stopp`, before a vowel. */
function doubled(lemma: string): string {
  const short =
    /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(lemma) ||
    /(?:begin|get|let|put|cut|hit|commit|refer|occur|omit|trap|swap|skip|quit|submit)$/.test(lemma);
  return short && !/[wxy]$/.test(lemma) && !/[aeiou]{2}.$/.test(lemma.replace('qu', 'q'))
    ? lemma + lemma.at(-1)!
    : lemma;
}

function past(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return `${doubled(lemma)}ed`;
}

function gerund(lemma: string): string {
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
  if (lemma.endsWith('e') && !lemma.endsWith('ee') && VOWEL.test(lemma.slice(0, -1)))
    return `${lemma.slice(0, -1)}ing`;
  return `${doubled(lemma)}ing`;
}

interface Verb {
  readonly act: Act;
  readonly forms: readonly string[];
}

const byForm = new Map<string, Verb>();
for (const [act, lemmas] of Object.entries(LEMMAS) as [Act, string][])
  for (const entry of lemmas.trim().split(/\s+/)) {
    const [lemma, ...irregular] = entry.split('/') as [string, ...string[]];
    const forms = [lemma, third(lemma), gerund(lemma), ...(irregular.length > 0 ? irregular : [past(lemma)])];
    const verb = { act, forms };
    for (const form of forms) if (!byForm.has(form)) byForm.set(form, verb);
  }

/** All forms of the verb that a word is a form of; null when it is none. */
export function verbForms(word: string): readonly string[] | null {
  return byForm.get(word)?.forms ?? null;
}

/** What a verb says is done, in whatever form; null when the word is no verb that is known. */
export function actOf(word: string): Act | null {
  return byForm.get(word)?.act ?? null;
}
