/** Whole numbers as bytes, seven bits in each, the low ones first; the eighth bit says that more follow. */
export class NumberWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  write(value: number): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow();
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Writes rising numbers by their distances. */
  writeRising(numbers: Uint32Array): void {
    let last = 0;
    for (const number of numbers) {
      this.write(number - last);
      last = number;
    }
  }

  /** What was written, and begins anew. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #grow(): void {
    const grown = new Uint8Array(this.#bytes.length * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** The numbers that a `NumberWriter` wrote. */
export function readNumbers(bytes: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(bytes.length);
  let count = 0;
  let value = 0;
  let shift = 0;
  for (const byte of bytes) {
    value |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte > 0x7f) continue;
    numbers[count++] = value;
    value = 0;
    shift = 0;
  }
  return numbers.subarray(0, count);
}

/** Rising numbers by their distances. */
export function readRising(bytes: Uint8Array): Uint32Array {
  const numbers = readNumbers(bytes);
  for (let i = 1; i < numbers.length; i++) numbers[i] = numbers[i]! + numbers[i - 1]!;
  return numbers;
}
