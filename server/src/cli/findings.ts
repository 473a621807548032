import type { Range } from 'vscode-languageserver';
import { rangeOf } from '../lsp/convert.ts';
import { encodingOf, encodingWords } from '../lsp/encoding.ts';
import { type FateOf, missedWords } from '../lsp/feature/jumpFates.ts';
import { say } from '../lsp/translate.ts';
import { findingsOf, fingerprintOf } from '../newspaper/index.ts';
import type { Dump } from '../workspace/dump.ts';
import { isShown, type Settings, severityOf, severityOfEncoding } from '../workspace/settings.ts';
import type { CheckedFinding, Place } from './order.ts';

/** Everything that is to be said of a dump, in the order of the text. */
export function findingsIn(dump: Dump, settings: Settings): CheckedFinding[] {
  const severity = severityOfEncoding(settings);
  const suspect = severity && encodingOf(dump);
  if (severity !== undefined && suspect) {
    const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const words = say(encodingWords(suspect));
    return [{ ...place, code: 'suspect-encoding', severity, message: words, certainty: suspect.share, related: [] }];
  }
  return dump.issue.pages.flatMap((placed) =>
    findingsOf(placed.page)
      .filter((finding) => isShown(placed.page, finding, settings))
      .map((finding) => ({
        ...placeOf(rangeOf(placed, finding.span)),
        code: finding.code,
        severity: severityOf(finding, settings),
        message: say(finding.message, placed.line),
        certainty: finding.certainty,
        hash: fingerprintOf(placed.page, finding),
        related: finding.related.map(({ span, message }) => ({
          ...placeOf(rangeOf(placed, span)),
          message: say(message, placed.line),
        })),
      })),
  );
}

/** Findings without those where a jump line leads on; of a jump line that leads nowhere though it should it is said. */
export function withFates(findings: readonly CheckedFinding[], fateOf: FateOf): CheckedFinding[] {
  return findings.flatMap((finding) => {
    const fate = fateOf({ code: finding.code, range: rangeIn(finding) });
    if (fate === 'led') return [];
    return [fate === undefined ? finding : { ...finding, message: say(missedWords(fate)) }];
  });
}

/** A range counted from 1, as command lines count. */
export function placeOf({ start, end }: Range): Place {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The range that a place means. */
function rangeIn({ line, column, endLine, endColumn }: Place): Range {
  return { start: { line: line - 1, character: column - 1 }, end: { line: endLine - 1, character: endColumn - 1 } };
}
