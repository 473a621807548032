import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { Command, InvalidArgumentError, Option } from 'commander';
import { say } from '../lsp/translate.ts';
import { type Message, message } from '../newspaper/index.ts';
import type { Order } from './order.ts';
import { type Run, run } from './run.ts';

/** What is common to every command, as commander gives it. */
interface Given {
  readonly format: string;
  readonly config?: string;
  readonly jobs?: number;
  readonly locale?: string;
  readonly ndjson?: boolean;
  readonly color?: boolean;
  readonly write?: boolean;
  readonly backup?: boolean;
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly follow?: boolean;
  readonly level?: string;
}

/** The command line. Runs it and says how it ended: 0 nothing found, 1 findings, 2 an error. */
export async function main(args: readonly string[], script: string, version: string): Promise<number> {
  let status = 0;
  const program = new Command('broadsheet')
    .description(
      say(message('Reads newspaper dumps: finds what extraction has broken, mends it, takes the articles out.')),
    )
    .version(version)
    .showHelpAfterError()
    .exitOverride();

  const command = (name: Order['command'], formats: readonly string[], description: Message) =>
    program
      .command(name)
      .description(say(description))
      .argument('[file...]', say(message('files, folders, globs in quotes, or - for standard input')))
      .addOption(
        new Option('-f, --format <format>', say(message('how the result is written')))
          .choices(formats)
          .default(formats[0]),
      )
      .option('-c, --config <file>', say(message('this .broadsheet.json instead of the nearest one of each file')))
      .option('-j, --jobs <number>', say(message('how many dumps are worked on at once')), wholeNumber)
      .option(
        '--ndjson',
        say(message('the input is one JSON object a line, {"text": …, "id": …}, and so is the result')),
      )
      .option('--locale <locale>', say(message('the language of messages: en or zh-cn')))
      .option('--no-color', say(message('no colours, even on a terminal')))
      .action(async (files: string[], given: Given) => {
        status = await start(name, files, given, script, version);
      });

  command('check', ['text', 'json', 'ndjson', 'sarif', 'github'], message('says what is wrong'))
    .addOption(
      new Option('-l, --level <severity>', say(message('the least severity that is told')))
        .choices(['hint', 'information', 'warning', 'error'])
        .default('hint'),
    )
    .option('--no-follow', say(message('does not look where a jump line leads to another page or file')));
  command('fix', ['text', 'json', 'ndjson'], message('joins what is certain and removes repeated headlines'))
    .option('-n, --dry-run', say(message('shows what would change as a unified diff and writes nothing')))
    .option('-w, --write', say(message('writes into the files, each whole or not at all')))
    .option('-b, --backup', say(message('with --write: keeps what was there as FILE.bak')));
  command('outline', ['text', 'json', 'ndjson'], message('lists the articles'));
  command('articles', ['markdown', 'json', 'plain', 'ndjson'], message('takes the articles out'))
    .option('-o, --out <folder>', say(message('writes a file for each article into this folder')))
    .option('--no-follow', say(message('does not read on where a jump line leads to another page or file')));
  command('figures', ['csv', 'json', 'ndjson'], message('lists every figure with its value'));

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // commander has told the user already
    const { exitCode, code } = error as { exitCode?: number; code?: string };
    if (code === undefined || !code.startsWith('commander.')) throw error;
    return exitCode === 0 ? 0 : 2;
  }
  return status;
}

async function start(
  command: Order['command'],
  files: string[],
  given: Given,
  script: string,
  version: string,
): Promise<number> {
  const names = files.length > 0 ? files : process.stdin.isTTY ? [] : ['-'];
  const { write = false, dryRun = false, ndjson = false, out, config } = given;
  const wrong = complaint(command, names, { ...given, write, dryRun, ndjson });
  if (wrong !== undefined) {
    process.stderr.write(`broadsheet: ${say(wrong)}\n`);
    return 2;
  }
  if (config !== undefined && !(await isFile(config))) {
    process.stderr.write(`broadsheet: ${say(message('there is no configuration {0}', config))}\n`);
    return 2;
  }
  const order: Order = {
    command,
    locale: given.locale ?? localeOf(process.env),
    config,
    write,
    backup: given.backup === true,
    diff: dryRun,
    follow: given.follow !== false,
    out,
    manner: given.format === 'plain' || given.format === 'json' ? given.format : 'markdown',
  };
  const single = names.length === 1 && (names[0] === '-' || (await isFile(names[0]!)));
  const plan: Run = {
    order,
    names,
    ndjson,
    format: ndjson ? 'ndjson' : given.format,
    level: given.level ?? 'hint',
    color: given.color !== false,
    jobs: given.jobs ?? (single && !ndjson ? 1 : availableParallelism()),
    single,
    script,
    version,
  };
  return run(plan);
}

/** What does not go together. */
function complaint(
  command: string,
  names: readonly string[],
  { write, dryRun, ndjson, backup, out }: Given,
): Message | undefined {
  if (names.length === 0) return message('name files, folders or globs, or - for standard input');
  if (command === 'fix') {
    const fromInput = ndjson || names.every((name) => name === '-');
    if (write && (fromInput || names.includes('-'))) return message('--write needs files to write into');
    if (write && dryRun) return message('either --write or --dry-run, not both');
    if (backup && !write) return message('--backup goes with --write');
    if (!write && !dryRun && !fromInput)
      return message('say --write to write into the files, or --dry-run to see what would change');
  }
  return out !== undefined && ndjson ? message('--out needs files, not --ndjson') : undefined;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 256) {
    throw new InvalidArgumentError(say(message('A number from 1 to 256 is expected.')));
  }
  return number;
}

/** The locale that the surroundings ask for; `--locale` goes before it. */
export function localeOf(environment: NodeJS.ProcessEnv): string | undefined {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = LC_ALL || LC_MESSAGES || LANG;
  return locale?.replace(/\..*$/u, '').replace('_', '-').toLowerCase();
}
