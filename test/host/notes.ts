import type { ExcelHost } from './host';
import type { Area } from '../../src/core/model/grid';
import {
  NULL,
  areasObject,
  defineBag,
  defineType,
  listCalls,
  rangeObject,
  type BagObject,
  type HostObject,
} from './objects';
import { asRange } from './range-moves';
import { intersect, isCell } from './references';
import { newId, type CommentState, type ConditionalState, type SheetState } from './state';
import { refuse } from './wire';

// ---------- comments ----------

interface CommentsObject extends HostObject {
  sheet?: SheetState;
}
interface CommentObject extends HostObject {
  sheet: SheetState;
  comment: CommentState;
}
interface ReplyObject extends CommentObject {
  reply: CommentState['replies'][number];
}

/** Fixed, so that two runs of a test give the same workbook. */
const AUTHOR = 'Cán bộ tổng hợp';
const CREATED = '2026-01-01T00:00:00.000Z';

const comment = (sheet: SheetState, c: CommentState): CommentObject => ({ type: 'Comment', sheet, comment: c });
const comments = (o: CommentsObject, host: ExcelHost): CommentObject[] =>
  (o.sheet ? [o.sheet] : host.state.sheets).flatMap((s) => s.comments.map((c) => comment(s, c)));
const cellOf = (o: CommentsObject, cell: unknown, host: ExcelHost): { sheet: SheetState; area: Area } => {
  const found = asRange(cell, o.sheet ?? host.state.active, host);
  if (!isCell(found.area)) throw refuse.argument();
  return found;
};
const at = (sheet: SheetState, area: Area): CommentState | undefined =>
  sheet.comments.find((c) => c.row === area.top && c.col === area.left);
const textOf = (content: unknown): string => {
  const text = typeof content === 'string' ? content : (content as { richContent?: string } | null)?.richContent;
  if (!text) throw refuse.argument();
  return text;
};

defineType<CommentsObject>('CommentCollection', {
  items: comments,
  call: {
    ...listCalls(comments, refuse.notFound),
    Add: (o, [cell, content], host) => {
      const { sheet, area } = cellOf(o, cell, host);
      host.guardSheet(sheet, undefined, 'allowEditObjects');
      if (at(sheet, area)) throw refuse.exists();
      const made: CommentState = {
        id: newId(),
        row: area.top,
        col: area.left,
        content: textOf(content),
        author: AUTHOR,
        resolved: false,
        replies: [],
      };
      sheet.comments.push(made);
      return comment(sheet, made);
    },
    GetItemByCell: (o, [cell], host) => {
      const { sheet, area } = cellOf(o, cell, host);
      const found = at(sheet, area);
      if (!found) throw refuse.notFound();
      return comment(sheet, found);
    },
  },
});

const shared = {
  AuthorName: () => AUTHOR,
  AuthorEmail: () => '',
  CreationDate: () => CREATED,
  ContentType: () => 'Plain',
  Mentions: () => [],
};
defineType<CommentObject>('Comment', {
  id: (o) => o.comment.id,
  get: {
    Id: (o) => o.comment.id,
    Content: (o) => o.comment.content,
    RichContent: (o) => o.comment.content,
    Resolved: (o) => o.comment.resolved,
    ...shared,
  },
  set: {
    Content: (o, v, host) => {
      host.guardSheet(o.sheet, undefined, 'allowEditObjects');
      o.comment.content = textOf(v);
    },
    Resolved: (o, v) => {
      o.comment.resolved = v === true;
    },
  },
  nav: { Replies: (o) => ({ type: 'CommentReplyCollection', sheet: o.sheet, comment: o.comment }) as CommentObject },
  call: {
    Delete: (o, _, host) => {
      host.guardSheet(o.sheet, undefined, 'allowEditObjects');
      o.sheet.comments = o.sheet.comments.filter((c) => c !== o.comment);
    },
    GetLocation: (o) =>
      rangeObject(o.sheet, { top: o.comment.row, left: o.comment.col, bottom: o.comment.row, right: o.comment.col }),
  },
});
const replies = (o: CommentObject): ReplyObject[] =>
  o.comment.replies.map((reply) => ({ type: 'CommentReply', sheet: o.sheet, comment: o.comment, reply }));
defineType<CommentObject>('CommentReplyCollection', {
  items: replies,
  call: {
    ...listCalls(replies, refuse.notFound),
    Add: (o, [content]) => {
      o.comment.replies.push({ id: newId(), content: textOf(content) });
      return replies(o).at(-1);
    },
  },
});
defineType<ReplyObject>('CommentReply', {
  id: (o) => o.reply.id,
  get: {
    Id: (o) => o.reply.id,
    Content: (o) => o.reply.content,
    RichContent: (o) => o.reply.content,
    Resolved: (o) => o.comment.resolved,
    ...shared,
  },
  set: {
    Content: (o, v) => {
      o.reply.content = textOf(v);
    },
  },
  call: {
    Delete: (o) => {
      o.comment.replies = o.comment.replies.filter((r) => r !== o.reply);
    },
  },
});

// ---------- conditional formats: kept, never evaluated ----------

interface FormatsObject extends HostObject {
  sheet: SheetState;
  areas: Area[];
}
interface ConditionalObject extends HostObject {
  sheet: SheetState;
  format: ConditionalState;
}

const conditional = (sheet: SheetState, format: ConditionalState): ConditionalObject => ({
  type: 'ConditionalFormat',
  sheet,
  format,
});
const listed = (o: FormatsObject): ConditionalObject[] =>
  o.sheet.conditional
    .filter((f) => f.areas.some((a) => o.areas.some((b) => intersect(a, b))))
    .map((f) => conditional(o.sheet, f));
const KINDS = ['Custom', 'CellValue'];

defineType<FormatsObject>('ConditionalFormatCollection', {
  items: listed,
  call: {
    ...listCalls(listed, refuse.notFound),
    Add: (o, [kind], host) => {
      if (!KINDS.includes(kind)) throw refuse.notSimulated(`ConditionalFormatCollection.add(${String(kind)})`);
      for (const area of o.areas) host.guardSheet(o.sheet, area, 'allowFormatCells');
      const made: ConditionalState = { id: newId(), kind, areas: o.areas, props: {} };
      // The newest comes first: it has priority 0.
      o.sheet.conditional.unshift(made);
      return conditional(o.sheet, made);
    },
    ClearAll: (o, _, host) => {
      for (const area of o.areas) host.guardSheet(o.sheet, area, 'allowFormatCells');
      const gone = new Set(listed(o).map((c) => c.format));
      o.sheet.conditional = o.sheet.conditional.filter((f) => !gone.has(f));
    },
  },
});
const bag =
  (key: string, kind: string) =>
  (o: ConditionalObject): HostObject => {
    if (o.format.kind !== kind) return NULL;
    return { type: `${kind}ConditionalFormat`, root: o.format.props, path: [key], sheet: o.sheet } as BagObject;
  };
defineType<ConditionalObject>('ConditionalFormat', {
  id: (o) => o.format.id,
  get: {
    Id: (o) => o.format.id,
    Type: (o) => o.format.kind,
    Priority: (o) => o.sheet.conditional.indexOf(o.format),
    StopIfTrue: (o) => o.format.props['StopIfTrue'] ?? false,
  },
  set: {
    StopIfTrue: (o, v, host) => {
      host.guardSheet(o.sheet);
      o.format.props['StopIfTrue'] = v;
    },
    Priority: (o, v, host) => {
      host.guardSheet(o.sheet);
      o.sheet.conditional = o.sheet.conditional.filter((f) => f !== o.format);
      o.sheet.conditional.splice(v as number, 0, o.format);
    },
  },
  nav: {
    Custom: bag('Custom', 'Custom'),
    CustomOrNullObject: bag('Custom', 'Custom'),
    CellValue: bag('CellValue', 'CellValue'),
    CellValueOrNullObject: bag('CellValue', 'CellValue'),
  },
  call: {
    Delete: (o, _, host) => {
      host.guardSheet(o.sheet, undefined, 'allowFormatCells');
      o.sheet.conditional = o.sheet.conditional.filter((f) => f !== o.format);
    },
    GetRange: (o) => {
      if (o.format.areas.length !== 1) throw refuse.operation();
      return rangeObject(o.sheet, o.format.areas[0]!);
    },
    GetRangeOrNullObject: (o) => (o.format.areas.length === 1 ? rangeObject(o.sheet, o.format.areas[0]!) : NULL),
    GetRanges: (o) => areasObject(o.sheet, o.format.areas),
  },
});
defineBag('CustomConditionalFormat', {}, { Rule: 'ConditionalFormatRule', Format: 'ConditionalRangeFormat' });
defineBag('CellValueConditionalFormat', { Rule: null }, { Format: 'ConditionalRangeFormat' });
defineBag('ConditionalFormatRule', { Formula: '', FormulaLocal: '' });
defineBag(
  'ConditionalRangeFormat',
  { NumberFormat: null },
  { Font: 'ConditionalRangeFont', Fill: 'ConditionalRangeFill', Borders: 'ConditionalRangeBorderCollection' },
);
defineBag('ConditionalRangeFont', { Color: '', Bold: null, Italic: null, Underline: 'None', Strikethrough: null });
defineBag('ConditionalRangeFill', { Color: '' });
const SIDES = ['Top', 'Bottom', 'Left', 'Right'];
defineBag('ConditionalRangeBorder', { Style: 'None', Color: '' });
defineBag('ConditionalRangeBorderCollection', {}, Object.fromEntries(SIDES.map((s) => [s, 'ConditionalRangeBorder'])), {
  GetItem: (o, [side]) =>
    ({
      type: 'ConditionalRangeBorder',
      root: o.root,
      path: [...o.path, String(side).replace('Edge', '')],
      sheet: o.sheet,
    }) as BagObject,
});
