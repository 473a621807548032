/** Figures: the only door to what recognises, resolves and converts them. */

export { type Check, type CheckKind, checkFigures } from './check/index.ts';
export { type Conversion, toSI } from './convert.ts';
export type { Figure, FigureBound, FigureKind, FigureValue } from './figure.ts';
export { type Cited, type Flow, flowsOf } from './flow.ts';
export { type LunarDate, lunarDate } from './lunar.ts';
export { placeOf, type Reading, type ReadPiece, readingsOf } from './reading.ts';
export { type RelativeDate, relativeDateAt, resolveDate, resolveRelative } from './resolve.ts';
export { readFigures } from './scan.ts';
export { readSubjects } from './subject.ts';
