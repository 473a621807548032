import type { LooksLikeDumpParams, LooksLikeDumpResult } from '../../protocol.ts';

/** Whether a plain text looks like a newspaper dump. */
export function looksLikeDump(_params: LooksLikeDumpParams): LooksLikeDumpResult {
  return { score: 0, reasons: [] };
}
