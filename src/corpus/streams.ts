/** Standard output and error: waiting for slow readers, and readers that are gone. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Write `chunk`, and wait where the reader cannot keep up. */
export async function write(stream: Writable, chunk: string | Uint8Array): Promise<void> {
  if (chunk.length > 0 && !stream.write(chunk)) await once(stream, 'drain');
}

/** From now on, end without a word and with exit code 0 when the reader of the output is gone: `… | head -1`. */
export function endQuietly(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(
      `zhengben: Standard output cannot be written (${error.message}); make room for it.\n`,
    );
    process.exit(1);
  });
  process.stderr.on('error', () => {}); // nobody is left to tell
}

/** All of standard input, piece by piece. */
export function readStandardInput(): AsyncIterable<Uint8Array> {
  if (process.stdin.isTTY) process.stderr.write('Reading from the terminal; end with Ctrl+D.\n');
  return process.stdin;
}
