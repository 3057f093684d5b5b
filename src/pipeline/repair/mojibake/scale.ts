/** What a text costs by the word model, in quarters of a nat. */
import { Trellis } from '../generation.ts';
import { Hand } from '../hand.ts';
import { nothing } from '../memory.ts';
import type { RepairRules } from '../rules.ts';

export class Scale {
  private readonly hand: Hand;

  constructor(rules: RepairRules) {
    this.hand = new Hand(rules, new Trellis(), nothing);
  }

  /** Cost of `text` behind `before`, which is heard and not counted: 因为 behind 是 costs less than 鍥犱负. */
  costOf(text: string, before = ''): number {
    const { hand } = this;
    hand.reset();
    for (let i = 0; i < before.length; i++) hand.hear(before.charCodeAt(i));
    const heard = hand.s0;
    for (let i = 0; i < text.length; i++) hand.hear(text.charCodeAt(i));
    return hand.s0 - heard;
  }
}
