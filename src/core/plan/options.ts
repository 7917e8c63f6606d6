import type { SheetChoices } from '../model/case';

/** What is chosen for the result workbook: by the officer, and by how it is made. */
export interface PlanOptions extends SheetChoices {
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
