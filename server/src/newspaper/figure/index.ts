/** Figures: the only door to what recognises, resolves and converts them. */
export type { Figure, FigureBound, FigureKind, FigureValue } from './figure.ts';
export { readFigures } from './scan.ts';
