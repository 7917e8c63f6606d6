/**
 * Every limit a reader keeps, in one place. An appendix has a few hundred cells and weighs 10–300 KB;
 * each limit stands far above that and far below what stops a worker or the browser tab.
 */
export interface ReadLimits {
  /**
   * Bytes of a received file. Workbooks with pasted scans reach tens of megabytes; no appendix does, and no mail server
   * takes more.
   */
  fileBytes: number;
  /** Entries of a zip container: 500 sheets with relations, comments and drawings stay below it. */
  zipEntries: number;
  /** Inflated bytes of one part. A worksheet of a million short cells is about 40 MB of XML. */
  partBytes: number;
  /** Inflated bytes of all parts read from one file. */
  totalBytes: number;
  /**
   * Inflated ÷ deflated size of one part. Deflate cannot exceed 1,032; worksheet XML of blank styled cells reaches
   * about 100.
   */
  inflateRatio: number;
  /** Parts up to this size may have any ratio: they cannot hurt. */
  inflateRatioGrace: number;
  /** Nested XML elements. Word tables inside tables reach 40; worksheets stay below 10. */
  xmlDepth: number;
  sheets: number;
  /** Non-blank cells of one file: 190 agencies × 4 appendices have together about 400,000. */
  cells: number;
  /**
   * Different texts of one file: the result of a province of 190 senders, its evidence sheets too, has below 20,000.
   */
  distinctTexts: number;
  /**
   * Cells of the tables of one Word document: 60,000 fill more than 500 pages, and each costs 2 KB while the document
   * is read.
   */
  documentCells: number;
  /** Merged areas of one sheet. */
  merges: number;
  /**
   * Cells that the merged areas of one sheet cover, those of the very large areas not counted: a form of 60 rows with
   * merged headers has about 100.
   */
  mergedCells: number;
  /**
   * Merged areas of more than 2,000 cells in one sheet (titles merged over whole rows): each is looked at for every
   * cell.
   */
  largeMerges: number;
  /**
   * Entries of `<cols>` in one sheet: a sheet has 16,384 columns and each belongs to one range (ECMA-376 part 1,
   * 18.3.1.13).
   */
  columnRanges: number;
  /** Shared strings of one file. */
  strings: number;
  /** Characters of one text. Excel stops at 32,767. */
  textLength: number;
  /**
   * Characters of all formulas written out from shared ones: 60,000 cells of one long formula would need gigabytes;
   * 100,000 usual ones of 40 need 4 million.
   */
  sharedFormulaText: number;
  /** Cell formats (xf), fonts, fills. Excel stops at 65,490 formats. */
  styles: number;
  /** Comments of one file. */
  comments: number;
  /** Files in an archive of files: a province has at most 190 senders with some files each. */
  archiveFiles: number;
  /** Inflated bytes of all files in an archive of files: 190 senders send together about 60 MB. */
  archiveBytes: number;
}

export const READ_LIMITS: Readonly<ReadLimits> = {
  fileBytes: 64 * 1024 * 1024,
  zipEntries: 4_000,
  partBytes: 128 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  inflateRatio: 250,
  inflateRatioGrace: 4 * 1024 * 1024,
  xmlDepth: 256,
  sheets: 500,
  cells: 1_000_000,
  distinctTexts: 100_000,
  documentCells: 60_000,
  merges: 100_000,
  mergedCells: 1_000_000,
  largeMerges: 500,
  columnRanges: 16_384,
  strings: 1_000_000,
  textLength: 131_072,
  sharedFormulaText: 6_000_000,
  styles: 70_000,
  comments: 100_000,
  archiveFiles: 1_000,
  archiveBytes: 128 * 1024 * 1024,
};
