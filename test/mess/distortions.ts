import type { Distortion } from './mess';
import { columnDistortions } from './distort/columns';
import { figureDistortions } from './distort/figures';
import { headerDistortions } from './distort/header';
import { labelDistortions } from './distort/labels';
import { numberingDistortions } from './distort/numbering';
import { meaningDistortions } from './distort/meaning';
import { rowDistortions } from './distort/rows';
import { surroundingDistortions } from './distort/surroundings';
import { titleDistortions } from './distort/title';

/** Every known way in which a file goes wrong, in the order of the report. */
export const distortions: readonly Distortion[] = [
  ...titleDistortions,
  ...surroundingDistortions,
  ...numberingDistortions,
  ...headerDistortions,
  ...labelDistortions,
  ...rowDistortions,
  ...meaningDistortions,
  ...columnDistortions,
  ...figureDistortions,
];
