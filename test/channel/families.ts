/** The other families of mirrors, done on purpose: glosses on all sorts of characters, and watermarks before marks. */
import type { RepairRules } from '../../src/pipeline/repair/rules.ts';
import { found } from '../support/found.ts';
import { pick, type Random } from '../support/random.ts';

const EMOJI = ['😀', '🎉', '🌸', '🚗', '⭐', '🍀'];
const HAN = /[\u4e00-\u9fff]/;

/** `寶(bao)(bao)(bao)`: toneless glosses on some characters, as many each time as the paragraph has it. */
export function glossRepeatedly(text: string, rules: RepairRules, random: Random): string {
  return text
    .split('\n')
    .map((paragraph) => {
      const count = 1 + Math.floor(random() * 4);
      return mapHan(paragraph, random, (character) =>
        random() < 0.2 ? `(${tonelessReading(character, rules)})`.repeat(count) : undefined,
      );
    })
    .join('\n');
}

/** A toneless gloss after every third character. */
export function glossEveryThird(text: string, rules: RepairRules, random: Random): string {
  let index = 0;
  return mapHan(text, random, (character) =>
    ++index % 3 === 0 ? `(${tonelessReading(character, rules)})` : undefined,
  );
}

/** What `gloss` gives for a character is put after it, sometimes with an emoji. */
function mapHan(text: string, random: Random, gloss: (character: string) => string | undefined): string {
  return Array.from(text, (character) => {
    const glosses = HAN.test(character) ? gloss(character) : undefined;
    if (glosses === undefined || glosses.includes('undefined')) return character;
    return character + glosses + (random() < 0.05 ? pick(EMOJI, random) : '');
  }).join('');
}

/** Two random characters of GB 2312 before every ， 、 。 */
export function watermark(text: string, { gbk }: RepairRules, random: Random): string {
  const rare = () => {
    const pair = ((0xd8 + Math.floor(random() * 31)) << 8) | (0xa1 + Math.floor(random() * 94));
    return String.fromCharCode(found(gbk.unitOf[pair], `pair ${pair}`));
  };
  return text.replace(/[，、。]/g, (mark) => rare() + rare() + mark);
}

function tonelessReading(character: string, { readings }: RepairRules): string | undefined {
  const unit = character.charCodeAt(0);
  const [first = 0, end = 0] = readings.of.slice(unit, unit + 2);
  if (first === end) return undefined;
  const reading = found(readings.list[first], `reading of ${character}`);
  return readings.names[found(readings.toneless[reading], `toneless reading of ${character}`)];
}
