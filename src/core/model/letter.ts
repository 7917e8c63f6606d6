/** One line of an official letter's body. heading: "1. Nội dung đề nghị chỉnh sửa"; item: one entry of a list. */
export interface LetterPart {
  kind: 'paragraph' | 'heading' | 'item';
  text: string;
}

/** An official letter (công văn) in the parts that Nghị định 30/2020 names; how it looks is the writer's. */
export interface Letter {
  /** The body above the sender: "UBND TỈNH KHÁNH HÒA"; null where it has none. */
  superior: string | null;
  /** Who sends it, capitals: "SỞ NỘI VỤ". */
  issuer: string;
  /** "Số:          /SNV-CCHC". */
  symbol: string;
  /** "V/v đề nghị rà soát, chỉnh sửa số liệu phụ lục báo cáo CCHC năm 2020". */
  subject: string;
  /** "Khánh Hòa, ngày      tháng      năm 20…". */
  placeDate: string;
  /** Whom it is for: "Sở Công Thương". */
  to: string;
  body: LetterPart[];
  /** "Nơi nhận": "Như trên". */
  receivers: string[];
  /** Lines above the signature: "GIÁM ĐỐC". */
  signers: string[];
  /** Full name below the signature, or null where it is filled in by hand. */
  signerName: string | null;
}
