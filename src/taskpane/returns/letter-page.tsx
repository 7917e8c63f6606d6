import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Letter } from '../../core/model/letter';
import { Paper, type Zoom } from '../shared/paper';

/** Margins of Nghị định 30/2020 in millimetres, as the document has them. */
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };

const useStyles = makeStyles({
  columns: { display: 'grid', gridTemplateColumns: '38fr 62fr', textAlign: 'center', alignItems: 'start' },
  foot: { gridTemplateColumns: '46fr 54fr', marginTop: '10pt', textAlign: 'left' },
  line: { margin: 0, lineHeight: 1.15 },
  names: { fontSize: '12pt' },
  motto: { fontSize: '13pt' },
  bold: { fontWeight: 700 },
  italic: { fontStyle: 'italic' },
  rule: { height: 0, borderTop: '0.75pt solid #000', margin: '2pt auto 0' },
  shortRule: { width: '40%' },
  longRule: { width: '56%' },
  below: { marginTop: '4pt' },
  to: { textAlign: 'center', fontSize: '14pt', margin: '12pt 0 6pt' },
  part: {
    fontSize: '14pt',
    lineHeight: 1.15,
    textAlign: 'justify',
    textIndent: '10mm',
    margin: '3pt 0',
    whiteSpace: 'pre-wrap',
  },
  receivers: { fontSize: '11pt' },
  sign: { textAlign: 'center', fontSize: '13pt', fontWeight: 700 },
  room: { height: '60pt' },
});

/** The letter as Word will show it; long ones run on below. */
export function LetterPage({ letter, label, zoom }: { letter: Letter; label: string; zoom: Zoom }): React.JSX.Element {
  const s = useStyles();
  return (
    <Paper orientation="portrait" margins={MARGINS} label={label} zoom={zoom} growing>
      <div className={s.columns}>
        <div>
          {letter.superior && <p className={mergeClasses(s.line, s.names)}>{letter.superior}</p>}
          <p className={mergeClasses(s.line, s.names, s.bold)}>{letter.issuer}</p>
          <div className={mergeClasses(s.rule, s.shortRule)} />
        </div>
        <div>
          <p className={mergeClasses(s.line, s.names, s.bold)}>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
          <p className={mergeClasses(s.line, s.motto, s.bold)}>Độc lập - Tự do - Hạnh phúc</p>
          <div className={mergeClasses(s.rule, s.longRule)} />
        </div>
        <div className={s.below}>
          <p className={mergeClasses(s.line, s.motto)} style={{ whiteSpace: 'pre-wrap' }}>
            {letter.symbol}
          </p>
          <p className={mergeClasses(s.line, s.names, s.below)}>{letter.subject}</p>
        </div>
        <p className={mergeClasses(s.line, s.motto, s.italic, s.below)} style={{ whiteSpace: 'pre-wrap' }}>
          {letter.placeDate}
        </p>
      </div>
      <p className={s.to}>Kính gửi: {letter.to}</p>
      {letter.body.map((part, i) => (
        <p key={i} className={mergeClasses(s.part, part.kind === 'heading' && s.bold)}>
          {part.text}
        </p>
      ))}
      <div className={mergeClasses(s.columns, s.foot)}>
        <div>
          <p className={mergeClasses(s.line, s.names, s.bold, s.italic)}>Nơi nhận:</p>
          {letter.receivers.map((r, i) => (
            <p key={i} className={mergeClasses(s.line, s.receivers)}>
              - {r}
            </p>
          ))}
        </div>
        <div className={s.sign}>
          {letter.signers.map((line, i) => (
            <p key={i} className={s.line}>
              {line}
            </p>
          ))}
          <div className={s.room} />
          <p className={s.line}>{letter.signerName}</p>
        </div>
      </div>
    </Paper>
  );
}
