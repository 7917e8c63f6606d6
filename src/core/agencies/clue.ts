/** Where a clue to the sender was found. */
export type ClueKind = 'letterhead' | 'reference' | 'file-name' | 'sheet-name' | 'signature' | 'title';

/**
 * A piece of text that may name the sender.
 * letterhead: the lines at the top left, joined by line feeds ("UBND TỈNH KHÁNH HÒA\nSỞ TÀI CHÍNH");
 * reference: "(Đính kèm Báo cáo số 193/BC-STC ngày 25/11/2020)" or "Số: 193/BC-STC";
 * file-name: the file's name, folders before it allowed ("Cac so/02 So Tu phap.xlsx").
 */
export interface Clue {
  kind: ClueKind;
  text: string;
}
