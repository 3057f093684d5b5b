#!/usr/bin/env node
/**
 * The `bin`: runs zhengben.ts under a Node that strips types. A Node that is too old hands over to the one that comes
 * as the package `node`; below node_modules, where Node refuses to strip, the types are stripped here.
 */
import { spawn } from 'node:child_process';
import * as loader from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripBelowNodeModules } from './strip-types.mjs';

const self = fileURLToPath(import.meta.url);

if (process.features.typescript) {
  stripBelowNodeModules(self);
  loader.registerHooks?.({ resolve: resolveSibling });
  loader.enableCompileCache?.(); // types are stripped once, not at every start
  await import('./zhengben.ts');
} else {
  const node = findNode();
  if (node === undefined || process.env.ZHENGBEN_NODE === node) {
    console.error(
      `zhengben needs Node 22.18 or newer, and this is ${process.version}; install it, or run “npm ci” in the project.`,
    );
    process.exit(1);
  }
  runUnder(node);
}

/**
 * Our own modules name each other by path: Node need not look for them in the file system, which takes it longer than
 * reading them.
 *
 * @type {loader.ResolveHookSync}
 */
function resolveSibling(name, context, next) {
  if (!name.startsWith('.') || !name.endsWith('.ts')) return next(name, context);
  return { url: new URL(name, context.parentURL).href, format: 'module-typescript', shortCircuit: true };
}

/** The binary of the package `node`, where it is installed. */
function findNode() {
  try {
    const folder = dirname(loader.createRequire(self).resolve('node/package.json'));
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return undefined; // not installed: the caller says what to do
  }
}

/** @param {string} node */
function runUnder(node) {
  const env = { ...process.env, ZHENGBEN_NODE: node }; // so that it is tried once only
  const child = spawn(node, [self, ...process.argv.slice(2)], { stdio: 'inherit', env });
  child.once('error', (error) => {
    console.error(`The Node of the project cannot be started (${error.message}); run “npm ci” in it.`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    if (signal !== null) process.kill(process.pid, signal);
    process.exitCode = code ?? 1;
  });
}
