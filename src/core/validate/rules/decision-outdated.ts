import { paramsOf } from '../params';
import type { Rule } from '../rule';
import { say } from '../say';

/** A decision of the journal speaks of facts that are no longer so. The journal keeps it; a person looks again. */
export const decisionOutdated: Rule = {
  id: 'decision-outdated',
  severity: 'info',
  alwaysOn: true,
  summary: 'Một quyết định trong nhật ký không còn đúng với số liệu hiện có.',
  message(issue, words) {
    const params = paramsOf(issue);
    const entry = params.number('entry');
    const about = params.text('about');
    const decision =
      entry === null ? 'một quyết định trong nhật ký' : `quyết định số ${words.figure(entry)} trong nhật ký`;
    const which = `${decision}${about ? ` (${about.replace(/[.]$/u, '')})` : ''}`;
    return say(
      { ...issue, at: {} },
      words,
      `${which}: ${params.text('why') ?? 'số liệu đã thay đổi, đề nghị xem lại'}`,
    );
  },
};
