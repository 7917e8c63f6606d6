import type { Filled, Form, Level } from './forms';

export interface Sender {
  code: string;
  name: string;
  level: Level;
}

/** How a sender's figures are drawn: equal seeds give equal figures. */
function dice(seed: string): (from: number, to: number) => number {
  let state = 2166136261;
  for (const c of seed) state = Math.imul(state ^ c.codePointAt(0)!, 16777619) >>> 0;
  return (from, to) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return from + Math.floor((state / 4294967296) * (to - from + 1));
  };
}

/** Procedures that every unit of a level has. */
export interface Shared {
  commune: number;
  linked: number;
  district: number;
}

const FIELDS: Record<string, string[]> = {
  STP: ['Hộ tịch', 'Công chứng', 'Chứng thực'],
  SNNMT: ['Đất đai', 'Môi trường', 'Tài nguyên nước'],
  SXD: ['Quy hoạch xây dựng', 'Nhà ở', 'Đường bộ'],
  SCT: ['Hoạt động điện lực', 'Xúc tiến thương mại'],
  SYT: ['Khám bệnh, chữa bệnh', 'Dược phẩm'],
  VPUBND: ['Đất đai', 'Ngoại vụ'],
};

/**
 * All forms of one sender for one period; `grow` is how far the year has gone (0 to 1), so that counts of things done
 * grow.
 */
export function fill(sender: Sender, period: string, shared: Shared, grow: number): Partial<Record<Form, Filled>> {
  // Structure is drawn from the sender alone: it does not change from period to period.
  const still = dice(sender.code);
  const now = dice(`${sender.code} ${period}`);
  const level = sender.level;
  const mine = (n: number | null): Record<string, number | string> =>
    n === null ? { total: '-' } : { total: n, [level]: n };
  const organs = level === 'province' ? still(1, 4) : level === 'district' ? still(10, 16) : 1;
  const units = level === 'commune' ? still(3, 9) : still(0, 6);
  const inspected = level === 'commune' ? null : still(2, 6);
  const done = inspected === null ? null : Math.floor(inspected * grow);
  const iso = still(2, 20);
  const [stop, linked] =
    level === 'province'
      ? [still(20, 140), still(2, 19)]
      : level === 'district'
        ? [shared.district, shared.linked]
        : [shared.commune, shared.linked];
  const tasks = still(20, 60);
  const year = Number(/\d{4}/.exec(period)![0]);
  const day = (from: number, to: number): string =>
    `${String(still(10, 28))}/${String(still(from, to)).padStart(2, '0')}/${year}`;
  const plan = (assigned: number, completed: number): Record<string, number | string> => ({
    issued: day(1, 3),
    assigned,
    completed,
  });
  const some = (from: number, to: number): Record<string, number | string> => {
    const n = still(from, to);
    return plan(n, Math.floor(n * grow));
  };
  const none = { issued: '-', assigned: '-', completed: '-' };
  const pl1: Filled = {
    1: plan(tasks, Math.floor(tasks * grow)),
    2: inspected === null ? none : plan(inspected, done!),
    3: some(8, 30),
    4: some(2, 9),
    5: none,
    6: some(5, 25),
    7: some(4, 40),
  };
  const pl2: Filled = {};
  const part = (whole: number): number => Math.max(0, whole - now(0, 1));
  const rows: Partial<Record<number, number | null>> = {
    1: inspected,
    2: done,
    3: part(organs),
    6: organs,
    7: units || null,
    8: part(organs),
    9: units ? part(units) : null,
    10: organs + units,
    11: organs + units,
    12: organs,
    13: organs,
    14: part(organs),
    15: units || null,
    16: units || null,
    17: units ? part(units) : null,
    21: organs + units,
    22: organs + units,
    23: level === 'commune' ? null : organs,
    24: iso,
    25: iso - now(0, 2),
    26: stop,
    27: linked,
    ...(level === 'commune' ? { 28: 1, 29: 1, 30: still(0, 1) } : {}),
  };
  for (let row = 1; row <= 30; row++) pl2[row] = mine(rows[row] ?? null);
  const base = stop + still(0, 30);
  const share = (n: number): string => `${String(Math.round((n / base) * 10_000) / 100).replace('.', ',')}%`;
  const pl4: Filled = {
    1: { ...mine(base), percent: '100%' },
    2: { ...mine(stop), percent: share(stop) },
    3: { ...mine(linked), percent: share(linked) },
  };
  // The base of communes is one set, too.
  if (level !== 'province') {
    const all = level === 'district' ? shared.district + 20 : shared.commune + 20;
    Object.assign(pl4, { 1: { ...mine(all), percent: '100%' }, 2: { ...mine(stop) }, 3: { ...mine(linked) } });
  }
  const forms: Partial<Record<Form, Filled>> = {
    'phu-luc-1': pl1,
    'phu-luc-2': pl2,
    'phu-luc-3': { 1: mine(organs), 2: mine(units || null), 3: { total: '-' } },
    'phu-luc-4': pl4,
  };
  if (FIELDS[sender.code]) {
    forms['mot-cua'] = Object.fromEntries(
      FIELDS[sender.code]!.map((field) => {
        // About as many in equal spans: what changes much is what a test changed.
        const [early, onTime, overdue, pending] = [
          Math.round(still(400, 1800) * grow) + now(0, 9),
          Math.round(still(40, 180) * grow) + now(0, 2),
          still(1, 5),
          still(10, 40),
        ];
        return [
          field,
          { received: early + onTime + overdue + pending, early, onTime, overdue, returned: still(1, 6), pending },
        ];
      }),
    );
  }
  return forms;
}
