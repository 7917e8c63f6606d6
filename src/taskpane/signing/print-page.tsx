import { makeStyles } from '@fluentui/react-components';
import { memo, type CSSProperties } from 'react';
import type { PreviewPage, PreviewSheet } from '../../app/signing/preview-sheet';
import type { Style } from '../../core/model/output-plan';
import { Paper, type Zoom } from '../shared/paper';

/** What Excel keeps free at the sides of a cell. */
const PADDING = '2.5pt';
/** One step of indent in a cell. */
const INDENT_PT = 9;

const useStyles = makeStyles({ table: { borderCollapse: 'collapse', tableLayout: 'fixed', width: '100%' } });

interface Props {
  sheet: Omit<PreviewSheet, 'pages'>;
  page: PreviewPage;
  styles: Readonly<Record<string, Style>>;
  label: string;
  zoom: Zoom;
}

/** One printed page: the cells of the plan in their own looks on paper. */
export const PrintPage = memo(function PrintPage({ sheet, page, styles, label, zoom }: Props): React.JSX.Element {
  const s = useStyles();
  const all = sheet.widths.reduce((a, b) => a + b, 0);
  return (
    <Paper
      orientation={sheet.page.orientation}
      margins={sheet.page.margins}
      label={label}
      zoom={zoom}
      number={sheet.page.pageNumbers && page.number > 1 ? page.number : null}
    >
      <table className={s.table}>
        <colgroup>
          {sheet.widths.map((w, i) => (
            <col key={i} style={{ width: `${(w / all) * 100}%` }} />
          ))}
        </colgroup>
        <tbody>
          {page.rows.map((row, r) => (
            <tr key={r} style={{ height: `${row.height}pt` }}>
              {row.cells.map((cell, c) => (
                <td key={c} colSpan={cell.colSpan} rowSpan={cell.rowSpan} style={lookOf(styles[cell.style])}>
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
});

const looks = new WeakMap<Style, CSSProperties>();

function lookOf(style: Style | undefined): CSSProperties {
  if (!style) return {};
  let look = looks.get(style);
  if (!look) looks.set(style, (look = toCss(style)));
  return look;
}

function toCss({ font, align, border }: Style): CSSProperties {
  const indent = `calc(${PADDING} + ${(align.indent ?? 0) * INDENT_PT}pt)`;
  return {
    padding: `0 ${align.h === 'right' ? indent : PADDING} 0 ${align.h === 'left' ? indent : PADDING}`,
    textAlign: align.h,
    verticalAlign: align.v === 'center' ? 'middle' : align.v,
    whiteSpace: align.wrap ? 'pre-wrap' : 'pre',
    fontSize: `${font.size}pt`,
    lineHeight: 1.15,
    fontWeight: font.bold ? 700 : 400,
    fontStyle: font.italic ? 'italic' : 'normal',
    border: border ? '0.75pt solid #000' : 'none',
    fontVariantNumeric: 'lining-nums',
  };
}
