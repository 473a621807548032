import type { Row } from './row.ts';

/** What each row of an export holds, under names that stay the same in every language. */
const fields = [
  'file',
  'line',
  'column',
  'article',
  'text',
  'kind',
  'value',
  'valueEnd',
  'unit',
  'bound',
  'resolved',
  'subject',
  'place',
  'date',
] as const;

type Field = (typeof fields)[number];

/** Rows as CSV (RFC 4180); `mark` puts the byte order mark before it by which Excel knows UTF-8. */
export function toCsv(rows: readonly Row[], mark: boolean): string {
  const lines = [fields.join(','), ...rows.map((row) => fields.map((field) => cell(fieldOf(row, field))).join(','))];
  return `${mark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}

/** Rows as a JSON array; what a figure does not have is left out. */
export function toJson(rows: readonly Row[]): string {
  const plain = rows.map((row) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = field === 'value' ? row.value : field === 'valueEnd' ? undefined : row[field];
        return value === undefined ? [] : [[field, value]];
      }),
    ),
  );
  return `${JSON.stringify(plain, undefined, 2)}\n`;
}

function fieldOf(row: Row, field: Field): string | number | undefined {
  const { value } = row;
  if (field === 'value') return Array.isArray(value) ? value[0] : value;
  if (field === 'valueEnd') return Array.isArray(value) ? value[1] : undefined;
  return row[field];
}

/** A cell; words of a dump that a spreadsheet would take for a formula get an apostrophe before them. */
function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const guarded = /^[=+\-@＝＋－＠\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
