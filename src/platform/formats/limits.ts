/**
 * Bounds of what is opened, each far above any administrative document and far below what would stop the
 * machine. They are checked before memory is given out, and again while reading, since a file can lie.
 */
export const limits = {
  /** Bytes of the file as handed over. */
  fileBytes: 50 * 1024 * 1024,
  pages: 2_000,
  /** Entries of a zip container. An ordinary `.docx` has 10 to 40; one with scanned pictures a few hundred. */
  zipEntries: 4_000,
  /** Bytes of all entries that are read, and of one of them, after inflating. */
  zipTotalBytes: 400 * 1024 * 1024,
  zipEntryBytes: 100 * 1024 * 1024,
  /** Inflated to packed. XML of long tables reaches 60; DEFLATE can reach 1,032. Small entries are exempt. */
  zipRatio: 200,
  zipRatioFrom: 1024 * 1024,
  /** Elements within elements. Word stays below 40 even with tables in tables. */
  xmlDepth: 256,
  xmlElements: 4_000_000,
  htmlDepth: 512,
  /** Heap of the reading thread, MB. */
  workerHeapMb: 1_024,
  /** Deadline of a reading without pictures, and of a scan for each of its pages (one takes 2 to 6 s), ms. */
  readMs: 120_000,
  scanPageMs: 20_000,
  /** Deadline of one run of a helper program, ms. */
  programMs: 180_000,
} as const
