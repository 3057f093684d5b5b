const UNITS = ['B', 'KB', 'MB', 'GB'];

/** A size for reading, in steps of 1,000: `formatSize(13812)` → `14 KB`. */
export function formatSize(bytes: number): string {
  const step = Math.min(Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)), UNITS.length - 1);
  const value = bytes / 1000 ** step;
  return `${value < 9.95 && step > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[step]}`;
}
