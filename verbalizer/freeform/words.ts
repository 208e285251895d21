// The English that free text about runs is made of: nouns for values, comparisons, properties, and the many words
// that say nothing of a run. Data only; what is not here is not understood, and so not accepted.

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** What a value may be called. */
export const NOUNS = set(`
  value values number numbers part parts price prices pair pairs coin coins letter letters word words list lists string strings element elements character characters
  char item items sum result results total key keys index digit digits row rows cell cells name names text variable
  dict dictionary table grid score price people person temperature temperatures height heights pair pairs goal target
  input inputs argument arguments parameter parameters counter accumulator entry entries set tuple array difference
  product quotient remainder remaining answer constant entry count length size head tail front back position range
  object account balance amount node message left right integer float boolean flag
`);

/** Adjectives that may stand before those nouns without adding to them. */
export const ADJECTIVES = set(`
  new old current initial same whole whole entire original outer inner resulting single next last first
  second third fourth fifth sixth final remaining following other integer input updated running middle
  whole lower upper very
`);

/** Words that point back. */
export const PRONOUNS = set('it this that which they these those he she them');

/** Comparisons in words, longest first, with Python's operator. */
export const COMPARISONS: readonly (readonly [string, string])[] = [
  ['less than or equal to', '<='],
  ['greater than or equal to', '>='],
  ['smaller than or equal to', '<='],
  ['larger than or equal to', '>='],
  ['not in', 'not in'],
  ['no more than', '<='],
  ['no less than', '>='],
  ['no greater than', '<='],
  ['no smaller than', '>='],
  ['up to', '<='],
  ['less than', '<'],
  ['smaller than', '<'],
  ['lower than', '<'],
  ['fewer than', '<'],
  ['greater than', '>'],
  ['larger than', '>'],
  ['bigger than', '>'],
  ['higher than', '>'],
  ['more than', '>'],
  ['longer than', 'longer'],
  ['shorter than', 'shorter'],
  ['at most', '<='],
  ['at least', '>='],
  ['equal to', '=='],
  ['the same as', '=='],
  ['identical to', '=='],
  ['different from', '!='],
  ['unequal to', '!='],
  ['within', '<='],
  ['no higher than', '<='],
  ['no lower than', '>='],
  ['no larger than', '<='],
  ['no bigger than', '<='],
  ['no longer than', 'no longer'],
  ['less or equal to', '<='],
  ['evenly divisible by', '%'],
  ['divisible by', '%'],
  ['a multiple of', '%'],
  ['missing from', 'not in'],
  ['absent from', 'not in'],
  ['contained in', 'in'],
  ['found in', 'in'],
  ['to be found in', 'in'],
  ['present in', 'in'],
  ['inside', 'in'],
  ['among', 'in'],
  ['part of', 'in'],
  ['one of', 'in'],
  ['below', '<'],
  ['under', '<'],
  ['above', '>'],
  ['over', '>'],
  ['beyond', '>'],
  ['in', 'in'],
];

/** Properties in words: the operator and its right side; `%` sets a remainder by 2 against it. */
export const PROPERTIES: readonly (readonly [string, string, string])[] = [
  ['odd', '%2', '1'],
  ['an odd number', '%2', '1'],
  ['even', '%2', '0'],
  ['an even number', '%2', '0'],
  ['an even value', '%2', '0'],
  ['an odd value', '%2', '1'],
  ['even number', '%2', '0'],
  ['odd number', '%2', '1'],
  ['zero', '==', '0'],
  ['greater than zero', '>', '0'],
  ['positive', '>', '0'],
  ['negative', '<', '0'],
  ['nonnegative', '>=', '0'],
  ['non-negative', '>=', '0'],
  ['non-zero', '!=', '0'],
  ['nonzero', '!=', '0'],
  ['not zero', '!=', '0'],
  ['empty', 'empty', ''],
  ['non-empty', 'nonempty', ''],
  ['a vowel', 'in', "'aeiouAEIOU'"],
  ['a consonant', 'not in', "'aeiouAEIOU'"],
  ['a digit', 'digit', ''],
  ['an uppercase letter', 'upper', ''],
  ['a capital letter', 'upper', ''],
  ['a capital', 'upper', ''],
  ['a lowercase letter', 'lower', ''],
  ['a letter', 'alpha', ''],
];

/** Nouns for the condition of a branch or loop. */
export const CONDITION_NOUNS = set('condition check test comparison guard if predicate');

/** Words that say nothing of a run, wherever they are left over. */
const PLAIN = set(`
  a an the our your its my their his her we you i us me them they it he she one's let this that these those there here
  who whom what when where while whenever why how which
  is are was were be been being am 's has have had having do does did done will would can could may might must should
  shall of for to from at by on in into onto with through throughout over during per as than about across along via
  within between among around up down and or but so because since if whether though although however either both
  thus therefore hence then now next also again still yet already just simply only exactly finally first second third
  last later before after once until afterwards afterward meanwhile otherwise instead too quite very rather really
  indeed well okay ok alright right hmm oh ah yes please note notice remember recall
  let's begin begins beginning start starts starting started go goes going gone come comes coming came look looks looking
  looked see sees seeing seen take takes taking taken turn turns turning visit visits visiting consider considers
  considering compare compares comparing compared check checks checking checked test tests testing tested ask asks
  asking walk walks walking trace tracing traces follow follows following followed work works working think want wants
  need needs needed get gets getting got give gives giving given make makes making made find finds finding found
  compute computes computing computed calculate calculates evaluate evaluates evaluating know knows keep keeps keeping
  move moves moving continue continues run runs running proceed proceeds proceeding read reads reading reach reaches
  reaching reached arrive arrives land lands end ends ending up step steps stepping process processes processing
  handle handling deal try tries trying tried happens happen use uses using used do say says saying means mean meaning
  counted counts counting count search searching total sum adding
  call calls calling enter enters entering
  value values number numbers letter letters word words list lists string strings element elements character characters
  item items result results key keys index indices digit digits row rows cell cells name names text variable variables
  dict dictionary tuple table grid score price people person temperature temperatures height heights pair pairs
  goal target input inputs argument arguments parameter parameters counter accumulator entry entries array object
  function functions method program code loop loops round rounds iteration iterations pass passes body branch block
  line statement condition expression comparison question answer case cases time times way turn order part side ends
  place places middle midpoint half front back head tail start outer inner main whole remaining rest other others
  another every each all any some several many much few little more most same such own together nothing something
  everything anything thing things next new old current previous final initial original given actual true-value
  default coins coin customer product account balance bank money binary search linear recursion recursive base case
  brief detail details step-by-step by-hand hand parallel pairs kept walkthrough
  zero-based straight further far near long short big small left over out off away back
  quickly carefully patiently directly immediately eventually similarly likewise respectively namely
  course fact namely instance example particular general total altogether overall
  like as-is is-it interest care matter matters moment point points
  bit bits kind sort-of sense place-value ready set-up
  simple plain easy clear fine good great itself themselves himself lastly lookup waiting early inside error vowels
  vowel consonant fourth fifth sixth seventh
  consequently initially carefully examine examines examined positions corresponding
`);

/** More words that say nothing of a run: adverbs, nouns for what people do with programs, talk between the facts. */
const TALK = set(`
  alright basically essentially obviously naturally accordingly subsequently thereby thereafter whereupon whereas
  namely specifically precisely gradually successively repeatedly individually separately simultaneously sequentially
  conveniently luckily fortunately unfortunately sadly interestingly importantly crucially notably normally usually
  generally typically presumably apparently perhaps maybe probably possibly certainly surely truly literally
  ultimately beforehand hereby herein therein whichever whatever whoever somehow somewhat slightly fully completely
  partially entirely totally perfectly right sure nice nicely neatly good better best-known bad wrong lucky interesting
  important crucial key main relevant necessary required possible able ready happy curious familiar helpful useful
  careful cautious sensible straightforward trivial obvious evident apparent
  job task goal aim purpose idea plan approach strategy trick logic reasoning explanation story journey example
  setup setting situation scenario context stage phase state status moment instant point spot area field
  beginning opening finish middle heart meantime while
  division multiplication addition subtraction operation operations action actions call-site calculation calculations computation computations arithmetic math
  formula assignment assignments initialization initialisation update updates change changes insertion comparison
  comparisons check checks test tests lookup lookups evaluation iteration iterations traversal pass passes visit
  output outputs input inputs data datum content contents collection collections container containers sequence
  sequences series slot slots position positions location locations spot member members piece pieces chunk chunks
  part parts portion segment segments component components section sections half halves bit token tokens symbol
  symbols sign signs mark marks record records field fields figure figures quantity quantities amount amounts
  tally tallies running accumulated cumulative partial temporary auxiliary helper candidate candidates divisor
  divisors factor factors dividend numerator denominator operand operands term terms base exponent power
  threshold limit limits bound bounds boundary cutoff maximum-allowed allowed permitted budget
  parameter parameters variable variables name names identifier identifiers value values constant literal
  header heading title label labels tag tags category kind sort-order type types form forms version versions shape
  leftover leftovers remainder remaining rest others another
  guard clause clauses conditional statement statements instruction instructions expression expressions keyword
  definition definitions signature scope frame stack level levels depth caller callee recursion recursive nested
  interest money cost costs price prices expense purchase store shop user users player players person people team
  thing things stuff everything anything something
  who whom whose which what that where when why how
  themselves yourself ourselves myself itself herself himself mine yours ours theirs my me i you your
  us let's lets hey hi hm hmm huh aha yay great cool super fine okay ok well oh ah wow whoa voila
  thanks please sorry
  via per plus versus vs upon onto within without-loss amid amidst besides beside aside apart toward towards regarding
  concerning given according due thanks owing despite
  e g i.e e.g etc cf eg ie
  far long longer-run short quick slow brief simple single lone sole own entire whole complete proper actual real
  true-to-form current present latest recent upcoming following preceding prior earlier later former latter
  other different same similar identical-looking respective corresponding matching given specified particular
  certain specific individual separate distinct unique various several multiple numerous
  ahead along around round across past beyond-that forward forwards backward backwards sideways up down left-hand
  right-hand together alone
  today now-on meanwhile yet still already soon later afterward afterwards eventually finally lastly
  today's would-be so-called
  early normal ordinary usual typical default standard regular special
  keeps going way ways manner fashion style mode turn turns row rows column columns
  decimal decimals place places digit-sum percent percentage fraction whole-number
  dot dots period periods comma commas dash hyphen space spaces blank underscore bracket brackets parenthesis
  parentheses quote quotes colon semicolon newline tab separator separators delimiter
  gives-up luck attempt attempts try tries chance
  uppercase lowercase capital capitals upper lower case-form
  matter mere merely pure purely literal sheer
  rather instead otherwise else
  there's here's what's that's
  kept anymore
  concatenation concatenations neighbour neighbours neighbor neighbors divisor quotient winner loser lead leader common
  contrast comparison respect aside journey tour walkthrough overview summary recap conclusion outcome-wise
  thereof hereafter forth so-far theirs picture puzzle mission challenge business works thanks-to turnaround
  meanwhile-time beginning-point starting-point start-up warm-up wrap-up rundown breakdown
  interestingly fittingly predictably unsurprisingly surprisingly naturally-enough sure-enough indeed
  pointer pointers cursor window bucket buckets bin bins pile stack queue heap register memory storage holder
  formula-wise math-wise numerically textually
  hold-on bear-in-mind
  kickoff round-up lineup
  plainly smoothly happily nicely gently calmly briskly swiftly promptly instantly
  lone remaining-part leading trailing adjacent neighbouring neighboring consecutive successive
  person customer item-wise element-wise
  occurrence occurrences control slice slices conversion conversions handler handlers clause
`);

/** All words that say nothing of a run. */
export const NEUTRAL: ReadonlySet<string> = new Set([...PLAIN, ...TALK]);

/** A sentence that speaks of these and makes no claim says something that nobody checks. */
export const SUBJECTS = set(`
  loop loops function functions program branch block body condition error exception call calls list string dict
  dictionary variable counter accumulator result output value values
`);

/** Leftover words that never pass as saying nothing. */
export const LOADED = set(
  'once twice thrice not no never nor neither none nothing without nobody cannot unless except hardly barely scarcely before until always only or exist exists existed previous full',
);

/**
 * Words that may be wrong of a run though no rule reads what they stand in: they are held against it one by one.
 * Extremes, kinds of values, places in a row. (Verbs and ordinals are told apart by their own tables.)
 */
export const TELLING = set(`
  biggest largest greatest highest longest maximum maximal max most-expensive tallest richest
  smallest least lowest shortest minimum minimal min fewest cheapest
  ascending descending increasing decreasing sorted unsorted reversed alphabetical
  letter letters character characters char chars word words string strings text texts vowel vowels consonant
  integer integers float floats digit digits dictionary dictionaries dict dicts list lists array arrays tuple tuples set
  front answer answers result results outcome outcomes exception exceptions error errors unchanged
`);

/** What something can be in. */
export const CONTAINERS = set('dictionary dict keys list string set tuple text word collection');

/** Words for rounds of a loop. */
export const ROUND_NOUNS = set('round rounds iteration iterations pass passes time times turn turns');
