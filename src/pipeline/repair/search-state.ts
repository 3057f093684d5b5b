/** What the parts of a search share: the text, the hypotheses so far, those that come next, and the one worked on. */
import { Beam } from './beam.ts';
import { buildCacheModel } from './cache-model.ts';
import { COST } from './constants.ts';
import { Hypothesis } from './hypothesis.ts';
import type { RepairRules } from './rules.ts';
import type { Survey } from './survey.ts';
import { Trellis } from './trellis.ts';

/** One serves all searches in a text. */
export class SearchState {
  current = new Beam();
  next = new Beam();
  readonly trellis = new Trellis();
  /** Loaded from `current` and stored in `next`, again and again. */
  readonly hypothesis: Hypothesis;
  readonly text: string;
  readonly document: Survey;
  readonly rules: RepairRules;

  constructor(text: string, document: Survey, rules: RepairRules) {
    this.text = text;
    this.document = document;
    this.rules = rules;
    const isConverted = document.traditionalOnly > 4 * document.simplifiedOnly;
    this.hypothesis = new Hypothesis(rules, {
      trellis: this.trellis,
      cacheModel: buildCacheModel(text, rules.fold),
      fold: document.isFolded ? rules.widened : rules.fold,
      simplifiedCost: isConverted ? COST.unconverted : 0,
    });
  }

  /** What came next is current now. */
  advance(): void {
    [this.current, this.next] = [this.next, this.current];
    this.current.moveBestFirst();
    this.next.clear();
  }
}
