import { type Column, columns, type Row } from '../row.ts';
import { element } from './dom.ts';
import type { State } from './host.ts';
import { fill, shownValue, words } from './words.ts';

/** As many rows are put into the page at once: more are slow to lay out. */
const shownAtOnce = 500;

/** What the table tells the view. */
export interface Listener {
  sort(column: Column): void;
  /** The reader has come to a row. */
  choose(row: Row): void;
  /** The reader wants to see the place in the text. */
  open(row: Row): void;
}

/** The table of the figures: headers that sort, rows that the arrow keys move through and that lead to the text. */
export class Table {
  readonly node: HTMLElement;
  readonly #listener: Listener;
  readonly #headers: ReadonlyMap<Column, HTMLElement>;
  readonly #table: HTMLTableElement;
  readonly #body = element('tbody');
  readonly #more = element('button', { type: 'button', class: 'more' });
  #rows: readonly Row[] = [];
  #several = false;

  constructor(listener: Listener) {
    this.#listener = listener;
    this.#headers = new Map(
      columns.map((column) => {
        const button = element('button', { type: 'button', text: words.columns[column] });
        button.addEventListener('click', () => listener.sort(column));
        return [column, element('th', { scope: 'col', class: column }, button)];
      }),
    );
    const head = element('thead', {}, element('tr', {}, ...this.#headers.values()));
    this.#table = element('table', { role: 'grid', 'aria-label': words.title }, head, this.#body);
    this.node = element('div', { class: 'rows' }, this.#table, this.#more);
    this.#more.addEventListener('click', () => this.#add());
    this.#body.addEventListener('keydown', (event) => this.#key(event));
    this.#body.addEventListener('focusin', (event) => {
      const line = (event.target as Element).closest('tr');
      if (line) this.#choose(line);
    });
    this.#body.addEventListener('click', (event) => {
      const row = this.#rowOf((event.target as Element).closest('tr'));
      // whoever marks words in order to copy them wants to stay
      if (row && document.getSelection()?.isCollapsed !== false) listener.open(row);
    });
  }

  /** Shows rows; `several`: of more than one dump, so that each says of which. */
  show(rows: readonly Row[], { sort, down }: State, several: boolean): void {
    const focused = this.#body.contains(document.activeElement) ? this.#rowOf(document.activeElement) : undefined;
    this.#rows = rows;
    this.#several = several;
    for (const [column, header] of this.#headers) {
      header.setAttribute('aria-sort', column !== sort ? 'none' : down ? 'descending' : 'ascending');
    }
    this.#table.setAttribute('aria-rowcount', String(rows.length + 1));
    this.#body.replaceChildren();
    this.#add();
    if (focused) this.#lines.find((line) => this.#rowOf(line)?.id === focused.id)?.focus();
  }

  get #lines(): readonly HTMLTableRowElement[] {
    return [...this.#body.rows];
  }

  #add(): void {
    const from = this.#body.rows.length;
    const added = this.#rows.slice(from, from + shownAtOnce).map((row, place) => this.#line(row, from + place));
    this.#body.append(...added);
    const left = this.#rows.length - from - added.length;
    this.#more.hidden = left <= 0;
    this.#more.textContent = fill(words.more, Math.min(left, shownAtOnce));
  }

  #line(row: Row, place: number): HTMLTableRowElement {
    const { text, unit, kind, subject, place: where, date, article, line, file } = row;
    const cells: Readonly<Record<Column, string | undefined>> = {
      value: shownValue(row),
      unit,
      kind: words.kinds[kind],
      subject,
      place: where,
      date,
      article,
      line: this.#several ? `${file}:${line}` : String(line),
    };
    return element(
      'tr',
      { tabindex: place === 0 ? 0 : -1, 'aria-rowindex': place + 2, 'aria-selected': 'false', 'data-place': place },
      ...columns.map((column) =>
        element('td', { class: column, text: cells[column] ?? '', title: column === 'value' ? text : cells[column] }),
      ),
    );
  }

  #rowOf(line: Element | null): Row | undefined {
    return line instanceof HTMLElement ? this.#rows[Number(line.dataset['place'])] : undefined;
  }

  #choose(line: HTMLTableRowElement): void {
    for (const other of this.#body.querySelectorAll('[aria-selected=true], [tabindex="0"]')) {
      other.setAttribute('aria-selected', 'false');
      other.setAttribute('tabindex', '-1');
    }
    line.setAttribute('aria-selected', 'true');
    line.setAttribute('tabindex', '0');
    this.#listener.choose(this.#rowOf(line)!);
  }

  #key(event: KeyboardEvent): void {
    const line = (event.target as Element).closest('tr');
    const row = this.#rowOf(line);
    if (!line || !row || event.altKey || event.ctrlKey || event.metaKey) return;
    const goals: Readonly<Record<string, () => Element | null>> = {
      ArrowDown: () => line.nextElementSibling,
      ArrowUp: () => line.previousElementSibling,
      Home: () => this.#body.firstElementChild,
      End: () => this.#body.lastElementChild,
    };
    const goal = goals[event.key];
    if (goal) (goal() as HTMLElement | null)?.focus();
    else if (event.key === 'Enter') this.#listener.open(row);
    else return;
    event.preventDefault();
  }
}
