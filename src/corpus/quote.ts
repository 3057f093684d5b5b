/** Characters that would act on a terminal or break a line: controls, C1 controls, separators, bidi marks. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** `text` on one line and harmless to a terminal: U+0007 becomes ␇, a line end ␊, U+009B `\u{9b}`. */
export function makeVisible(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '␡' : `\\u{${code.toString(16)}}`;
  });
}

/** A name in a message: “page.txt”. */
export function quote(name: string): string {
  return `“${makeVisible(name)}”`;
}
