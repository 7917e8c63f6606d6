import { BorderStyle, Paragraph, TableRow, type ISectionOptions, type Table } from 'docx';
import type { Letter, LetterPart } from '../../core/model/letter';
import type { PagePlan } from '../../core/model/output-plan';
import { section, textWidth } from './page';
import { fixedTable, shares, tableCell } from './tables';
import { paragraph, run, type Look } from './words';

/** Margins of Nghị định 30/2020: top and bottom 20–25 mm, left 30–35, right 15–20. */
const PAGE: PagePlan = {
  orientation: 'portrait',
  fitWidth: true,
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  pageNumbers: true,
};
/**
 * Sizes of Nghị định 30/2020, annex I: 12–13 for names of bodies and the state's name, 13–14 for motto, date, body and
 * signature.
 */
const [NAMES, MOTTO, BODY, RECEIVERS] = [12, 13, 14, 11];
/** First lines stand in by 10 mm (1–1,27 cm in Nghị định 30/2020). */
const INDENT = 567;
/** Empty lines for the signature. */
const SIGNATURE_ROOM = 4;
/** Shares of the two columns at the top and at the bottom of a letter. */
const [LEFT, RIGHT] = [38, 62];

/** An official letter: state's name and motto, sender, number, subject, addressee, body, receivers and signature. */
export function letterSection(letter: Letter): ISectionOptions {
  const width = textWidth(PAGE);
  return section(PAGE, [
    head(letter, width),
    new Paragraph({
      alignment: 'center',
      spacing: { before: 240, after: 120 },
      children: [run('Kính gửi: ', { size: BODY }), run(letter.to, { size: BODY })],
    }),
    ...letter.body.map(bodyPart),
    paragraph('', { size: 8 }, { keepNext: true }),
    foot(letter, width),
  ]);
}

function head(letter: Letter, width: number): Table {
  const [left = 0, right = 0] = shares([LEFT, RIGHT], width);
  const centered = (text: string, look: Omit<Look, 'align'>): Paragraph =>
    paragraph(text, { ...look, align: 'center' });
  const sender = letter.superior ? [centered(letter.superior, { size: NAMES })] : [];
  return fixedTable(
    [left, right],
    [
      new TableRow({
        children: [
          tableCell([...sender, centered(letter.issuer, { size: NAMES, bold: true }), rule(left, 0.4)], left, {
            top: true,
          }),
          tableCell(
            [
              centered('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: NAMES, bold: true }),
              centered('Độc lập - Tự do - Hạnh phúc', { size: MOTTO, bold: true }),
              rule(right, 0.56),
            ],
            right,
            { top: true },
          ),
        ],
      }),
      new TableRow({
        children: [
          tableCell(
            [centered(letter.symbol, { size: MOTTO, before: 4 }), centered(letter.subject, { size: NAMES, before: 4 })],
            left,
            { top: true },
          ),
          tableCell([centered(letter.placeDate, { size: MOTTO, italic: true, before: 4 })], right, { top: true }),
        ],
      }),
    ],
    false,
  );
}

/** The short line under a name: a paragraph of one point whose lower edge is drawn over a share of the column. */
function rule(width: number, share: number): Paragraph {
  const side = Math.round((width * (1 - share)) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { line: 40, lineRule: 'exact' },
    children: [run('', { size: 1 })],
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
  });
}

function bodyPart(part: LetterPart): Paragraph {
  const look: Look = { size: BODY, align: 'both', before: 3, after: 3, bold: part.kind === 'heading' };
  return paragraph(part.text, look, { indent: { firstLine: INDENT }, keepNext: part.kind === 'heading' });
}

function foot(letter: Letter, width: number): Table {
  const [left = 0, right = 0] = shares([46, 54], width);
  const receivers = [
    paragraph('Nơi nhận:', { size: NAMES, bold: true, italic: true }),
    ...letter.receivers.map((r) => paragraph(`- ${r}`, { size: RECEIVERS })),
  ];
  const centered = (text: string, i: number): Paragraph =>
    paragraph(text, { size: MOTTO, bold: true, align: 'center', before: i === 0 ? 0 : 1 }, { keepNext: true });
  const signature = [...letter.signers, ...Array<string>(SIGNATURE_ROOM).fill(''), letter.signerName ?? ''].map(
    centered,
  );
  return fixedTable(
    [left, right],
    [
      new TableRow({
        cantSplit: true,
        children: [tableCell(receivers, left, { top: true }), tableCell(signature, right, { top: true })],
      }),
    ],
    false,
  );
}
