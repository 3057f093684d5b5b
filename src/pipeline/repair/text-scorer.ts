/** What a text costs by the word model, in quarters of a nat. */
import { Hypothesis } from './hypothesis.ts';
import type { RepairRules } from './rules.ts';

/** Scores one text after another, without a document’s own pairs. */
export class TextScorer {
  private readonly hypothesis: Hypothesis;

  constructor(rules: RepairRules) {
    this.hypothesis = new Hypothesis(rules);
  }

  /** Cost of `text` behind `before`, which is not counted: 因为 behind 是 costs less than 鍥犱负. */
  costOf(text: string, before = ''): number {
    const { hypothesis } = this;
    hypothesis.reset();
    for (let i = 0; i < before.length; i++) hypothesis.score(before.charCodeAt(i));
    const costBefore = hypothesis.s0;
    for (let i = 0; i < text.length; i++) hypothesis.score(text.charCodeAt(i));
    return hypothesis.s0 - costBefore;
  }
}
