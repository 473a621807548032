import type { Colors } from 'picocolors/types.js';
import { say } from '../../lsp/translate.ts';
import { message } from '../../newspaper/index.ts';
import type { FigureRow, Order, OutlineEntry } from '../order.ts';
import { renderArticle } from './articles.ts';
import type { Report } from './report.ts';

/** What `fix` did: a diff, or a line a file. */
export function fixes(colors: Colors): Report {
  return {
    tellsErrors: false,
    begin: () => '',
    add({ name, fix }) {
      if (fix?.diff !== undefined) return paintDiff(fix.diff, colors);
      return fix?.written ? `${say(message('{0}: fixed', name))}\n` : '';
    },
    end: () => '',
  };
}

function paintDiff(diff: string, colors: Colors): string {
  if (!colors.isColorSupported) return diff;
  return diff
    .split('\n')
    .map((line) => {
      if (/^(?:---|\+\+\+|===)/u.test(line)) return colors.bold(line);
      if (line.startsWith('+')) return colors.green(line);
      if (line.startsWith('-')) return colors.red(line);
      return line.startsWith('@@') ? colors.cyan(line) : line;
    })
    .join('\n');
}

/** The outline as an indented list; the dump's name stands above where there are several. */
export function outlines(colors: Colors, many: boolean): Report {
  return {
    tellsErrors: false,
    begin: () => '',
    add: ({ name, outline }) => {
      const lines = outlineLines(outline ?? [], '', colors);
      return (many ? `${colors.bold(name)}\n` : '') + lines + (many ? '\n' : '');
    },
    end: () => '',
  };
}

function outlineLines(entries: readonly OutlineEntry[], indent: string, colors: Colors): string {
  return entries
    .map(({ line, name, detail, children }) => {
      const place = colors.dim(String(line).padStart(6));
      const more = detail === undefined ? '' : `  ${colors.dim(detail)}`;
      return `${place}  ${indent}${name}${more}\n${outlineLines(children, `${indent}  `, colors)}`;
    })
    .join('');
}

/** Articles one after the other, or the files that they were written to. */
export function articles(manner: Order['manner']): Report {
  let separator = '';
  return {
    tellsErrors: false,
    begin: () => '',
    add({ files, articles: found }) {
      if (files !== undefined) return files.map((file) => `${file}\n`).join('');
      return (found ?? [])
        .map((article) => {
          const text = separator + renderArticle(article, manner);
          separator = manner === 'markdown' ? '\n---\n\n' : '\n';
          return text;
        })
        .join('');
    },
    end: () => '',
  };
}

const columns = ['line', 'column', 'text', 'kind', 'value', 'unit', 'bound', 'resolved', 'subject', 'place'] as const;

/** Figures as CSV (RFC 4180), a row each. */
export const figureTable: Report = {
  tellsErrors: false,
  begin: () => `file,${columns.join(',')}\r\n`,
  add: ({ name, figures }) =>
    (figures ?? [])
      .map((row) => `${[name, ...columns.map((column) => cell(row, column))].map(quoted).join(',')}\r\n`)
      .join(''),
  end: () => '',
};

function cell(row: FigureRow, column: (typeof columns)[number]): string {
  const value = row[column];
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join('/') : String(value);
}

function quoted(value: string): string {
  return /[",\r\n]/u.test(value) ? `"${value.replace(/"/gu, '""')}"` : value;
}
