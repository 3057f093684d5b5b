/**
 * Finds a browser for the browser tests, or installs one.
 *
 *     node scripts/chromium.ts    # prints its path
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
  'msedge.exe',
];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Path of a Chromium or Chrome: `CHROMIUM_PATH`, the system's, Playwright's; where there is none, one is installed,
 * as root on Debian by apt, elsewhere by Playwright.
 *
 * Throws, in one sentence that says what to do, when none is to be had.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.error('No Chromium here yet: installing one, which takes a minute or two …');
  const trouble = install();
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    `No Chromium or Chrome was found and none could be installed (${trouble}): install one, or set CHROMIUM_PATH to its executable.`,
  );
}

/**
 * What to start Chromium with: the one that {@link ensureChromium} finds, without the sandbox, which containers do not
 * allow (it only ever opens our own pages), and without calls to its maker.
 */
export function chromiumOptions(...more: readonly string[]): { executablePath: string; args: string[] } {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...more];
  return { executablePath: ensureChromium(), args };
}

function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named))
    throw new Error(`CHROMIUM_PATH names "${named}", which is not there: correct or unset it.`);
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [named, ...onPath, ...PLACES, chromium.executablePath()].find((path) => path && existsSync(path));
}

/** Installs a browser and says what went wrong, if anything did. */
function install(): string {
  const commands = isDebian() && process.getuid?.() === 0 ? aptCommands : playwrightCommands();
  for (const command of commands) {
    const [program = '', ...args] = command;
    const { status, error } = spawnSync(program, args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) return `"${command.join(' ')}" ${error ? error.message : `ended with ${status}`}`;
  }
  return 'it was installed, but cannot be found';
}

const aptCommands = [
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
];

function playwrightCommands(): string[][] {
  const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '..', 'cli.js');
  return [[process.execPath, cli, 'install', 'chromium']];
}

/** Ubuntu's `chromium` is a stub that wants snap, so it is not enough to look for apt. */
function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

if (import.meta.main) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
