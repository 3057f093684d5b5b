/** Runs in a worker of the browser: repairs the text it is sent. */
import { parseRepairFiles, read, repair, repairFiles } from '../../src/pipeline/repair/index.ts';

interface Work {
  onmessage: ((event: { data: string }) => void) | null;
  postMessage(message: unknown): void;
}

const contents = new Map<string, string>();
const ready = Promise.all(
  repairFiles.map(async (name) => contents.set(name, await (await fetch(`/data/${name}`)).text())),
).then(() => parseRepairFiles((name) => contents.get(name) ?? ''));

const worker = globalThis as unknown as Work;
worker.onmessage = async ({ data }) => {
  const { text, edits } = repair(read(data), await ready);
  worker.postMessage({ text, edits: edits.length });
};
