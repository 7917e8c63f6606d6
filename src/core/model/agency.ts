/** province: sở, ban, ngành and the province's own bodies; district: until 30/6/2025; commune: xã, phường, đặc khu. */
export type Level = 'province' | 'district' | 'commune';

/** One sender, from the register (danh mục). */
export interface Agency {
  code: string;
  name: string;
  level: Level;
}

/** Who sent a file, and how sure that is. */
export interface AgencyMatch {
  agency: Agency | null;
  /** 0 to 1. */
  score: number;
  /** What named it: "Tên cơ quan ở đầu trang: SỞ TÀI CHÍNH". */
  because: string[];
  /** Others that came close, best first; with `agency` null these are what a person should choose from. */
  candidates: { agency: Agency; score: number }[];
  /** 'agreed': all clues say the same; 'doubtful': clues disagree or two agencies are close; 'unknown': no clue. */
  state: 'agreed' | 'doubtful' | 'unknown';
}

/**
 * What a file says of its sender, made comparable with files of other periods: folded words without numbering, dates
 * and report words. "02 Sở Tư pháp - quý 3.2020.xlsx" has the file name "sở tư pháp". Empty or absent where it says
 * nothing, or several things.
 */
export interface SenderMarks {
  fileName: string;
  /** The folder it lay in, where that says who: "sở y tế". */
  folder?: string;
  letterhead?: string;
  symbol?: string;
}
