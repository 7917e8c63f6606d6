import { Button, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { AT, queryOf } from '../shared/breakpoints';
import { useMedia } from '../shared/use-media';
import { useStrings } from '../strings/use-strings';
import type { Screen } from './screen';

const useStyles = makeStyles({
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 10,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} 0 ${tokens.spacingHorizontalM}`,
    [AT.wide]: { padding: `0 ${tokens.spacingHorizontalL}`, minHeight: '48px', flexWrap: 'nowrap' },
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    flexGrow: 1,
    whiteSpace: 'nowrap',
    [AT.wide]: { flexGrow: 0 },
  },
  tabs: {
    order: 3,
    flexWrap: 'wrap',
    width: '100%',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalSNudge})`,
    [AT.wide]: { order: 0, width: 'auto', flexGrow: 1, marginLeft: 0 },
  },
  tab: {
    [AT.narrow]: {
      paddingLeft: tokens.spacingHorizontalXS,
      paddingRight: tokens.spacingHorizontalXS,
      '& > span': { fontSize: tokens.fontSizeBase200 },
    },
  },
});

interface Props {
  /** The screen that is shown; null while the settings are. */
  screen: Screen | null;
  /** Only inside Excel is there an open workbook to check. */
  inExcel: boolean;
  onScreen(screen: Screen): void;
  onSettings(): void;
}

/** The name of the program, the tabs and the way to the settings. */
export function Header({ screen, inExcel, onScreen, onSettings }: Props): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const wide = useMedia(queryOf(AT.wide));
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>{t.appName}</h1>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={screen}
        onTabSelect={(_, d) => onScreen(d.value as Screen)}
        aria-label={t.tabs.label}
      >
        {inExcel && (
          <Tab className={styles.tab} value="check">
            {t.tabs.check}
          </Tab>
        )}
        <Tab className={styles.tab} value="merge">
          {t.tabs.merge}
        </Tab>
        <Tab className={styles.tab} value="results">
          {t.tabs.results}
        </Tab>
        <Tab className={styles.tab} value="board" aria-label={t.tabs.board}>
          {wide ? t.tabs.board : t.tabs.boardShort}
        </Tab>
        <Tab className={styles.tab} value="findings">
          {t.tabs.findings}
        </Tab>
      </TabList>
      <Button
        appearance="subtle"
        icon={<SettingsRegular />}
        aria-label={t.settings}
        title={t.settings}
        aria-pressed={screen === null}
        onClick={onSettings}
      />
    </header>
  );
}
