import { bootExcel } from '../host/boot-node';
import { createOpenWorkbook } from '../../src/excel/create-open-workbook';
import { bigPlan } from './big-plan';

/** What the issue asks for, and what Excel on the web takes. */
const MOST_TRIPS = 12;
const MOST_BYTES = 5_000_000;

test('the result of 200 agencies takes at most 12 round trips below 5 MB each, the first time and when it replaces', async () => {
  const { host } = bootExcel();
  host.load([{ name: 'Của tôi', cells: { A1: 'giữ nguyên' } }]);
  const plan = bigPlan(200);
  const book = createOpenWorkbook();
  const rows = Math.max(...plan.sheets.map((s) => s.cells.reduce((n, c) => Math.max(n, c.row + 1), 0)));
  for (const round of ['first', 'again']) {
    host.forget();
    const started = Date.now();
    const result = await book.write(plan, `Tổng hợp ${round}`);
    const trips = host.roundTrips;
    console.log(round, rows, plan.sheets.map((s) => [s.name, s.cells.length, s.cells.filter((c) => c.link).length, s.cells.filter((c) => c.note).length]), trips.length, trips.map((r) => [r.bytes, r.responseBytes, r.error]), Date.now() - started);
    expect(result).toMatchObject({ ok: true, value: { roundTrips: trips.length } });
    expect(trips.length).toBeLessThanOrEqual(MOST_TRIPS);
    for (const trip of trips) {
      expect(trip.bytes).toBeLessThan(MOST_BYTES);
      expect(trip.responseBytes).toBeLessThan(MOST_BYTES);
    }
  }
  expect(host.bugs).toEqual([]);
}, 120_000);
