/** Days off and on of one year as announced (lịch nghỉ Tết, nghỉ lễ, hoán đổi ngày làm việc), kept in the register. */
export interface AnnouncedYear {
  year: number;
  /** Where it is written: "Thông báo số 5034/TB-BNV". */
  source?: string;
  /** ISO days off beside those of every year, or spans of them: "2026-02-16", "2026-02-16/2026-02-20". */
  off: string[];
  /** ISO days that are worked although they would be off: Saturdays that were swapped. */
  work: string[];
}
