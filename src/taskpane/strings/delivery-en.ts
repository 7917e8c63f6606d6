import type { SignNote } from '../../app/signing/sign-notes';
import type { DeliveryStrings } from './delivery-vi';

const count = (n: number): string => n.toLocaleString('en-GB');
const of = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;
const NOTES: Record<SignNote['kind'], (n: number) => string> = {
  errors: (n) => `${of(n, 'error')} neither mended nor accepted`,
  pending: (n) => `${of(n, 'later version')} not yet looked at`,
  missing: (n) => `${of(n, 'agency', 'agencies')} of the list sent nothing`,
  'not-approved': (n) => `${of(n, 'agency', 'agencies')} not approved`,
  'rules-off': (n) => `${of(n, 'rule')} switched off`,
  adjusted: (n) => `${of(n, 'figure')} adjusted by hand`,
};
/** Names told in one sentence. */
const NAMES = 5;

export const deliveryEn: DeliveryStrings = {
  back: 'Back',
  zoom: { label: 'Page size', fit: 'Fit', full: 'Actual size' },
  pageOf: (name, n, all) => `${name}, page ${n} of ${all}`,
  failed: (detail) => `That did not work; your files are unchanged. Please try again. Code: ${detail}`,
  returns: {
    title: 'Return to agencies',
    lead:
      'One set per agency: a copy of its own file with notes on the cells, an official letter and a short message. ' +
      'The figures in the copy stay as they were sent.',
    noneTitle: 'Nothing to return',
    none: 'No agency has errors or anything to explain.',
    summary: (wrong, asked) =>
      [
        `${of(wrong, 'agency', 'agencies')} with errors`,
        ...(asked > 0 ? [`${count(asked)} with questions only`] : []),
      ].join(' · '),
    withQuestions: 'Also those with questions only',
    all: (n) => `Download ${of(n, 'set')} (.zip)`,
    recordAll: (n) => `Record ${of(n, 'agency', 'agencies')} as returned`,
    recordAbout: (agencies, files) =>
      `${of(agencies, 'agency', 'agencies')}, ${of(files, 'file')}. Their figures do not count until they send again.`,
    working: (done, total, name) => `Making ${count(done + 1)} of ${count(total)}: ${name}`,
    packing: 'Packing…',
    stop: 'Stop',
    stopped: 'Stopped; nothing was downloaded.',
    made: (agencies, files) => `${of(files, 'file')} for ${of(agencies, 'agency', 'agencies')} went to your downloads.`,
    nothingMade: 'No set could be made.',
    leftTitle: (n) => `${of(n, 'agency', 'agencies')} could not be done`,
    why: {
      absent: 'the file is not at hand in this session; please add it again on “Merge”',
      unreadable: 'the file cannot be opened any more; please add it again on “Merge”',
      changed: 'the file is not what was read, so it was not used; please add it again to have it checked',
    },
    listed: (files) => `No notes could be put into these files, so a list (.docx) takes their place: ${files}.`,
    letterHead: 'What the letter says',
    letterHint:
      'Kept on this computer, but for the deadline. Where a field is empty the letter says what stands there in ' +
      'grey, or leaves room.',
    fields: {
      superior: 'Superior body',
      issuer: 'Sender',
      symbol: 'Symbol',
      place: 'Place',
      deadline: 'To be sent again by',
      signers: 'Titles of the signer, one per line',
      signerName: 'Name of the signer',
    },
    examples: {
      superior: 'e.g. UBND tỉnh …',
      issuer: 'Sở Nội vụ',
      symbol: 'e.g. SNV-CCHC',
      place: 'e.g. Khánh Hòa',
      deadline: 'e.g. 05/12/2020',
      signers: 'GIÁM ĐỐC',
      signerName: '',
    },
    agencies: 'Agencies',
    search: 'Find an agency',
    shown: (n, all) => (n === all ? of(n, 'agency', 'agencies') : `${count(n)} of ${count(all)} agencies`),
    errors: (n) => of(n, 'error'),
    questions: (n) => of(n, 'question'),
    returned: 'returned',
    choose: 'Choose an agency to see its letter and cells.',
    toList: 'All agencies',
    parts: { label: 'What goes back', letter: 'Letter', message: 'Message', cells: (n) => `Cells (${count(n)})` },
    one: 'Download the set (.zip)',
    record: 'Record as returned',
    recordFor: (name) => `Record as returned: ${name}`,
    approved: 'Approved and therefore locked; reopen it on “Submissions” before returning it.',
    copyMessage: 'Copy message',
    copyLetter: 'Copy letter',
    copied: 'Copied.',
    byHand: 'The browser does not allow copying here. Press Ctrl+C to copy what is selected.',
    kind: { error: 'To mend', question: 'To explain' },
    place: (sheet, cell) => [sheet && `sheet “${sheet}”`, cell && `cell ${cell}`].filter(Boolean).join(', '),
    figures: (actual, expected) =>
      [actual && `sent ${actual}`, expected && `held against ${expected}`].filter(Boolean).join(', '),
    zipName: 'Tra lai don vi',
    letterPage: (name) => `Letter to ${name}`,
  },
  sign: {
    title: 'Set to sign',
    lead:
      'The appendices in their official layout (Decree 30/2020), to be printed and signed with the report. The ' +
      'pages below are a likeness; the file is what gets printed.',
    before: 'Before signing',
    nothingToSay: 'No open errors, nothing waiting, every agency approved.',
    note: ({ kind, count: n, names }) => {
      const who = names.length > 0 ? `: ${names.slice(0, NAMES).join('; ')}` : '';
      return `${NOTES[kind](n)}${who}${names.length > NAMES ? ` and ${count(names.length - NAMES)} more` : ''}.`;
    },
    blocked: {
      proof: 'The proof does not close, so there is no set to sign. See “Merge”.',
      nothing: 'There is no appendix yet.',
    },
    form: 'Filled in',
    formHint:
      'Kept with the case and on this computer (but for number and date). What is left empty is left to be ' +
      'written by hand.',
    numerals: 'Numbering',
    roman: 'Roman: Phụ lục II (Decree 30/2020)',
    arabic: 'Arabic: Phụ lục 2 (as in the forms)',
    issuer: 'Issuer of the report',
    place: 'Place',
    reportNumber: 'Report number',
    reportDate: 'Date of signing',
    dateWrong: 'Write the day as 15/12/2020.',
    signers: 'Titles of the signer, one per line',
    signerName: 'Name of the signer',
    withPreparer: 'With “Người lập biểu”',
    preparer: 'Name of who drew it up',
    examples: {
      issuer: 'e.g. UBND tỉnh …',
      place: 'e.g. Khánh Hòa',
      reportNumber: 'e.g. 312/BC-UBND',
      reportDate: 'e.g. 15/12/2020',
      signers: 'e.g.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
    },
    xlsx: 'Download for Excel (.xlsx)',
    docx: 'Download for Word (.docx)',
    working: 'Making the set…',
    done: (name) => `“${name}” went to your downloads.`,
    pages: 'Print preview',
    sheets: 'Appendix',
    drawing: 'Drawing pages…',
  },
};
