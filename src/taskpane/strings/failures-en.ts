import type { failuresVi } from './failures-vi';

const gb = (n: number): string => n.toLocaleString('en-GB');

export const failuresEn: typeof failuresVi = {
  again: 'Try again',
  answer: (detail) =>
    'This could not be fetched; the files received and the decisions are as they were. Please try again. If it still ' +
    `fails, save the case in the settings and load the page again. Code: ${detail}`,
  runTitle: 'Not consolidated',
  run: (detail) =>
    'There is no result for the files and decisions as they are now, so no figure is shown. Files and decisions are ' +
    `as they were. Please try again. Code: ${detail}`,
  workbook: (detail) =>
    'The work on the open workbook was stopped by an error; it is not known whether the workbook ' +
    'changed. Please look ' +
    `at it, undo what is not wanted, and try again. Code: ${detail}`,
  check: (detail) => `Not checked; the workbook is as it was. Please check again. Code: ${detail}`,
  blank: (detail) => `The form was not inserted; the workbook is as it was. Please try again. Code: ${detail}`,
  blankUnknown: 'no such form',
  decide: (detail) =>
    `The decision was not written into the journal; the result is as it was. Try again. Code: ${detail}`,
  openCase: (detail) => `The case was not opened; your work is as it was. Code: ${detail}`,
  saveCaseTitle: 'The case was not saved',
  saveCase: (detail) => `No file was saved. Please try again. Code: ${detail}`,
  settleCase: (detail) => `What was filled in for the set to sign was not written into the case. Code: ${detail}`,
  decidedNotRun: 'Written into the journal, but not consolidated anew.',
  notPlanned: (detail) => `The result could not be prepared, so nothing was written. Please try again. Code: ${detail}`,
  sourcesNotKept: (detail) =>
    `The result is written, but the sources of its figures were not kept; write once more to keep ` +
    `them. Code: ${detail}`,
  noDownload: (detail) => `The file was not made, so nothing was downloaded. Please try again. Code: ${detail}`,
  sources: (detail) => `The sources of this figure were not found. Please select the cell again. Code: ${detail}`,
  remember: (detail) => `The decision is written, but the sender is not remembered for later cases. Code: ${detail}`,
  readFile: (name, detail) => `“${name}” could not be read. Please choose it again. Code: ${detail}`,
  noSteps: 'There is nothing left to undo.',
  undoAnyway: 'Undo all the same',
  keptCase: (detail) =>
    `It is not known whether this workbook holds a case; if so, writing a new result replaces it. ${detail}`,
  partTitle: 'This part of the page could not be opened',
  partGone:
    'A part of the program could not be loaded: the connection may be down, or the page was just ' +
    'updated. Your work is ' +
    'as it was. Please try again; if that does not help, load the page again.',
  partFailed: (detail) =>
    'This part failed and cannot be shown. Your work is as it was. Please try again; if that does not help, load the ' +
    `page again. Code: ${detail}`,
  reload: 'Load the page again',
  reloadKeeps: (files) =>
    `The decisions and the ${gb(files)} files received are put down on this computer, opened again right after, and ` +
    'then deleted there.',
  notKeptTitle: 'The browser cannot keep the files received',
  notKept: (files) =>
    `If the page is loaded again now, the ${gb(files)} files have to be added again and unsaved ` +
    `decisions may be lost. ` +
    'Please save the case in the settings first.',
  reloadAnyway: 'Load again all the same',
  stay: 'Cancel',
  takenUp: (files) => `The page was loaded again with the decisions and ${gb(files)} files. The copy was deleted.`,
  takenUpNoCase: (files) =>
    `The page was loaded again with ${gb(files)} files, but without the decisions. Please open the saved case.`,
  queued: (n) => `${gb(n)} more waiting`,
  same: (n) => `${gb(n)} files are here already and were left out.`,
  unread: (done, all) => `${gb(done)} of ${gb(all)} files were read.`,
};
