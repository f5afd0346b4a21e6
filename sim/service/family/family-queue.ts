/** A first-in, first-out line of families from which any family can step out. Links lie in the families' own arrays: a family stands in one line at a time. */

import type { Families } from './families.ts';
import * as record from './family-record.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, NOBODY } = record;

export class FamilyQueue {
  first = NOBODY;
  length = 0;
  private last = NOBODY;
  private readonly families: Families;

  constructor(families: Families) {
    this.families = families;
  }

  clear() {
    this.first = NOBODY;
    this.last = NOBODY;
    this.length = 0;
  }

  add(family: number) {
    const { integers } = this.families;
    integers[family + AT.next] = NOBODY;
    integers[family + AT.previous] = this.last;
    if (this.last === NOBODY) this.first = family;
    else integers[this.last + AT.next] = family;
    this.last = family;
    this.length++;
  }

  remove(family: number) {
    const { integers } = this.families;
    const next = integers[family + AT.next]!;
    const previous = integers[family + AT.previous]!;
    if (previous === NOBODY) this.first = next;
    else integers[previous + AT.next] = next;
    if (next === NOBODY) this.last = previous;
    else integers[next + AT.previous] = previous;
    this.length--;
  }
}
