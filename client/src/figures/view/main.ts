import type { Listed, Row, Scope } from '../row.ts';
import { bars, lineOverDates, seriesOf } from './chart.ts';
import { chosen } from './choose.ts';
import { element } from './dom.ts';
import { firstState, host, type State } from './host.ts';
import { Table } from './table.ts';
import { fill, words } from './words.ts';

let state: State = { ...firstState, ...host.getState() };
let listed: Listed | undefined;
let shown: readonly Row[] = [];
let current: Row | undefined;

const option = (value: string, text: string) => element('option', { value, text });
const labelled = (text: string, control: HTMLElement) => element('label', {}, element('span', { text }), control);

const filter = element('input', { type: 'search', placeholder: words.filter, 'aria-label': words.filter });
const kind = element('select', { 'aria-label': words.kind });
const scope = element(
  'select',
  { 'aria-label': words.scope },
  option('dump', words.thisDump),
  option('open', words.openDumps),
);
const asCsv = element('button', { type: 'button', text: words.exportCsv });
const asJson = element('button', { type: 'button', text: words.exportJson });
const mark = element('input', { type: 'checkbox' });
const count = element('p', { class: 'count', role: 'status' });
const chartKind = element('select', {}, option('bars', words.bars), option('line', words.line));
const picture = element('figure');
const table = new Table({
  sort: (column) => change({ sort: column, down: state.sort === column && !state.down }),
  choose: (row) => {
    current = row;
    draw();
  },
  open: ({ id }) => host.postMessage({ type: 'open', id }),
});

/** Takes over what the reader has chosen, and shows what it comes to. */
function change(changed: Partial<State>): void {
  state = { ...state, ...changed };
  host.setState(state);
  show();
}

function show(): void {
  const rows = listed?.rows ?? [];
  shown = chosen(rows, state);
  current = shown.find(({ id }) => id === current?.id);
  count.textContent =
    listed === undefined
      ? ''
      : `${listed.source} · ${rows.length === 0 ? words.none : fill(words.count, shown.length, rows.length)}`;
  for (const button of [asCsv, asJson]) button.disabled = shown.length === 0;
  table.show(shown, state, listed?.scope === 'open');
  draw();
}

function draw(): void {
  const series = seriesOf(shown, current);
  const line = series?.overDates === true && state.chart === 'line';
  chartKind.options[1]!.disabled = series?.overDates !== true;
  chartKind.value = line ? 'line' : 'bars';
  picture.replaceChildren(
    series === undefined
      ? element('p', { class: 'hint', text: words.noChart })
      : line
        ? lineOverDates(series)
        : bars(series),
  );
}

/** Offers the kinds that there are. */
function offerKinds(rows: readonly Row[]): void {
  const there = Object.entries(words.kinds).filter(
    ([name]) => name === state.kind || rows.some((row) => row.kind === name),
  );
  kind.replaceChildren(option('', words.allKinds), ...there.map(([name, text]) => option(name, text)));
  kind.value = state.kind;
}

filter.value = state.words;
scope.value = state.scope;
mark.checked = state.mark;
filter.addEventListener('input', () => change({ words: filter.value }));
kind.addEventListener('change', () => change({ kind: kind.value }));
mark.addEventListener('change', () => change({ mark: mark.checked }));
chartKind.addEventListener('change', () => change({ chart: chartKind.value === 'line' ? 'line' : 'bars' }));
scope.addEventListener('change', () => {
  change({ scope: scope.value as Scope });
  host.postMessage({ type: 'scope', scope: state.scope });
});
for (const [button, format] of [
  [asCsv, 'csv'],
  [asJson, 'json'],
] as const) {
  button.addEventListener('click', () =>
    host.postMessage({ type: 'export', format, mark: state.mark, ids: shown.map(({ id }) => id) }),
  );
}
window.addEventListener('message', ({ data }: MessageEvent<Listed>) => {
  listed = data;
  if (data.uri !== undefined) {
    state = { ...state, uri: data.uri };
    host.setState(state);
  }
  offerKinds(data.rows);
  show();
});

document.body.append(
  element(
    'header',
    {},
    filter,
    kind,
    scope,
    asCsv,
    asJson,
    element('label', {}, mark, element('span', { text: words.mark })),
  ),
  count,
  element('section', { class: 'chart', 'aria-label': words.chart }, labelled(words.chart, chartKind), picture),
  table.node,
  element('p', { class: 'hint', text: words.hint }),
);
offerKinds([]);
draw();
host.postMessage({ type: 'ready', scope: state.scope });
