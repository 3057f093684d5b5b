/** Firefox by WebDriver BiDi, which it speaks by itself: just what one reading test needs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { found } from '../support/found.ts';

const NAMES = ['firefox-esr', 'firefox', 'firefox.exe'];

/** Path of a Firefox: `FIREFOX_PATH` or the system's. */
export function findFirefox(): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.FIREFOX_PATH, ...onPath].find((path) => path && existsSync(path));
}

export interface Firefox {
  /** Opens an address and waits until it is loaded. */
  open: (address: string) => Promise<void>;
  /** The value of an expression in the page, which must be a string. */
  evaluate: (expression: string) => Promise<string>;
  close: () => Promise<void>;
}

type Send = (method: string, params: object) => Promise<Record<string, unknown>>;

/** Starts Firefox without a window, with a profile of its own. */
export async function openFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'zhengben-firefox-'));
  const program = spawn(
    path,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  const { send, socket } = await connect(await addressOf(program));
  await send('session.new', { capabilities: {} });
  const { contexts } = (await send('browsingContext.getTree', {})) as {
    contexts: Array<{ context: string }>;
  };
  const { context } = found(contexts[0], 'context');
  return {
    open: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate: async (expression) => {
      const asked = { expression, target: { context }, awaitPromise: true };
      const { result } = (await send('script.evaluate', asked)) as { result?: { value?: string } };
      return result?.value ?? '';
    },
    close: async () => {
      socket.close();
      program.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Firefox says on standard error where it listens. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    program.stderr?.on('data', (chunk) => {
      said += chunk;
      const [, address] = /listening on (ws:\S+)/.exec(said) ?? [];
      if (address) resolve(`${address}/session`);
    });
    program.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said}`)));
  });
}

async function connect(address: string): Promise<{ socket: WebSocket; send: Send }> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>();
  socket.onmessage = ({ data }) => {
    const { id, result, error, message } = JSON.parse(data);
    if (error) waiting.get(id)?.reject(new Error(`${error}: ${message}`));
    else waiting.get(id)?.resolve(result as never);
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`Firefox does not answer at ${address}.`));
  });
  let last = 0;
  const send: Send = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  return { socket, send };
}
