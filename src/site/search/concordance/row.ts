/** A row of numbers that grows. */
export class Row<Numbers extends Uint16Array | Uint32Array> {
  readonly #make: (length: number) => Numbers;
  #numbers: Numbers;
  length = 0;

  constructor(make: (length: number) => Numbers, room = 1 << 14) {
    this.#make = make;
    this.#numbers = make(room);
  }

  push(number: number): void {
    this.#makeRoom(1);
    this.#numbers[this.length++] = number;
  }

  append(numbers: Numbers): void {
    this.#makeRoom(numbers.length);
    this.#numbers.set(numbers, this.length);
    this.length += numbers.length;
  }

  /** The numbers so far, a view. */
  taken(): Numbers {
    return this.#numbers.subarray(0, this.length) as Numbers;
  }

  #makeRoom(more: number): void {
    if (this.length + more <= this.#numbers.length) return;
    const grown = this.#make(Math.max(this.length + more, Math.ceil(this.#numbers.length * 1.5)));
    grown.set(this.#numbers);
    this.#numbers = grown;
  }
}
