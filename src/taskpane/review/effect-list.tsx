import { mergeClasses } from '@fluentui/react-components';
import type { EffectLine } from '../../app/review/figure-names';
import { MoreRows } from '../shared/more-rows';
import { useGrowing } from '../shared/use-growing';
import { useReviewStrings } from '../strings/use-review-strings';
import { change, sides } from './figures';
import { usePanelStyles } from '../shared/panel-styles';

/** Figures of the province, before and after; four columns that fit a narrow pane. */
export function EffectList({
  lines,
  head,
  label,
}: {
  lines: readonly EffectLine[];
  head: readonly string[];
  label: string;
}): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const growing = useGrowing(lines.length, lines);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {head.map((h, i) => (
              <th key={h} scope="col" className={mergeClasses(styles.th, i > 0 && styles.over)}>
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, growing.shown).map((l) => {
            const [before, after] = sides(l.before, l.after, t.nothing);
            const form = typeof (l.after ?? l.before) === 'string' ? styles.text : styles.number;
            return (
              <tr key={`${l.template}/${l.row}/${l.column}`}>
                <th scope="row" className={mergeClasses(styles.td, styles.row)}>
                  {l.short} · {l.place}
                  <span className={styles.label}>{l.label}</span>
                </th>
                <td className={mergeClasses(styles.td, form, styles.old)}>{before}</td>
                <td className={mergeClasses(styles.td, form, styles.strong)}>{after}</td>
                {head.length > 3 && (
                  <td className={mergeClasses(styles.td, styles.number)}>{change(l.before, l.after)}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <MoreRows growing={growing} />
    </div>
  );
}
