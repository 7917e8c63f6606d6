import {
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  AlignmentType,
  SectionType,
  type ISectionOptions,
} from 'docx';
import type { PagePlan } from '../../core/model/output-plan';
import { FONT } from './words';

/** A4, in twentieths of a point (dxa), upright: 210 × 297 mm. */
const [A4_WIDTH, A4_HEIGHT] = [11_906, 16_838];
const PER_MM = 1_440 / 25.4;
/** Distance of the page number from the edge of the paper. */
const HEADER_MM = 10;

const dxa = (mm: number): number => Math.round(mm * PER_MM);

/** Width between the margins in dxa: 14,854 for A4 landscape with 30 and 15 mm is 14,287. */
export function textWidth(page: PagePlan): number {
  return (page.orientation === 'landscape' ? A4_HEIGHT : A4_WIDTH) - dxa(page.margins.left) - dxa(page.margins.right);
}

/**
 * A section on paper of its own: margins, and page numbers from 1 at the top centre, size 13, not on its first page.
 */
export function section(page: PagePlan, children: ISectionOptions['children']): ISectionOptions {
  const { top, bottom, left, right } = page.margins;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          width: A4_WIDTH,
          height: A4_HEIGHT,
          orientation: page.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: dxa(top),
          bottom: dxa(bottom),
          left: dxa(left),
          right: dxa(right),
          header: dxa(HEADER_MM),
          footer: dxa(HEADER_MM),
          gutter: 0,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({ children: page.pageNumbers ? [pageNumber()] : [new Paragraph({})] }),
      first: new Header({ children: [new Paragraph({})] }),
    },
    children,
  };
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 26 })],
  });
}
