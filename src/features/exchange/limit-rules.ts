/**
 * How much of a book is read before it is refused. An agency's largest books stay far below; a file made to exhaust
 * the reader goes past one of them within two seconds.
 */
export const limits = {
  /** The file as it comes. */
  fileBytes: 30_000_000,
  zipEntries: 2_000,
  /** Unzipped, over all parts that are read. */
  unzippedBytes: 64_000_000,
  /** A part larger than `ratioFrom` that shrinks more than this was made to. */
  ratio: 250,
  ratioFrom: 8_000_000,
  sheets: 400,
  /** Rows with something in them, over all sheets. */
  rows: 100_000,
  cells: 600_000,
  /** Cells that the file mentions, most of them blank but for their borders. */
  cellTags: 1_500_000,
  /** Characters over all cells, a shared text counted at each place. */
  characters: 40_000_000,
  sharedStrings: 500_000,
  /** The spreadsheet program's own limit of one cell. */
  cellCharacters: 32_767,
  merges: 60_000,
  styles: 100_000,
  /** Tags within tags. A worksheet needs ten. */
  depth: 40,
  /** Attributes of one tag. A row needs fifteen. */
  attributes: 100,
  csvBytes: 24_000_000,
  /** Line ends, within cells and between rows. */
  csvLines: 300_000,
  /** A row of a thousand columns, a thousand hanzi in each. */
  csvLineBytes: 3_000_000,
  columns: 16_384,
  sheetRows: 1_048_576,
} as const

/** How long one file may take, in milliseconds, before its worker is ended. */
export const readingDeadline = 15_000
