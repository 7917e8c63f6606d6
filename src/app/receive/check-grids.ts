import { areaName } from '../../core/model/address';
import type { Grid } from '../../core/model/grid';
import { toFindings } from '../../core/validate/to-findings';
import { validate } from '../../core/validate/run';
import { formName } from '../results/file-view';
import { issuesInPeriod } from '../consolidate/issues-in-period';
import { describe, type ReceiveOptions } from './receive-file';
import { repairOffers, type RepairOffer } from './repair-offers';
import { sortFindings } from '../consolidate/sort-findings';
import type { Finding } from '../../core/model/finding';

/** Rules about a file among others, which say nothing about a workbook that is being filled in. */
const NOT_IN_PLACE: ReadonlySet<string> = new Set(['agency-unknown', 'agency-ambiguous', 'no-appendix']);

/** Checks the workbook that is open: its appendices, findings worst first, and what could be mended in place. */
export function checkGrids(name: string, grids: readonly Grid[], options: ReceiveOptions): CheckView {
  const file = describe(name, '', { grids: [...grids], issues: [] }, options);
  const sender = file.agency.agency?.name ?? null;
  const period = options.period ?? file.period;
  const found = validate({ name: sender ?? name, appendices: file.appendices, period });
  const issues = [
    ...file.issues.filter((i) => !NOT_IN_PLACE.has(i.rule)),
    ...file.appendices.flatMap((a) => issuesInPeriod(a, period, options.templates)),
    ...found,
  ];
  return {
    appendices: file.appendices.map((a) => ({
      template: a.template,
      short: formName(a.template),
      name: options.templates.find((t) => t.id === a.template)?.name ?? a.template,
      sheet: a.sheet,
      range: areaName(a.area),
      empty: a.empty,
    })),
    agency: sender,
    findings: sortFindings(toFindings(issues, [{ name: sender ?? name, appendices: file.appendices }])),
    repairs: repairOffers(file.appendices, issues, options.templates),
  };
}

/** What the open workbook holds and what is to be said about it. */
export interface CheckView {
  appendices: { template: string; short: string; name: string; sheet: string; range: string; empty: boolean }[];
  agency: string | null;
  findings: Finding[];
  repairs: RepairOffer[];
}
