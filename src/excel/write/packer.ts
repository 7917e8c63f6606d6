import type { Session } from '../run-excel';

/**
 * Excel on the web takes 5 MB a request and gives 5 MB an answer; the distance is for what is only estimated (measured:
 * within 2 %).
 */
export const REQUEST_BYTES = 4_400_000;

/** Rough bytes of the client library's words for one range, and for one property or call (measured; generous). */
export const RANGE_BYTES = 520;
export const CALL_BYTES = 190;

/** So long the pane may be kept from drawing and from answering; a province takes seconds to put into words. */
const BREATH_MS = 40;

/** Collects actions and sends them when the next would make the request too large. */
export class Packer {
  private bytes = 0;
  private readonly after: (() => void)[] = [];
  private since = performance.now();

  constructor(
    private readonly session: Session,
    private readonly onSent: () => void = () => undefined,
  ) {
    this.quiet();
  }

  /** Queues an action of about so many bytes; `then` runs when it has been carried out and its loads are there. */
  async add(bytes: number, action: () => void, then?: () => void): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > REQUEST_BYTES) await this.send();
    this.bytes += bytes;
    action();
    if (then) this.after.push(then);
    if (performance.now() - this.since < BREATH_MS) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    this.since = performance.now();
  }

  async send(): Promise<void> {
    await this.session.sync();
    this.bytes = 0;
    for (const then of this.after.splice(0)) then();
    this.onSent();
    this.quiet();
    this.since = performance.now();
  }

  private quiet(): void {
    const { application } = this.session.context.workbook;
    application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
  }
}

/** UTF-8 bytes of a text. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes;
}
