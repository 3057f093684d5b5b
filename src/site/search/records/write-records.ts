import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Emendation } from '../../../contract/schema.ts';
import { plainStream } from '../concordance/stream.ts';
import { ConcordanceWriter } from '../concordance/write-concordance.ts';
import { RECORDS_PLAN, type RecordRow, type RecordsPlan, recordsName } from './record-files.ts';

/** What the first file of records holds before it is packed. */
const FILE_BYTES = 32 * 1024;
/** After so many files they hold twice as much, and so on: 100,000 texts with a hundred records each fill some 5,000. */
const FILES_OF_A_SIZE = 1024;

/** Writes what a search in the emendations reads, text after text: two concordances, and the records themselves. */
export class RecordWriter {
  readonly #folder: URL;
  readonly #fold: (text: string) => string;
  readonly #corr: ConcordanceWriter;
  readonly #sic: ConcordanceWriter;
  readonly #firstTexts: number[] = [];
  #texts: string[] = [];
  #size = 0;
  #count = 0;

  constructor(folder: URL, fold: (text: string) => string) {
    this.#folder = folder;
    this.#fold = fold;
    for (const name of ['corr/', 'sic/']) mkdirSync(new URL(name, folder));
    this.#corr = new ConcordanceWriter(new URL('corr/', folder));
    this.#sic = new ConcordanceWriter(new URL('sic/', folder));
  }

  add(emendations: readonly Emendation[]): void {
    this.#corr.add(plainStream(emendations.map(({ corr }) => this.#fold(corr))));
    this.#sic.add(plainStream(emendations.map(({ sic }) => this.#fold(sic))));
    const rows = emendations.map(
      ({ id, sic, corr, place: { block, start, end } }): RecordRow => [id, sic, corr, block, start, end],
    );
    const text = JSON.stringify(rows);
    this.#texts.push(text);
    this.#size += text.length;
    this.#count++;
    if (this.#size >= FILE_BYTES * (1 + Math.floor(this.#firstTexts.length / FILES_OF_A_SIZE))) this.#flush();
  }

  /** Writes what is left, and the plan. */
  finish(): void {
    this.#flush();
    const plan: RecordsPlan = {
      corr: this.#corr.finish(),
      sic: this.#sic.finish(),
      firstTexts: this.#firstTexts,
    };
    this.#write(RECORDS_PLAN, JSON.stringify(plan));
  }

  #flush(): void {
    if (this.#texts.length === 0) return;
    this.#write(recordsName(this.#firstTexts.length), `[${this.#texts.join()}]`);
    this.#firstTexts.push(this.#count - this.#texts.length);
    this.#texts = [];
    this.#size = 0;
  }

  #write(name: string, json: string): void {
    writeFileSync(new URL(name, this.#folder), gzipSync(json));
  }
}
