/** Spam words stand nowhere but in the lexicon that detects them; tests draw them from it. */
import { rules } from './rules.ts';

const strong = [...rules.strip.spamWords].filter(([, isStrong]) => isStrong).map(([word]) => word);

/**
 * `⟪5 spam words joined by |⟫` gets the first five strong ones, `⟪5 spam words from 20 joined by |⟫` five from the 20th
 * on, and `⟪later⟫`, which says that a spammer put the line in, goes.
 */
export function fillInSpam(text: string): string {
  return text
    .replaceAll('⟪later⟫', '')
    .replace(
      /⟪(\d) spam words(?: from (\d+))? joined by (.{1,3})⟫/g,
      (_, count: string, from: string | undefined, joint: string) =>
        Array.from({ length: Number(count) }, (_, i) => strong[(Number(from ?? 0) + i) % strong.length]).join(
          joint,
        ),
    );
}
