/** What a character is where lines are broken, by the W3C's requirements for Chinese text layout (clreq). */

/** Marks that begin no line. */
const CLOSING = /[\p{Pe}\p{Pf}、。，．：；！？‥·・%‰℃°～々ー,.:;!?>]/u;
/** Marks that end none. */
const OPENING = /[\p{Ps}\p{Pi}＄￥$¥£#<]/u;
/** Two of them are one mark, which is not torn apart: —— and ……. */
const DOUBLE = /[—…⸺─]/u;
/** Characters that belong to a word or a number, which stays whole. */
const IN_WORD = /[\p{L}\p{N}\p{M}'’_@&+\-/=~*\\|"^`]/u;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u2e80-\u303f\u3200-\u33ff\ufe30-\ufe4f\uff00-\uffef□]/u;
/** Pauses shorter than a full stop. */
const SHORT_PAUSE = /[、，：；·,:;\s-]/u;
const LETTER = /[\p{L}\p{N}]/u;

interface Kind {
  readonly isClosing: boolean;
  readonly isOpening: boolean;
  readonly isDouble: boolean;
  readonly isInWord: boolean;
  readonly isWide: boolean;
  readonly isShortPause: boolean;
  readonly isLetter: boolean;
}

const kinds = new Map<string, Kind>();

/** Looked up once for each character: a collection has millions, but only thousands of different ones. */
function kindOf(character: string): Kind {
  const kind = kinds.get(character) ?? findKind(character);
  kinds.set(character, kind);
  return kind;
}

function findKind(character: string): Kind {
  return {
    isClosing: CLOSING.test(character),
    isOpening: OPENING.test(character),
    isDouble: DOUBLE.test(character),
    isInWord: IN_WORD.test(character),
    isWide: WIDE.test(character),
    isShortPause: SHORT_PAUSE.test(character),
    isLetter: LETTER.test(character),
  };
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
