/** The quality of the whole flow on pages never seen has a floor. Numbers of `floor.json` only rise. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../support/rules.ts';
import { gatePages } from './gate-pages.ts';
import { measurePage, sumUp } from './measure.ts';

interface Floor {
  /** Shares of the snippets, 0–1. */
  readonly kept: number;
  readonly removed: number;
  readonly metadata: number;
  /** Fields given that no page states, at most. */
  readonly invented: number;
}

const floor = JSON.parse(readFileSync(new URL('floor.json', import.meta.url), 'utf8')) as Floor;
const outcomes = gatePages().map(({ bytes, page }) => measurePage(bytes, page, rules));

describe('the gate', () => {
  test('has at least twenty pages, with snippets of both kinds', () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(20);
    for (const { must, mustnot } of outcomes) expect(Math.min(must, mustnot)).toBeGreaterThan(0);
  });

  test.each(outcomes)('$id keeps all of its body', ({ missed }) => {
    expect(missed).toEqual([]);
  });

  test('as much as ever is removed, and as much metadata is right', () => {
    const { must, kept, mustnot, removed, stated, right, invented } = sumUp(outcomes);
    expect(kept / must).toBeGreaterThanOrEqual(floor.kept);
    expect(removed / mustnot).toBeGreaterThanOrEqual(floor.removed);
    expect(right / stated).toBeGreaterThanOrEqual(floor.metadata);
    expect(invented).toBeLessThanOrEqual(floor.invented);
  });

  test('the floor is no lower than it was asked to be', () => {
    expect(floor.kept).toBe(1);
    expect(floor.removed).toBeGreaterThanOrEqual(0.95);
  });
});
