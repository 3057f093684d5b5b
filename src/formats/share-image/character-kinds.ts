/** What a character is where lines are broken, by the W3C's requirements for Chinese text layout (clreq). */

const patterns = {
  /** Marks that begin no line. */
  isClosing: /[\p{Pe}\p{Pf}、。，．：；！？‥·・%‰℃°～々ー,.:;!?>]/u,
  /** Marks that end none. */
  isOpening: /[\p{Ps}\p{Pi}＄￥$¥£#<]/u,
  /** Two of them are one mark, which is not torn apart: —— and ……. */
  isDouble: /[—…⸺─]/u,
  /** Characters that belong to a word or a number, which stays whole. */
  isInWord: /[\p{L}\p{N}\p{M}'’_@&+\-/=~*\\|"^`]/u,
  isWide:
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u2e80-\u303f\u3200-\u33ff\ufe30-\ufe4f\uff00-\uffef□]/u,
  /** Pauses shorter than a full stop. */
  isShortPause: /[、，：；·,:;\s-]/u,
  isLetter: /[\p{L}\p{N}]/u,
} as const;

type Kind = Readonly<Record<keyof typeof patterns, boolean>>;

const kinds = new Map<string, Kind>();

/** Looked up once for each character: a collection has millions, but only thousands of different ones. */
function kindOf(character: string): Kind {
  const known = kinds.get(character);
  if (known) return known;
  const tests = Object.entries(patterns).map(([name, pattern]) => [name, pattern.test(character)]);
  const kind: Kind = Object.fromEntries(tests);
  kinds.set(character, kind);
  return kind;
}

/** Whether a character is of East Asian writing, among which a line may end anywhere. */
export function isWide(character: string): boolean {
  return kindOf(character).isWide;
}

/** Whether a line that begins with this character has a blank half before it: 《, and “ where it is as wide as 《. */
export function isWideOpening(character: string): boolean {
  const { isOpening, isWide } = kindOf(character);
  return isOpening && (isWide || character === '“' || character === '‘');
}

/** Whether a line may end between two neighbours. */
export function mayBreak(before: string, after: string): boolean {
  const [left, right] = [kindOf(before), kindOf(after)];
  if (after === ' ' || right.isClosing || left.isOpening) return false;
  if (before === after && left.isDouble) return false;
  if (before === ' ' || left.isWide || right.isWide) return true;
  return !(left.isInWord || left.isClosing) || !right.isInWord;
}

/** Whether a sentence pauses between two neighbours: titles are best broken there. */
export function isPause(before: string, after: string): boolean {
  const { isClosing, isDouble } = kindOf(before);
  return (before === ' ' || isClosing || isDouble) && mayBreak(before, after);
}

/** Whether a text should not be cut after this character: after an opening mark, a comma, a dash. */
export function isPoorEnd(character: string): boolean {
  const { isOpening, isDouble, isShortPause } = kindOf(character);
  return isOpening || isDouble || isShortPause;
}

/** Whether some space belongs between two neighbours, as browsers put it by `text-autospace`: 從事 B2C 經營. */
export function needsSpace(before: string, after: string): boolean {
  const [left, right] = [kindOf(before), kindOf(after)];
  return left.isWide !== right.isWide && left.isLetter && right.isLetter;
}
