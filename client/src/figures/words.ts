import { l10n } from 'vscode';
import type { Words } from './row.ts';

/** What the view says, in the language of the user interface. */
export function wordsOfView(): Words {
  return {
    columns: {
      value: l10n.t('Value'),
      unit: l10n.t('Unit'),
      kind: l10n.t('Kind'),
      subject: l10n.t('Subject'),
      place: l10n.t('Place'),
      date: l10n.t('Date'),
      article: l10n.t('Article'),
      line: l10n.t('Line'),
    },
    kinds: {
      count: l10n.t('Count'),
      money: l10n.t('Money'),
      percent: l10n.t('Percentage'),
      fraction: l10n.t('Fraction'),
      ordinal: l10n.t('Ordinal'),
      measure: l10n.t('Measure'),
      date: l10n.t('Date'),
      interval: l10n.t('Interval'),
      duration: l10n.t('Duration'),
    },
    title: l10n.t('Figures'),
    filter: l10n.t('Filter'),
    kind: l10n.t('Kind'),
    allKinds: l10n.t('All kinds'),
    scope: l10n.t('Show'),
    thisDump: l10n.t('This dump'),
    openDumps: l10n.t('All open dumps'),
    exportCsv: l10n.t('Export as CSV…'),
    exportJson: l10n.t('Export as JSON…'),
    mark: l10n.t('CSV for Excel (with byte order mark)'),
    count: l10n.t('{0} of {1} figures'),
    none: l10n.t('No figures'),
    more: l10n.t('Show {0} more'),
    hint: l10n.t('Enter or a click leads to the text; the arrow keys move through the rows.'),
    chart: l10n.t('Chart'),
    bars: l10n.t('Bars'),
    line: l10n.t('Line over dates'),
    barsOf: l10n.t('{0} figures in {1}, the largest {2}'),
    lineOf: l10n.t('{0} figures in {1} from {2} to {3}'),
    noChart: l10n.t('A chart is drawn where all rows are in one unit: filter them, or choose a figure of a list.'),
  };
}
