/** The other families of mirrors, done on purpose: glosses on all sorts of characters, and watermarks before marks. */
import type { RepairRules } from '../../src/pipeline/repair/rules.ts';

type Random = () => number;

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
    return String.fromCharCode(gbk.unitOf[pair]!);
  };
  return text.replace(/[，、。]/g, (mark) => rare() + rare() + mark);
}

function tonelessReading(character: string, { readings }: RepairRules): string | undefined {
  const first = readings.of[character.charCodeAt(0)]!;
  if (first === readings.of[character.charCodeAt(0) + 1]) return undefined;
  return readings.names[readings.toneless[readings.list[first]!]!];
}

const pick = <T>(list: readonly T[], random: Random) => list[Math.floor(random() * list.length)]!;
