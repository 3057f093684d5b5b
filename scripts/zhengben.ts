/**
 * The command line; `npm run --silent zhengben -- --help` says what it can do.
 */
import { runCommand } from '../src/cli/run-command.ts';

// npm runs its scripts in the package's folder; paths are meant from where the user stands.
const { npm_lifecycle_event, INIT_CWD } = process.env;
if (npm_lifecycle_event === 'zhengben' && INIT_CWD !== undefined) process.chdir(INIT_CWD);

process.exitCode = await runCommand(process.argv.slice(2));
