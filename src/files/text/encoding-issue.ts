import type { Issue } from '../../core/model/issue';
import type { DecodedText } from './decode-text';

const NAMES: Readonly<Record<DecodedText['encoding'], string>> = {
  'utf-8': 'Unicode UTF-8',
  'utf-16le': 'Unicode UTF-16',
  'utf-16be': 'Unicode UTF-16',
  'windows-1258': 'Windows-1258 (tiếng Việt)',
  'windows-1252': 'Windows-1252 (Tây Âu)',
};

/** A word to the officer where letters could be wrong because the encoding had to be guessed. */
export function encodingIssue(decoded: DecodedText): Issue[] {
  if (!decoded.guessed) return [];
  return [
    {
      rule: 'text-repaired',
      severity: 'warning',
      at: {},
      params: { before: 'Tệp không ghi rõ bảng mã và không phải Unicode', after: `bảng mã ${NAMES[decoded.encoding]}` },
    },
  ];
}
