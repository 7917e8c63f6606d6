import { megabytes, type keepingVi } from './keeping-vi';

const gb = (n: number, digits = 0): string => n.toLocaleString('en-GB', { maximumFractionDigits: digits });

export const keepingEn: typeof keepingVi = {
  more: (n, rest) => `Show ${gb(n)} more${rest > n ? ` (${gb(rest)} left)` : ''}`,
  drawing: 'Preparing…',
  whichFiles: 'Files to show',
  allFiles: 'All files',
  unnamedFiles: 'Sender not certain',
  caseNotKept:
    'The result is written, but the case could not be kept with the workbook; use “Save case” in the settings.',
  offer: (period) => (period ? `This workbook holds a case of ${period}` : 'This workbook holds a case'),
  offerWhat: (files, decisions) => `${gb(files)} source files, ${gb(decisions)} decisions.`,
  offerHint: 'Open it to go on. Writing a new result without opening it replaces it.',
  offerUnsaved: 'Unsaved decisions of this visit are replaced by those of the case.',
  takeUp: 'Open the case',
  filesTitle: (n) => `The case asks for ${gb(n)} source files`,
  filesHint:
    'A case does not keep the content of files: add them (or their folder) again to go on. Missing or changed ' +
    'ones will be told.',
  filesList: 'Show the list',
  filesSame: (n) => `All ${gb(n)} source files are here, unchanged since the case was saved.`,
  filesDiffer: (n, all) => `${gb(n)} of ${gb(all)} source files are missing or changed since the case was saved`,
  filesDifferHint: 'Decisions about their old content no longer hold. If files are missing, add them.',
  size: (bytes) => `${gb(megabytes(bytes), 1)} MB`,
  undoTitle: 'Undo steps in this workbook',
  undoNothing: 'This workbook keeps no undo steps.',
  undoHeld: (steps, sheets, size) =>
    `The workbook keeps ${gb(steps)} steps and ${gb(sheets)} put-aside sheets, about ${size} before packing. ` +
    'Steps older than 60 days go at the next write.',
  undoClear: 'Clear undo steps',
  undoSure: 'Afterwards nothing of this can be undone',
  undoSureText: 'Sheets in sight stay as they are; put-aside sheets are deleted for good.',
  undoClearNow: 'Clear',
  undoKeep: 'Keep',
  undoCleared: (steps, size) =>
    `${gb(steps)} steps cleared, about ${size}. Save the workbook to make the file smaller.`,
  leftOut: (n) => `${gb(n)} files that are no reports were left out`,
  leftOutHint: 'Excel, Word (.docx), OpenDocument, CSV and web pages are read, and .zip archives of them.',
  leftOutCase: 'A case (.json) is opened in the settings, “Open case”.',
};
