import { conventions, type Press } from './press.ts';

/**
 * What a single character can be to the press, as bits. Most blocks are told by their first or last character not to be
 * what a pattern looks for.
 */
export const Trait = {
  /** Opens a dateline. */
  dateline: 1 << 0,
  /** Stands among the first characters of a lead. */
  lead: 1 << 1,
  /** Opens a brief. */
  brief: 1 << 2,
  /** Opens a caption. */
  caption: 1 << 3,
  /** Opens a notice. */
  notice: 1 << 4,
  /** Stands at an edge of a byline or credit. */
  creditEdge: 1 << 5,
  /** Stands at an edge of a folio, a masthead or the editors' line. */
  furnitureEdge: 1 << 6,
  /** Family name. */
  surname: 1 << 7,
  /** Opens a connective. */
  connective: 1 << 8,
  /** Stands in sentences more than in headings. */
  functionWord: 1 << 9,
  /** Stands in bylines and credits. */
  credit: 1 << 10,
  /** Stands among the first characters of a dateline. */
  datelineMark: 1 << 11,
} as const;

const traits = new Uint16Array(0x10000);

function note(trait: number, charactersOf: (press: Partial<Press>) => string | undefined): void {
  for (const press of conventions) {
    const characters = charactersOf(press) ?? '';
    for (let at = 0; at < characters.length; at++) traits[characters.charCodeAt(at)]! |= trait;
  }
}

note(Trait.dateline, (press) => press.datelineOpeners);
note(Trait.datelineMark, (press) => press.datelineMarks);
note(Trait.lead, (press) => press.leadCharacters);
note(Trait.brief, (press) => press.briefMarks);
note(Trait.caption, (press) => press.captionOpeners);
note(Trait.notice, (press) => press.noticeOpeners);
note(Trait.creditEdge, (press) => press.creditEdges);
note(Trait.furnitureEdge, (press) => press.furnitureEdges);
note(Trait.surname, (press) => press.surnames);
note(Trait.connective, (press) => press.connectives?.map((word) => word.charAt(0)).join(''));
note(Trait.credit, (press) => press.creditCharacters);
note(Trait.functionWord, (press) => press.functionWords);

/** The bits of {@link Trait} that a UTF-16 code unit has; none for what is no unit. */
export function traitsOf(unit: number): number {
  return traits[unit] ?? 0;
}
