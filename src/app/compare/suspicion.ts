import { formatCount } from '../../core/text/format-number';

export type ChangeKind = 'slip' | 'zero' | 'vanished' | 'appeared' | 'fell' | 'carried' | 'jump' | 'peers';

/** How likely a change is a mistake, 0 to 1, and why, in Vietnamese. */
export interface Suspicion {
  kind: ChangeKind;
  level: number;
  why: string;
  /** ×10, ×100, ×1000 or a tenth … of it. */
  factor?: number;
}

/** A slip is a power of ten within this many tenths of a decade: 2 % and 30 %. */
const [EXACT, NEAR] = [0.01, 0.12];
/** Below this, ×10 happens by itself: 1 → 10. */
const SLIP_FROM = 20;
/** Figures below this come and go. */
const SMALL = 5;
/** Ratios of doubling that make a jump fully suspicious; jumps alone never reach the level of a slip. */
const [JUMP_DOUBLINGS, JUMP_MOST] = [5, 0.5];

export interface Pair {
  before: number | null;
  after: number | null;
  /** Both cover the time from one day on, and the later one more of it: counts of things done cannot fall. */
  cumulative: boolean;
  /** Length of the period now by that of before. */
  longer: number;
}

/** What is odd about a figure beside that of the earlier period; null where nothing is. */
export function suspicionOf({ before, after, cumulative, longer }: Pair): Suspicion | null {
  if ((before === null && after === null) || before === after) return null;
  const was = before ?? 0;
  const is = after ?? 0;
  if (was === 0 && is === 0) return null;
  if (was === 0)
    return {
      kind: 'appeared',
      level: is >= SMALL ? 0.4 : 0.15,
      why: `kỳ trước ${before === null ? 'không có số' : 'là 0'}, kỳ này là ${formatCount(is)}`,
    };
  if (is === 0) {
    return after === null
      ? {
          kind: 'vanished',
          level: was >= SMALL ? 0.6 : 0.25,
          why: `kỳ trước là ${formatCount(was)}, kỳ này không có số`,
        }
      : { kind: 'zero', level: was >= SMALL ? 0.6 : 0.25, why: `kỳ trước là ${formatCount(was)}, kỳ này là 0` };
  }
  const slip = slipOf(was, is);
  if (slip) return slip;
  if (cumulative && is < was)
    return { kind: 'fell', level: 0.8, why: `số lũy kế giảm từ ${formatCount(was)} xuống ${formatCount(is)}` };
  const doublings = Math.max(0, Math.abs(Math.log2(is / was)) - Math.abs(Math.log2(longer)));
  if (doublings === 0) return null;
  return {
    kind: 'jump',
    level: Math.min(JUMP_MOST, doublings / JUMP_DOUBLINGS),
    why: `thay đổi từ ${formatCount(was)} thành ${formatCount(is)}`,
  };
}

function slipOf(was: number, is: number): Suspicion | null {
  if (Math.max(was, is) < SLIP_FROM) return null;
  const decades = Math.log10(is / was);
  const whole = Math.round(decades);
  if (whole === 0 || Math.abs(whole) > 3) return null;
  const off = Math.abs(decades - whole);
  if (off > NEAR) return null;
  const times = formatCount(10 ** Math.abs(whole));
  const factor = 10 ** whole;
  return {
    kind: 'slip',
    level: off <= EXACT ? 1 : 0.85,
    factor,
    why:
      `${off <= EXACT ? 'đúng bằng' : 'gần bằng'} ${whole > 0 ? `${times} lần` : `1/${times}`} kỳ trước ` +
      `(${formatCount(was)} → ${formatCount(is)}), có thể thừa hoặc thiếu chữ số 0`,
  };
}

/** Fewer peers than this say nothing. */
const MIN_PEERS = 6;
/** Times the middle peer: a decade is odd, two are very odd. */
const ODD_DECADES = 1;

/**
 * What is odd about a figure beside those of agencies of the same level; null where nothing is. `peers`: figures above
 * 0 of the others.
 */
export function peerSuspicion(value: number, peers: readonly number[]): Suspicion | null {
  if (value < SLIP_FROM || peers.length < MIN_PEERS) return null;
  const sorted = [...peers].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  const most = sorted.at(-1)!;
  const decades = Math.log10(value / middle);
  if (decades < ODD_DECADES || value <= most * 2) return null;
  return {
    kind: 'peers',
    level: Math.min(0.7, 0.4 + (decades - ODD_DECADES) * 0.3),
    why:
      `${formatCount(value)} trong khi các đơn vị cùng cấp thường là ${formatCount(middle)}, nhiều nhất ` +
      `${formatCount(most)}`,
  };
}
