/** Running a program and watching what it takes. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Figures {
  readonly seconds: number;
  /** Seconds of processor time, of all threads: other work on the machine makes it little longer. 0 where there is no `/proc`. */
  readonly processor: number;
  /** Peak of memory, in MB; 0 where there is no `/proc`. */
  readonly memory: number;
}

/** Runs `node` to its end. Rejects when it fails, or takes longer than `most` seconds. */
export function measureRun(
  args: readonly string[],
  options: { cwd: string; env?: Readonly<Record<string, string>>; most: number },
): Promise<Figures> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...options.env };
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let seen = { processor: 0, memory: 0 };
  const watch = setInterval(() => {
    seen = look(child.pid) ?? seen;
    if (seconds() > options.most) child.kill();
  }, 50);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: seconds(), ...seen });
      else reject(new Error(code === null ? `stopped after ${options.most} s` : `ended with ${code}`));
    });
  });
}

/** Clock ticks in a second, on every Linux that people use. */
const TICKS = 100;

function look(pid: number | undefined): { processor: number; memory: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const memory = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return memory
      ? { processor: (Number(fields[11]) + Number(fields[12])) / TICKS, memory: Number(memory[1]) / 1024 }
      : undefined; // it is ending
  } catch {
    return undefined; // it has ended, or the system has no /proc
  }
}

export interface Weight {
  readonly files: number;
  readonly bytes: number;
  /** Pages of HTML, and their bytes. */
  readonly pages: number;
  readonly pageBytes: number;
}

/** How many files and pages there are in a built site, and how large they are. */
export function weigh(folder: string): Weight {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const weight = { files: 0, bytes: 0, pages: 0, pageBytes: 0 };
  for (const entry of entries.filter((one) => one.isFile())) {
    const { size } = statSync(join(entry.parentPath, entry.name));
    weight.files++;
    weight.bytes += size;
    if (!entry.name.endsWith('.html')) continue;
    weight.pages++;
    weight.pageBytes += size;
  }
  return weight;
}
