import type { OutputPlan } from '../../core/model/output-plan';
import type { Period } from '../../core/model/period';
import { planAppendix } from '../../core/plan/plan-appendix';
import { STYLES } from '../../core/plan/styles';
import type { Template } from '../../core/templates/schema';
import { shortName } from '../../core/templates/form-name';

/** A sheet with an empty form to fill in: "Mẫu Phụ lục 2". */
export function blankForm(template: Template, period: Period | null): OutputPlan {
  const name = `Mẫu ${shortName(template)}`.slice(0, 31);
  const { figures: _none, ...sheet } = planAppendix(
    template,
    { template: template.id, version: template.version, rows: [], from: [] },
    period,
    name,
  );
  return { title: name, styles: STYLES, sheets: [sheet] };
}
