/** What a search works on: the hypotheses so far, those that come next, and the one in hand. */
import { Generation, type Trellis } from './generation.ts';
import { Hand } from './hand.ts';
import { memorize } from './memory.ts';
import type { RepairRules } from './rules.ts';
import type { Survey } from './survey.ts';

/** Added to the cost of Simplified characters where a mirror has converted them all. */
const UNCONVERTED = 24;

export class Beam {
  now = new Generation();
  next = new Generation();
  readonly hand: Hand;

  constructor(text: string, document: Survey, rules: RepairRules, trellis: Trellis) {
    const isConverted = document.traditionalOnly > 4 * document.simplifiedOnly;
    this.hand = new Hand(rules, trellis, memorize(text, rules.fold), {
      fold: document.isFolded ? rules.widened : rules.fold,
      simplifiedCost: isConverted ? UNCONVERTED : 0,
    });
  }

  /** What came next is what is there now. */
  turn(): void {
    [this.now, this.next] = [this.next, this.now];
    this.now.putBestFirst();
    this.next.clear();
  }
}
