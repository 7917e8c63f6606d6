import { ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { useDeliveryStrings } from '../strings/use-delivery-strings';
import type { Zoom } from './paper';

const useStyles = makeStyles({
  group: { display: 'flex', gap: tokens.spacingHorizontalXS },
  toggle: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
});

/** Whether pages fit the room there is, or are shown at their own size. */
export function ZoomChoice({ zoom, onChoose }: { zoom: Zoom; onChoose(zoom: Zoom): void }): React.JSX.Element {
  const t = useDeliveryStrings();
  const styles = useStyles();
  return (
    <div className={styles.group} role="group" aria-label={t.zoom.label}>
      {(['fit', 'full'] as const).map((z) => (
        <ToggleButton key={z} className={styles.toggle} size="small" checked={zoom === z} onClick={() => onChoose(z)}>
          {t.zoom[z]}
        </ToggleButton>
      ))}
    </div>
  );
}
