import { templates } from '../../core/templates/registry';
import { command } from '../table/command';
import { DONE } from '../table/outcome';

/** The forms that are known. */
export const listTemplates = command({
  name: 'templates',
  summary: 'Liệt kê các biểu mẫu đã biết.',
  words: [],
  options: {},
  async run(_, { say }) {
    for (const t of templates())
      say(
        `${t.id.padEnd(12)} ${t.version.padEnd(8)} ` +
          `${t.rowMode === 'fixed' ? `${t.rows.length} dòng` : 'dòng tự do'.padEnd(7)}  ${t.name}`,
      );
    return DONE;
  },
});

/** The rules that are checked. */
export const listRules = command({
  name: 'rules',
  summary: 'Liệt kê các quy tắc kiểm tra.',
  words: [],
  options: {},
  async run(_, { rules, say }) {
    for (const r of rules()) say(`${r.id.padEnd(24)} ${r.severity.padEnd(8)} ${r.summary}`);
    return DONE;
  },
});
