/** What an officer may choose for the result workbook. */
export interface PlanOptions {
  /** "Phụ lục II" (Nghị định 30/2020) or "Phụ lục 2" (as in the forms received). */
  numerals?: 'roman' | 'arabic';
  /** Where it is signed: "Khánh Hòa". Dots to fill in where absent. */
  place?: string;
  /** Whose report it goes with: "UBND tỉnh Khánh Hòa". Dots to fill in where absent. */
  issuer?: string;
  /**
   * Lines above the signature: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]. Dots to fill in where absent.
   */
  signers?: string[];
  /** Full name below the room for the signature; left to be written where absent. */
  signerName?: string;
  /**
   * Name of who drew up the form, at the left of the signature ("Người lập biểu"); "" for the heading alone; no such
   * block where absent.
   */
  preparer?: string;
  /** Number of the report that it goes with: "312/BC-UBND", or "312" alone; room to write it where absent. */
  reportNumber?: string;
  /**
   * ISO day on which the report is signed, for the reference line and above the signature; room to write it where
   * absent.
   */
  reportDate?: string;
  /** The appendices stand alone, to be signed: no comments, and no words about sheets that are not with them. */
  alone?: boolean;
  /**
   * Codes of agencies as their list has them; agencies stand side by side in this order, the others behind, as their
   * files came.
   */
  agencyOrder?: readonly string[];
  /** Path from the result workbook to the folder received, "" where they lie together; null: no links to files. */
  filesBase?: string | null;
}
