import { TICKED, UNTICKED } from '../tick';

/** Inputs that hold no answer, only a way to send one. */
const BUTTONS: ReadonlySet<string> = new Set(['submit', 'button', 'reset', 'image', 'file']);

/** What an `<input>` shows: its text, or its box. `hidden`: it is in the page and not shown. */
export function inputText(attributes: ReadonlyMap<string, string>): { text: string; hidden: boolean } {
  const type = (attributes.get('type') ?? 'text').trim().toLowerCase();
  if (BUTTONS.has(type)) return { text: '', hidden: false };
  if (type === 'checkbox' || type === 'radio')
    return { text: attributes.has('checked') ? TICKED : UNTICKED, hidden: false };
  return { text: attributes.get('value') ?? '', hidden: type === 'hidden' };
}

interface Option {
  text: string;
  selected: boolean;
}

/** A `<select>` while it is read: of its options only those that are chosen are shown (HTML 4.10.7). */
export class Select {
  private readonly options: Option[] = [];
  private readonly multiple: boolean;

  constructor(attributes: ReadonlyMap<string, string>) {
    this.multiple = attributes.has('multiple');
  }

  openOption(attributes: ReadonlyMap<string, string>): void {
    this.options.push({ text: attributes.get('label') ?? '', selected: attributes.has('selected') });
  }

  /** Text of the option that is open; outside of one there is none. */
  add(text: string): void {
    const last = this.options[this.options.length - 1];
    if (last) last.text += text;
  }

  /** The options that are chosen, of a list with one choice the last; without a choice such a list shows its first. */
  get shown(): string {
    const chosen = this.options.filter((o) => o.selected);
    if (this.multiple) return chosen.map((o) => o.text.trim()).join(', ');
    return (chosen[chosen.length - 1] ?? this.options[0])?.text.trim() ?? '';
  }
}
