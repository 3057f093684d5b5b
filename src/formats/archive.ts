/** ZIP archives of which two made from the same files are the same, byte for byte. */
import { deflateRawSync } from 'node:zlib';
import { Zip, ZipPassThrough } from 'fflate';

/** The first moment a ZIP can name. It is local time there: built from its parts, it is the same in every time zone. */
const MOMENT = [1980, 0, 1] as const;
/** Made on Unix, file, `rw-r--r--`; without them some tools unpack files that nobody may read. */
const UNIX = 3;
const MODE = 0o100644 << 16;

const DEFLATED = 8;

/** A file given whole, compressed by Node's own zlib: several times as fast as in JavaScript. */
class ZipDeflated extends ZipPassThrough {
  override readonly compression = DEFLATED;

  protected override process(content: Uint8Array, isLast: boolean): void {
    this.ondata(null, deflateRawSync(content), isLast);
  }
}

export interface ArchiveWriter {
  /** Adds a file; `isStored` leaves it uncompressed. */
  add(name: string, content: string | Uint8Array, isStored?: boolean): void;
  /** Ends the archive; nothing can be added afterwards. */
  end(): void;
}

/**
 * An archive that hands on its bytes piece by piece, so that it need not fit into memory.
 * Throws when a name is not plain ASCII: old programs would show others as mojibake, which is what we are here to undo.
 */
export function openArchive(write: (bytes: Uint8Array) => void): ArchiveWriter {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  return {
    add(name, content, isStored = false) {
      if (!/^[\w./-]+$/.test(name)) throw new Error(`“${name}” cannot be a name in an archive; use ASCII.`);
      const file = isStored ? new ZipPassThrough(name) : new ZipDeflated(name);
      Object.assign(file, { mtime: new Date(...MOMENT), os: UNIX, attrs: MODE });
      zip.add(file);
      file.push(typeof content === 'string' ? new TextEncoder().encode(content) : content, true);
    },
    end: () => zip.end(),
  };
}

/** A whole archive in memory, from entries in the order given. */
export function toArchive(entries: Iterable<readonly [name: string, content: string, isStored?: boolean]>) {
  const pieces: Uint8Array[] = [];
  const archive = openArchive((bytes) => pieces.push(bytes));
  for (const entry of entries) archive.add(...entry);
  archive.end();
  return new Uint8Array(Buffer.concat(pieces));
}
