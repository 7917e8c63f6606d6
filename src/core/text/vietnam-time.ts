/** Vietnam keeps one time all year: seven hours ahead of UTC. */
const AHEAD = 7 * 60 * 60 * 1000;

/**
 * An ISO time as an officer reads it: "2020-12-16T02:30:00.000Z" is "09:30 ngày 16/12/2020". Anything else comes back
 * as it is.
 */
export function vietnamTime(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const local = new Date(time + AHEAD).toISOString();
  return `${local.slice(11, 16)} ngày ${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`;
}
