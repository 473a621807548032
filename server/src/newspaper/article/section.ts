import type { Block, Role } from '../page/block.ts';
import type { Section } from './article.ts';

/** Section labels with their briefs: a brief belongs to the last label before it, also when other articles stand between. */
export function sectionsOf(blocks: readonly Block[], roles: readonly Role[]): readonly Section[] {
  const sections: { label: number | undefined; briefs: number[] }[] = [];
  for (const { index } of blocks) {
    if (roles[index] === 'section') sections.push({ label: index, briefs: [] });
    else if (roles[index] === 'brief') {
      if (sections.length === 0) sections.push({ label: undefined, briefs: [] });
      sections.at(-1)!.briefs.push(index);
    }
  }
  return sections;
}
