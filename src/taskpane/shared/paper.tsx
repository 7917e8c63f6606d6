import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/** A4 in CSS pixels (96 to the inch). */
const PX_PER_MM = 96 / 25.4;
const [SHORT, LONG] = [210 * PX_PER_MM, 297 * PX_PER_MM];

export type Zoom = 'fit' | 'full';

const useStyles = makeStyles({
  frame: {
    minWidth: 0,
    overflowX: 'auto',
    outlineStyle: 'none',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  // Paper is white under every theme, as it will be on the desk.
  paper: {
    position: 'relative',
    boxSizing: 'border-box',
    margin: '0 auto',
    backgroundColor: '#fff',
    color: '#000',
    colorScheme: 'light',
    forcedColorAdjust: 'none',
    boxShadow: tokens.shadow4,
    border: '1px solid #c8c8c8',
    fontFamily: "'Times New Roman', Tinos, 'Liberation Serif', serif",
    overflowWrap: 'break-word',
  },
  number: {
    position: 'absolute',
    top: '10mm',
    left: 0,
    right: 0,
    textAlign: 'center',
    fontSize: '13pt',
    lineHeight: 1,
  },
});

interface Props {
  orientation: 'portrait' | 'landscape';
  /** Millimetres. */
  margins: { top: number; bottom: number; left: number; right: number };
  label: string;
  zoom: Zoom;
  /** Printed at the top. */
  number?: number | null;
  /** May grow beyond one page. */
  growing?: boolean;
  children: ReactNode;
}

/** A sheet of A4 as wide as there is room for, or at its own size within a scrolled frame. */
export function Paper({ orientation, margins, label, zoom, number, growing, children }: Props): React.JSX.Element {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const room = useWidth(frame);
  const [width, height] = orientation === 'landscape' ? [LONG, SHORT] : [SHORT, LONG];
  const scale = zoom === 'full' || room === 0 ? 1 : Math.min(1, (room - 2) / width);
  const { top, bottom, left, right } = margins;
  return (
    <div
      ref={frame}
      className={styles.frame}
      role="group"
      aria-label={label}
      tabIndex={scale === 1 && width > room ? 0 : undefined}
    >
      <div
        className={mergeClasses(styles.paper)}
        style={{
          zoom: scale,
          width,
          [growing ? 'minHeight' : 'height']: height,
          overflow: growing ? undefined : 'hidden',
          padding: `${top}mm ${right}mm ${bottom}mm ${left}mm`,
        }}
      >
        {number !== null && number !== undefined && <div className={styles.number}>{number}</div>}
        {children}
      </div>
    </div>
  );
}

/** Inner width of an element, now and when it changes; 0 until it is known. */
function useWidth(ref: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
