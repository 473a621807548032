import { meantBy } from '../../newspaper/index.ts';

/** The pages of a dump by what a jump line may call them: `4` also means page A4. */
export class PagesByName {
  /** Places in the dump, ascending. */
  private readonly places = new Map<string, number[]>();

  constructor(pageNames: readonly (readonly string[])[]) {
    pageNames.forEach((own, place) => {
      for (const name of meantBy(own)) this.add(name, place);
    });
  }

  /**
   * The places nearest to `from`, before and behind it, of pages that are meant by `name`: `most` of them, one more where
   * the last two are equally far.
   */
  nearest(from: number, name: string, most: number): readonly number[] {
    const places = this.places.get(name) ?? [];
    let behind = firstBehind(places, from);
    let before = behind - 1;
    if (places[before] === from) before--;
    const found: number[] = [];
    while (found.length < most) {
      const back = before < 0 ? Number.POSITIVE_INFINITY : from - places[before]!;
      const ahead = behind >= places.length ? Number.POSITIVE_INFINITY : places[behind]! - from;
      const distance = Math.min(back, ahead);
      if (distance === Number.POSITIVE_INFINITY) break;
      if (back === distance) found.push(places[before--]!);
      if (ahead === distance) found.push(places[behind++]!);
    }
    return found;
  }

  private add(name: string, place: number): void {
    const places = this.places.get(name);
    if (places === undefined) this.places.set(name, [place]);
    else places.push(place);
  }
}

/** The index of the first place behind `from`. */
function firstBehind(places: readonly number[], from: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! > from) high = middle;
    else low = middle + 1;
  }
  return low;
}
