import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { confirmAgency } from '../../app/agencies/confirm-agency';
import { receiveFile, type ReceiveDeps } from '../../app/receive/receive-file';
import { templates } from '../../core/templates/registry';
import type { ReceivedFile } from '../../core/model/submission';
import type { Register } from '../../core/agencies/register-schema';
import { loadConfirmations } from '../load-confirmations';
import { loadRegister } from '../load-register';
import { command } from '../table/command';
import { DONE, nothing, wrong } from '../table/outcome';
import { RUN_OPTIONS } from '../table/shared-options';
import { writeWhole } from '../write-file';

/** Remembers whose a file is, so that it is known again. */
export const confirm = command({
  name: 'confirm',
  summary: 'Ghi nhớ đơn vị gửi của một tệp vào tệp xác nhận, để các kỳ sau nhận ra (--confirmations XACNHAN.json).',
  words: [
    {
      name: 'XACNHAN.json',
      help: 'tệp xác nhận (chưa có thì được lập)',
      file: 'kept',
      check: (text) => (/\.json$/i.test(text) ? null : 'Tệp xác nhận phải có đuôi .json.'),
    },
    { name: 'TEP', help: 'tên tệp nhận được', file: 'read' },
    { name: 'MÃ', help: 'mã đơn vị' },
  ],
  options: { by: { kind: 'text', value: '"Họ tên"', help: 'người xác nhận' }, agencies: RUN_OPTIONS.agencies },
  async run({ words: [target = '', file = '', code = ''], options }, deps) {
    const loaded = await loadRegister(options.agencies, [file]);
    if (!loaded.ok) return loaded;
    const agency = loaded.register?.agencies.find((a) => a.code === code);
    if (loaded.register && !agency) return wrong(`Danh mục ${loaded.from ?? ''} không có mã "${code}".`);
    const before = await loadConfirmations(target, true);
    if (!before.ok) return before;
    const marks = await marksOf(file, loaded.register, deps);
    const done = confirmAgency(before.confirmations, marks, code, options.by ?? undefined, deps.now());
    if (!done.ok) return nothing(done.message);
    await writeWhole(target, done.content);
    deps.say(
      `Đã ghi nhớ: ${path.basename(file)} là của ${agency?.name ?? code} (${target}, ` +
        `${done.confirmations.confirmations.length} đơn vị).`,
    );
    return DONE;
  },
});

/** A file that is at hand is read for its letterhead and symbol; of one that is not, only the name counts. */
async function marksOf(
  given: string,
  register: Register | null,
  deps: ReceiveDeps,
): Promise<Pick<ReceivedFile, 'file' | 'marks'>> {
  const file = given.replace(/\\/g, '/');
  const isFile = await stat(given).then(
    (s) => s.isFile(),
    () => false,
  );
  if (!isFile) return { file };
  const bytes = new Uint8Array(await readFile(given));
  return receiveFile({ file, bytes }, deps, { templates: templates(), register, period: null });
}
