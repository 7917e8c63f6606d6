import type { Rule } from './rule';
import { agencyAmbiguous } from './rules/agency-ambiguous';
import { agencyUnknown } from './rules/agency-unknown';
import { cellComment } from './rules/cell-comment';
import { controlTotalDiffers } from './rules/control-total-differs';
import { crossAppendix } from './rules/cross-appendix';
import { dateOutOfPeriod } from './rules/date-out-of-period';
import { dateUnreadable } from './rules/date-unreadable';
import { decisionOutdated } from './rules/decision-outdated';
import { differsBetweenUnits } from './rules/differs-between-units';
import { doesNotClose } from './rules/does-not-close';
import { doubleCounting } from './rules/double-counting';
import { duplicateRow } from './rules/duplicate-row';
import { duplicateSubmission } from './rules/duplicate-submission';
import { externalLink } from './rules/external-link';
import { fileEncrypted } from './rules/file-encrypted';
import { fileMisnamed } from './rules/file-misnamed';
import { fileTooLarge } from './rules/file-too-large';
import { fileUnreadable } from './rules/file-unreadable';
import { fileUnsupported } from './rules/file-unsupported';
import { formulaError } from './rules/formula-error';
import { hiddenData } from './rules/hidden-data';
import { missingColumn } from './rules/missing-column';
import { missingRow } from './rules/missing-row';
import { missingSplit } from './rules/missing-split';
import { missingSubmission } from './rules/missing-submission';
import { negativeNumber } from './rules/negative-number';
import { noAppendix } from './rules/no-appendix';
import { objectNotRead } from './rules/object-not-read';
import { ownOutput } from './rules/own-output';
import { notANumber } from './rules/not-a-number';
import { notAnInteger } from './rules/not-an-integer';
import { notApplicable } from './rules/not-applicable';
import { notFilled } from './rules/not-filled';
import { noteContradicts } from './rules/note-contradicts';
import { numberAsText } from './rules/number-as-text';
import { partExceedsWhole } from './rules/part-exceeds-whole';
import { percentMismatch } from './rules/percent-mismatch';
import { percentOver100 } from './rules/percent-over-100';
import { periodMismatch } from './rules/period-mismatch';
import { ruleNotRun } from './rules/rule-not-run';
import { sourceChanged } from './rules/source-changed';
import { sumLevels } from './rules/sum-levels';
import { templateUncertain } from './rules/template-uncertain';
import { textRepaired } from './rules/text-repaired';
import { totalRow } from './rules/total-row';
import { unknownColumn } from './rules/unknown-column';
import { unitDiffers } from './rules/unit-differs';
import { unknownRow } from './rules/unknown-row';

/** Every rule, in the order in which lists show them. A new rule is its file in rules/, its line here, its test. */
export const rules: readonly Rule[] = [
  sumLevels,
  partExceedsWhole,
  percentMismatch,
  percentOver100,
  crossAppendix,
  totalRow,
  notANumber,
  notAnInteger,
  unitDiffers,
  negativeNumber,
  numberAsText,
  missingRow,
  unknownRow,
  duplicateRow,
  missingColumn,
  unknownColumn,
  missingSplit,
  notFilled,
  notApplicable,
  noteContradicts,
  dateUnreadable,
  dateOutOfPeriod,
  formulaError,
  hiddenData,
  externalLink,
  cellComment,
  objectNotRead,
  differsBetweenUnits,
  controlTotalDiffers,
  agencyUnknown,
  agencyAmbiguous,
  periodMismatch,
  duplicateSubmission,
  doubleCounting,
  doesNotClose,
  sourceChanged,
  decisionOutdated,
  missingSubmission,
  noAppendix,
  ownOutput,
  templateUncertain,
  textRepaired,
  ruleNotRun,
  fileMisnamed,
  fileUnreadable,
  fileEncrypted,
  fileTooLarge,
  fileUnsupported,
];
