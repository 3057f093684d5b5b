import packageJson from '../../package.json' with { type: 'json' };
import { UsageError } from '../corpus/failure.ts';
import { quote } from '../corpus/quote.ts';
import { endQuietly, write } from '../corpus/streams.ts';
import { help } from './help.ts';

/** A subcommand: takes its arguments, gives the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

/** Loaded when they are called for, so that `--help` need not wait for them. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  repair: async () => (await import('./repair-command.ts')).repairCommand,
  restore: async () => (await import('./restore-command.ts')).restoreCommand,
  undo: async () => (await import('./undo-command.ts')).undoCommand,
};

/**
 * Run the command line `args` (without node and script) and give the exit code: 0, 1 when some documents failed, 2 when
 * it was called wrongly. `['repair', 'page.txt']` prints the repaired page.
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  endQuietly();
  try {
    return await dispatch(args);
  } catch (error) {
    process.stderr.write(`zhengben: ${(error as Error).message}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function dispatch([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined) throw new UsageError('Name a command, such as “repair”; see “zhengben --help”.');
  if (name === '--version') return await print(`${packageJson.version}\n`);
  if (isHelp(name) || name === 'help') return await print(helpOf(args[0] ?? ''));
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw new UsageError(`There is no command ${quote(name)}; see “zhengben --help”.`);
  const own = args.slice(0, [...args, '--'].indexOf('--'));
  if (own.some(isHelp)) return await print(helpOf(name));
  return (await load())(args);
}

/** The page of a subcommand; that of the command as a whole where there is no such subcommand. */
const helpOf = (name: string) => (Object.hasOwn(help, name) ? help[name] : help['']) ?? '';
const isHelp = (word: string) => word === '--help' || word === '-h';

async function print(text: string): Promise<number> {
  await write(process.stdout, text);
  return 0;
}
