import { type Dimension, SI_UNITS, UNITS } from './data/units.ts';
import { wordList } from './data/variants.ts';
import { tidy } from './duration.ts';
import type { Figure } from './figure.ts';

/** A quantity in units of the SI. */
export interface Conversion {
  /** One number, or two for a range; numbers in full, not rounded. */
  readonly value: number | readonly [number, number];
  /** The symbol of the SI unit (m, m², kg, K, J, bit). */
  readonly unit: string;
  readonly dimension: Dimension;
}

interface Factor {
  readonly dimension: Dimension;
  readonly factor: number;
  readonly offset: number;
}

let factors: ReadonlyMap<string, Factor> | undefined;

/** By unit, how it is converted; made when first needed. */
function factorsOfUnits(): ReadonlyMap<string, Factor> {
  factors ??= new Map(
    UNITS.flatMap(([names, dimension, factor, offset]) =>
      factor === undefined
        ? []
        : wordList(names).map((name) => [name, { dimension, factor, offset: offset ?? 0 }] as const),
    ),
  );
  return factors;
}

/**
 * A measure in units of the SI (亩 in m², 斤 in kg, 摄氏度 in K, 度电 in J, 公里/小时 in m/s). Undefined for figures of other kinds,
 * for those without a definite number, and for units that mean several things (度).
 */
export function toSI(figure: Pick<Figure, 'kind' | 'value' | 'unit'>): Conversion | undefined {
  const { kind, value, unit } = figure;
  if (kind !== 'measure' || unit === undefined) return undefined;
  const known = factorsOfUnits().get(unit);
  const symbol = known === undefined ? undefined : SI_UNITS[known.dimension];
  if (known === undefined || symbol === undefined) return undefined;
  const convert = (amount: number): number => tidy(amount * known.factor + known.offset);
  const { dimension } = known;
  if (typeof value === 'number') return { value: convert(value), unit: symbol, dimension };
  if (!Array.isArray(value)) return undefined;
  const [low, high] = value as readonly unknown[];
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  return { value: [convert(low), convert(high)], unit: symbol, dimension };
}
