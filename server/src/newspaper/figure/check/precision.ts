import type { Figure } from '../figure.ts';
import { amount, type Sentence } from './check.ts';

/**
 * How far a printed number may be from the one that it stands for: half of its last digit where it is told in 万 or 亿
 * or with decimals, nothing where every one is counted.
 */
export function slack({ text }: Sentence, figure: Figure): number {
  const value = amount(figure) ?? 0;
  const printed = text.slice(figure.start, figure.end).normalize('NFKC').replaceAll(',', '');
  const [, whole, decimals = ''] = /(\d+)(?:\.(\d+))?/u.exec(printed) ?? [];
  if (whole === undefined || value === 0) return 0;
  const shown = Number(decimals === '' ? whole : `${whole}.${decimals}`);
  const factor = Math.abs(value) / shown;
  return factor === 1 && decimals === '' ? 0 : (0.5 * factor) / 10 ** decimals.length;
}

/** Whether `made` is the number that a figure prints, rounded as it is. */
export function agrees(sentence: Sentence, figure: Figure, made: number): boolean {
  const value = amount(figure);
  return value !== undefined && Math.abs(made - value) <= slack(sentence, figure) + 1e-9 * Math.abs(value);
}

/** Whether `made` of these parts can be the number that a figure prints, however all of them were rounded. */
export function mayAgree(sentence: Sentence, figure: Figure, parts: readonly number[], made: number): boolean {
  const room = parts.reduce((sum, part) => sum + slack(sentence, sentence.all[part]!), slack(sentence, figure));
  return Math.abs(made - (amount(figure) ?? 0)) <= room * (1 + 1e-9) + 1e-9 * Math.abs(made);
}
