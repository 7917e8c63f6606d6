import type { Letter } from '../../core/model/letter';

/** Width of the plain text in characters; two columns of a letter's head fit into it. */
const WIDTH = 96;

/** The letter as plain text, to be pasted where a document cannot go. */
export function letterText(letter: Letter): string {
  const lines = [
    twoColumns(letter.superior ?? letter.issuer, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    twoColumns(letter.superior ? letter.issuer : '', 'Độc lập - Tự do - Hạnh phúc'),
    twoColumns(letter.symbol, letter.placeDate),
    letter.subject,
    '',
    `Kính gửi: ${letter.to}`,
    '',
    ...letter.body.map((part) => part.text),
    '',
    'Nơi nhận:',
    ...letter.receivers.map((r) => `- ${r}`),
    '',
    ...letter.signers,
    ...(letter.signerName ? ['', letter.signerName] : []),
  ];
  return `${lines.join('\n').normalize('NFC')}\n`;
}

function twoColumns(left: string, right: string): string {
  return left.padEnd(Math.max(left.length + 2, WIDTH - right.length)) + right;
}
