// `lockstep polish`: lets a language model reword a dataset, and keeps only what the checker proves.
import { Option, type Command } from 'commander';
import { BadInput } from '../../bad-input.ts';
import type { BatchTaken } from '../../polish/batch.ts';
import type { Estimate } from '../../polish/estimate.ts';
import type { Polishing, PolishReport } from '../../polish/polish-dataset.ts';
import type { Questioner } from '../../polish/questioner.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { parseAmount, parseCount } from '../options.ts';
import { note, writeJson, writeOut } from '../output.ts';
import { withProgress } from '../progress.ts';
import type { Act, Verb } from '../verb.ts';

/** Failures shown in words; `--json` has all. */
const SHOWN = 10;

interface Options {
  readonly model: string;
  readonly baseUrl?: string;
  readonly concurrency: number;
  readonly rpm?: number;
  readonly tpm?: number;
  readonly timeout: number;
  readonly retries: number;
  readonly retryDelay: number;
  readonly corrections: number;
  readonly temperature: number;
  readonly plain: boolean;
  readonly by: 'text' | 'sentence';
  readonly promptPrice: number;
  readonly completionPrice: number;
  readonly maxCost?: number;
  readonly limit?: number;
  readonly dryRun: boolean;
  readonly batchOut?: string;
  readonly batchIn?: string[];
  readonly json: boolean;
}

export const polish: Verb = {
  name: 'polish',
  summary: 'let a language model reword a dataset, and keep only what the checker proves',
  examples: [
    {
      line: 'lockstep polish out/mine --model gemma3 --base-url http://localhost:11434/v1',
      about: 'a server on this machine',
    },
    {
      line: 'lockstep polish out/mine --model gpt-5-mini --prompt-price 0.25 --completion-price 2 --dry-run',
      about: 'what it would send and cost',
    },
    {
      line: 'lockstep polish out/mine --model gpt-5-mini --batch-out batch.jsonl',
      about: 'requests for a batch',
    },
  ],
  declare(command: Command, act: Act): void {
    command
      .argument('<DIR>', 'a dataset that generate or import made; it is polished in place')
      .requiredOption('-m, --model <M>', "the model's name, as the server knows it")
      .option('--base-url <URL>', 'an OpenAI-compatible server (default: OPENAI_BASE_URL, or OpenAI itself)')
      .option('--concurrency <N>', 'requests under way at once', parseCount(1, 1000), 8)
      .option('--rpm <N>', 'requests a minute, at most', parseCount(1))
      .option('--tpm <N>', 'tokens a minute, at most', parseCount(1))
      .option('--timeout <S>', 'seconds that one request may take', parseCount(1), 120)
      .option(
        '--retries <N>',
        'times a request is sent again when the server is busy or broken',
        parseCount(0, 20),
        6,
      )
      .option(
        '--retry-delay <S>',
        'seconds before the first repetition; it doubles with each',
        parseAmount,
        1,
      )
      .option('--corrections <N>', 'times a refused text goes back with its faults', parseCount(0, 5), 2)
      .option('--temperature <T>', 'of the sampling', parseAmount, 0.7)
      .addOption(
        new Option(
          '--by <PIECE>',
          'ask for the whole text, then for paragraphs; or for single sentences, for small models',
        )
          .choices(['text', 'sentence'])
          .default('text'),
      )
      .option('--plain', 'ask for plain text, not for JSON with the text in it', false)
      .option('--prompt-price <USD>', 'price of a million prompt tokens', parseAmount, 0)
      .option('--completion-price <USD>', 'price of a million answered tokens', parseAmount, 0)
      .option('--max-cost <USD>', 'stop before more than this is spent', parseAmount)
      .option('--limit <N>', 'only the first N rows', parseCount(1))
      .option('--dry-run', 'send nothing: show some prompts, and estimate tokens and cost', false)
      .option(
        '--batch-out <FILE>',
        'write the requests as batch files (OpenAI, vllm run-batch) and send nothing',
      )
      .option('--batch-in <FILE...>', 'take answers from result files of a batch');
    command.addHelpText(
      'after',
      '\nThe key is read from OPENAI_API_KEY. Answers are kept in DIR/.polish: the same command goes on where it was\nended, and no answer is paid for twice.\n',
    );
    command.action(act(polishFolder));
  },
};

async function polishFolder(folder: string, options: Options): Promise<ExitCode> {
  requireConsistent(options);
  const { Polishing } = await import('../../polish/polish-dataset.ts');
  const { model, temperature, corrections, plain, by } = options;
  const polishing = await Polishing.open(folder, { model, temperature, corrections, by, structured: !plain });
  try {
    if (options.dryRun) return await dryRun(polishing, options);
    if (options.batchOut !== undefined) return await batchOut(polishing, options.batchOut, options);
    if (options.batchIn !== undefined) return await batchIn(polishing, options.batchIn, folder, options);
    return await online(polishing, folder, options);
  } finally {
    await polishing.close();
  }
}

function requireConsistent({ maxCost, promptPrice, completionPrice, baseUrl, ...options }: Options): void {
  const ways = [options.dryRun, options.batchOut !== undefined, options.batchIn !== undefined];
  if (ways.filter(Boolean).length > 1)
    throw new BadInput('usage', '--dry-run, --batch-out and --batch-in exclude each other');
  if (maxCost !== undefined && promptPrice === 0 && completionPrice === 0)
    throw new BadInput(
      'usage',
      '--max-cost needs prices to reckon with',
      'give --prompt-price and --completion-price, in US dollars for a million tokens',
    );
  if (baseUrl !== undefined && !URL.canParse(baseUrl))
    throw new BadInput('usage', `--base-url "${baseUrl}" is no URL`, 'http://localhost:8000/v1 is one');
}

function pricesOf({ promptPrice, completionPrice }: Options): { prompt: number; completion: number } {
  return { prompt: promptPrice, completion: completionPrice };
}

async function dryRun(polishing: Polishing, options: Options): Promise<ExitCode> {
  const { estimate } = await import('../../polish/estimate.ts');
  const payloads = polishing.waiting(options.limit ?? Infinity);
  const estimated = await estimate(payloads, pricesOf(options), options.corrections);
  await (options.json ? writeJson(estimated) : writeOut(estimateInWords(estimated)));
  return EXIT.done;
}

function estimateInWords({
  samples,
  requests,
  promptTokens,
  completionTokens,
  cost,
  mostCost,
}: Estimate): string {
  const shown = samples.map(
    ({ messages }, i) =>
      `── request ${i + 1} ──\n${messages.map(({ role, content }) => `[${role}]\n${content}`).join('\n\n')}\n\n`,
  );
  const money =
    mostCost === 0 ? '' : `; $${cost.toFixed(2)}, or $${mostCost.toFixed(2)} if all goes back every time`;
  return `${shown.join('')}${requests} requests, about ${promptTokens} prompt tokens and ${completionTokens} answered ones${money}\n`;
}

async function batchOut(polishing: Polishing, path: string, options: Options): Promise<ExitCode> {
  const { writeBatch } = await import('../../polish/batch.ts');
  const files = await writeBatch(path, polishing.waiting(options.limit ?? Infinity));
  if (options.json) await writeJson({ files });
  else if (files.length === 0) await writeOut('nothing to ask: every row has its answers\n');
  else await writeOut(files.map(({ path, requests }) => `${path}: ${requests} requests\n`).join(''));
  return EXIT.done;
}

async function batchIn(
  polishing: Polishing,
  paths: readonly string[],
  folder: string,
  options: Options,
): Promise<ExitCode> {
  const { takeBatch } = await import('../../polish/batch.ts');
  const taken: (BatchTaken & { path: string })[] = [];
  for (const path of paths) {
    const result = await takeBatch(path, polishing.answers, options.model).catch((error: unknown) => {
      throw new BadInput(
        'file',
        `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    taken.push({ path, ...result });
  }
  const report = await polishing.assemble();
  if (options.json) await writeJson({ ...report, batches: taken });
  else {
    for (const { path, taken: fresh, known, failed, strange } of taken) {
      note(`${path}: ${fresh} answers taken, ${known} known already, ${failed} requests failed`);
      for (const place of strange.slice(0, SHOWN)) note(`${place}: no result of a request of ours`);
    }
    for (const { id, message } of report.faults.slice(0, SHOWN))
      note(`${id}: a fault of Lockstep: ${message}`);
    await writeOut(inWords(report, folder));
  }
  return report.waiting === 0 ? EXIT.done : EXIT.no;
}

async function online(polishing: Polishing, folder: string, options: Options): Promise<ExitCode> {
  const { concurrency, timeout, retries, retryDelay, rpm, tpm, maxCost, limit } = options;
  const baseUrl = options.baseUrl ?? process.env['OPENAI_BASE_URL'] ?? null;
  const key = process.env['OPENAI_API_KEY'] ?? null;
  if (key === null && baseUrl === null)
    throw new BadInput('usage', 'OPENAI_API_KEY is not set', 'set it, or name a server with --base-url');
  const questioner = await withProgress('rows', (progress) =>
    polishing.question(
      {
        baseUrl,
        key,
        timeout,
        retries,
        retryDelay,
        concurrency,
        rates: { requests: rpm ?? null, tokens: tpm ?? null },
        prices: pricesOf(options),
        cap: maxCost ?? Infinity,
      },
      limit ?? Infinity,
      progress,
    ),
  );
  const report = await polishing.assemble();
  const { stopped, failures, asked, reused, tokens, cost } = questioner;
  if (options.json) await writeJson({ ...report, asked, reused, tokens, cost, stopped, failures });
  else {
    tellTrouble(questioner);
    await writeOut(inWords(report, folder, questioner));
  }
  return stopped === null && failures.length === 0 ? EXIT.done : EXIT.no;
}

function tellTrouble({ stopped, failures }: Questioner): void {
  for (const { id, reason, message } of failures.slice(0, SHOWN)) note(`${id}: ${reason}: ${message}`);
  if (failures.length > SHOWN) note(`… and ${failures.length - SHOWN} more`);
  if (stopped?.reason === 'cap') note(`stopped: ${stopped.message}; a higher --max-cost goes on from here`);
  if (stopped?.reason === 'server') note(`stopped: ${stopped.message}; the same command goes on from here`);
}

function inWords(
  { rows, accepted, inParagraphs, inSentences, refused, closed, waiting }: PolishReport,
  folder: string,
  questioner?: Questioner,
): string {
  const parts = [
    inParagraphs === 0 ? [] : [`${inParagraphs} in some paragraphs`],
    inSentences === 0 ? [] : [`${inSentences} in some sentences`],
  ].flat();
  const part = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  const shut = [
    closed.style === 0 ? '' : `, ${closed.style} not sent because their style is no prose`,
    closed.task === 0
      ? ''
      : `, ${closed.task} not sent because only our own words can be held against their questions`,
  ].join('');
  const rest = waiting === 0 ? '' : `, ${waiting} not polished`;
  const sent =
    questioner === undefined
      ? ''
      : `\n${questioner.asked} requests, ${questioner.reused} answers from before, ${questioner.tokens.prompt} + ${questioner.tokens.completion} tokens, $${questioner.cost.toFixed(4)}`;
  return `${folder}: ${rows} rows: ${accepted} reworded${part}, ${refused} kept as they were${shut}${rest}${sent}\n`;
}
