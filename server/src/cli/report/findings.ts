import type { Colors } from 'picocolors/types.js';
import type { Log, Result } from 'sarif';
import type { CheckedFinding } from '../order.ts';
import type { Report } from './report.ts';

/** A finding a line, for people; `path:line:column` is what terminals and editors make a link of. */
export function text(colors: Colors): Report {
  const paint: Record<CheckedFinding['severity'], (words: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    information: colors.blue,
    hint: colors.dim,
  };
  return {
    tellsErrors: false,
    begin: () => '',
    add: ({ name, findings }) =>
      (findings ?? [])
        .map(({ line, column, severity, message, code }) => {
          const place = colors.bold(`${name}:${line}:${column}`);
          return `${place}: ${paint[severity](severity)} ${message} ${colors.dim(`[${code}]`)}\n`;
        })
        .join(''),
    end: () => '',
  };
}

/** Annotations of a GitHub workflow. */
export const github: Report = {
  tellsErrors: false,
  begin: () => '',
  add: ({ name, findings }) =>
    (findings ?? [])
      .map((finding) => {
        const { severity, code, message, line, column, endLine, endColumn } = finding;
        const command = severity === 'error' || severity === 'warning' ? severity : 'notice';
        const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
        const place = `file=${property(name)},line=${line},endLine=${endLine}${columns}`;
        return `::${command} ${place},title=${property(`broadsheet ${code}`)}::${escaped(message)}\n`;
      })
      .join(''),
  end: () => '',
};

function escaped(words: string): string {
  return words.replace(/%/gu, '%25').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A');
}

function property(words: string): string {
  return escaped(words).replace(/:/gu, '%3A').replace(/,/gu, '%2C');
}

/** SARIF 2.1.0, for code scanning; written result by result. */
export function sarif(version: string, codes: readonly string[]): Report {
  let separator = '\n';
  const driver = { name: 'broadsheet', version, rules: codes.map((id) => ({ id })) };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: [] }],
  };
  const [head, tail] = JSON.stringify(log).split('"results":[');
  return {
    tellsErrors: false,
    begin: () => `${head}"results":[`,
    add: ({ name, findings }) =>
      (findings ?? [])
        .map((finding) => {
          const line = separator + JSON.stringify(sarifResult(name, finding));
          separator = ',\n';
          return line;
        })
        .join(''),
    end: () => `\n${tail}\n`,
  };
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

function sarifResult(name: string, finding: CheckedFinding): Result {
  const { code, severity, message, hash, related } = finding;
  const artifactLocation = { uri: name === '-' ? 'stdin' : name.split(/[/\\]/u).map(encodeURIComponent).join('/') };
  const locationOf = ({
    line,
    column,
    endLine,
    endColumn,
  }: Omit<CheckedFinding, 'code'> | (typeof related)[number]) => ({
    physicalLocation: {
      artifactLocation,
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  });
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(finding)],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((item) => ({ ...locationOf(item), message: { text: item.message } })) }),
    ...(hash === undefined ? {} : { partialFingerprints: { 'broadsheet/v1': hash } }),
  };
}
