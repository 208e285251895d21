// The `lockstep` command: builds the verbs, runs one, and turns whatever happens into an exit code.
// Knows nothing of what the verbs do.
import { Command, CommanderError } from 'commander';
import { BadInput } from '../bad-input.ts';
import { version } from '../version.ts';
import { verbNames, verbs } from './commands/index.ts';
import { EXIT, type ErrorReport, type ExitCode } from './failure.ts';
import { endQuietlyOnClosedPipe, note, writeError } from './output.ts';
import type { Act, Verb } from './verb.ts';

endQuietlyOnClosedPipe();
process.on('SIGINT', () => process.exit(EXIT.interrupted));
void main(process.argv.slice(2)).then((exit) => {
  process.exitCode = exit;
});

async function main(args: readonly string[]): Promise<ExitCode> {
  const json = args.includes('--json');
  let exit: ExitCode = EXIT.done;
  const act: Act =
    (action) =>
    async (...given) => {
      exit = await action(...given);
    };
  try {
    const program = await buildProgram(act, args);
    await program.parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return endOfCommander(error, json);
    if (error instanceof BadInput) {
      if (error.details !== undefined) note(error.details.rendered);
      await writeError(reportOf(error), json);
      return EXIT.badInput;
    }
    await writeError(faultReport(error), json);
    return EXIT.internal;
  }
}

/** The program with the verb that was asked for; with all of them when that is none, so that help can list them. */
async function buildProgram(act: Act, args: readonly string[]): Promise<Command> {
  const program = new Command('lockstep')
    .description(
      'Turns program execution into reasoning data: traced, put into words, checked sentence by sentence.',
    )
    .version(version)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'lockstep: ')) })
    .showHelpAfterError('(--help shows what there is)')
    .exitOverride();
  const asked = verbNames.find((name) => name === args[0]);
  for (const name of asked === undefined ? verbNames : [asked]) addVerb(program, await verbs[name](), act);
  return program;
}

function addVerb(program: Command, verb: Verb, act: Act): void {
  const command = program.command(verb.name).summary(verb.summary).description(verb.summary);
  verb.declare(command, act);
  command.option('--json', 'one JSON object on stdout, all else on stderr', false);
  const width = Math.max(...verb.examples.map((example) => example.line.length));
  const lines = verb.examples.map((example) => `  $ ${example.line.padEnd(width)}  # ${example.about}`);
  command.addHelpText('after', `\nExamples:\n${lines.join('\n')}\n`);
}

/** Commander throws for help and version too; those are no errors. Its own message is on stderr already. */
async function endOfCommander(error: CommanderError, json: boolean): Promise<ExitCode> {
  if (error.exitCode === 0) return EXIT.done;
  if (json)
    process.stdout.write(JSON.stringify({ error: { code: 'usage', message: plain(error.message) } }) + '\n');
  return EXIT.badInput;
}

function plain(message: string): string {
  return message.replace(/^error: /, '').replaceAll('\n', ' ');
}

function reportOf({ code, message, hint, details }: BadInput): ErrorReport {
  return {
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(details === undefined ? {} : { details: details.data }),
  };
}

/** A fault of ours. The stack is for those who mend it: `LOCKSTEP_DEBUG=1` shows it. */
function faultReport(error: unknown): ErrorReport {
  const name = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
  if (process.env['LOCKSTEP_DEBUG'] === '1' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  return {
    code: 'internal',
    message: `this is a bug in Lockstep ${version}, not in your input: ${name}`,
    hint: 'please report it with the command and its input; LOCKSTEP_DEBUG=1 prints where it happened',
  };
}
