/** The time a report covers, both days included, ISO ("2019-12-15"). */
export interface Period {
  from: string;
  to: string;
  /** "năm 2020", "Quý III/2020". */
  label: string;
}
