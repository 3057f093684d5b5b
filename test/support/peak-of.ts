import { readFileSync } from 'node:fs';

/** Most memory that a running process has held so far, in MB; on Linux alone. */
export function peakOf(pid: number | undefined): number {
  const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
