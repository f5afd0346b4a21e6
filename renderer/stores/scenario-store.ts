/**
 * One scenario of the open document: its values, where each comes from, what is wrong, and how it is edited. An edit shows at once;
 * typing in one field is one step that undo takes back.
 */
import { compareStructural, makeAutoObservable, observableRef } from 'mobx';
import type { EditStep, ScenarioContent } from '../../host/contract.ts';
import type { Confidence } from '../../scenarios/confidence.ts';
import type { ScenarioDocument } from '../../scenarios/file.ts';
import { isInUse } from '../../scenarios/in-use.ts';
import type { Problem } from '../../scenarios/problem.ts';
import { isGroup, type Leaf } from '../../scenarios/shape.ts';
import { labelInPlace, labelOf } from '../fields/labels.ts';
import { valueShortly } from '../fields/words.ts';
import { type Annotation, annotated, whatDiffers } from './annotation.ts';
import { contentAfter, contentBefore, scenarioOf } from './content-before.ts';
import type { DocumentStore } from './document-store.ts';
import { withFollowing } from './following.ts';
import { defaultAt, leafAt } from './parameter-at.ts';
import { bare, isAnnotated, keysOf, valueAt, withoutValue, withValue } from './scenario-content.ts';
import { baseOf, baseValuesOf, mergedOf, type Reading, readContent } from './scenario-reading.ts';

/** Everything that a field shows of one parameter. */
export interface Field {
  readonly path: string;
  readonly leaf: Leaf;
  /** In words: "Caseload cap". */
  readonly label: string;
  /** As it stands: set here, by the preset, or the default; `undefined` where there is none. */
  readonly value: unknown;
  /** What it would be if it were not set here. */
  readonly baseValue: unknown;
  /** It is set here to another value than it would have; it can be put back. */
  readonly differs: boolean;
  /** "this scenario", a preset's id, or "default". */
  readonly setBy: string;
  readonly note: string | null;
  readonly source: string | null;
  readonly confidence: Confidence;
  readonly problems: readonly Problem[];
  /** `false`: other choices leave it without effect. */
  readonly inUse: boolean;
}

interface Draft {
  readonly path: string;
  readonly value: unknown;
}

/** Milliseconds without a key after which typing that makes sense is kept as a step, should the person never leave the field. */
const TYPING_PAUSE = 1_500;

export class ScenarioStore {
  readonly id: string;
  private readonly document_: DocumentStore;
  private draft: Draft | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private lastGood: ScenarioDocument | null = null;

  constructor(document: DocumentStore, id: string) {
    this.id = id;
    this.document_ = document;
    makeAutoObservable<this, 'document_' | 'draft' | 'pause' | 'lastGood'>(this, {
      id: false,
      document_: false,
      draft: observableRef,
      pause: false,
      lastGood: false,
      field: false,
      annotation: false,
      written: false,
    });
  }

  /** As kept, with what is being typed. */
  get content(): ScenarioContent {
    return this.draft ? this.contentWith(this.draft.path, this.draft.value) : this.kept;
  }

  get name(): string {
    const { name } = this.content;
    return typeof name === 'string' ? name : 'Unnamed scenario';
  }

  get reading(): Reading {
    return readContent(this.content);
  }

  get problems(): readonly Problem[] {
    return this.reading.problems;
  }

  get valid(): boolean {
    return this.reading.document !== null;
  }

  /** The scenario whole; while something is wrong, as it last was without problems. `null`: it never was. */
  get document(): ScenarioDocument | null {
    const { document } = this.reading;
    if (document) this.lastGood = document;
    return document ?? this.lastGood;
  }

  /** Paths of the parameters that this scenario sets to other values than what it extends. */
  get differing(): readonly string[] {
    return [...this.merged.origins.keys()].filter((path) => {
      if (path === 'name' || path === 'description') return false;
      return this.written(path) !== undefined && !same(this.valueOf(path), this.baseValue(path), path);
    });
  }

  /** @throws {Error} where the path is no parameter's */
  field(path: string): Field {
    const leaf = leafAt(path);
    const origin = this.merged.origins.get(path);
    const value = this.valueOf(path);
    const baseValue = this.baseValue(path);
    const { source, confidence } = leaf.about;
    return {
      path,
      leaf,
      label: labelOf(path),
      value,
      baseValue,
      differs: this.written(path) !== undefined && !same(value, baseValue, path),
      setBy: origin?.setBy ?? 'default',
      note: origin?.note ?? null,
      source: origin ? origin.source : source,
      confidence: (origin ? origin.confidence : confidence) ?? 'assumption',
      problems: this.problems.filter((problem) => isAtOrIn(problem.path, path)),
      inUse: this.isInUse(path),
    };
  }

  /** What this scenario itself says at a path, notes included; `undefined` where it says nothing. */
  written(path: string): unknown {
    return valueAt(this.content, keysOf(path));
  }

  /** A value on the way: it shows and is simulated at once, and becomes a step on `commit` or when typing pauses. */
  type(path: string, value: unknown): void {
    if (this.draft !== null && this.draft.path !== path) this.commit();
    this.draft = { path, value };
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      if (this.valid) this.commit();
    }, TYPING_PAUSE);
  }

  /** The same as long as a hand holds it: only `commit` makes it a step. */
  drag(path: string, value: unknown): void {
    this.type(path, value);
    clearTimeout(this.pause);
  }

  /** Makes what is being typed a step. */
  commit(): void {
    clearTimeout(this.pause);
    const { draft } = this;
    this.draft = null;
    if (draft) this.setValue(draft.path, draft.value);
  }

  /** Lets go of what is being typed. */
  abandon(): void {
    clearTimeout(this.pause);
    this.draft = null;
  }

  /** One step. What stood there as source was of the old value and goes; a person's note stays. */
  setValue(path: string, value: unknown): void {
    this.settle(path);
    const before = this.valueOf(path);
    if (same(before, value, path)) return;
    const { unit } = leafAt(path).about;
    const [is, was] = [value, before].map((given) => valueShortly(given, unit));
    this.edit(`${labelInPlace(path)}: ${is} instead of ${was}`, this.contentWith(path, value));
  }

  /** As what it extends has it, or as the default. */
  putBack(path: string): void {
    this.settle(path);
    if (this.written(path) === undefined) return;
    const { unit } = leafAt(path).about;
    const label = `${labelInPlace(path)} back to ${valueShortly(this.baseValue(path), unit)}`;
    this.edit(label, withFollowing(withoutValue(this.kept, path, baseOf(this.kept)), path));
  }

  /** What is said of the value at a path; a usual value has the source of the default. */
  annotation(path: string): Annotation {
    const { note, source, confidence } = this.field(path);
    return { note: note ?? '', source: source ?? '', confidence };
  }

  /** What is said of a preset's or a usual value makes that value this scenario's own. */
  annotate(path: string, said: Annotation): void {
    this.settle(path);
    const label = `${whatDiffers(this.annotation(path), said)} of ${lowerFirst(labelInPlace(path))}`;
    this.edit(label, withValue(this.kept, path, annotated(this.valueOf(path), said)));
  }

  rename(name: string): void {
    this.commit();
    if (name.trim() !== '' && name !== this.name) {
      this.edit(`“${name.trim()}” instead of “${this.name}”`, { ...this.kept, name: name.trim() });
    }
  }

  /**
   * Any other change of the content as one step: a team or a dated change added or taken away.
   * @param label in words, as undo will say it
   * @param change what it makes of the content
   * @param also done in the same step, before it
   */
  change(
    label: string,
    change: (content: ScenarioContent) => ScenarioContent,
    also: readonly EditStep[] = [],
  ): void {
    this.commit();
    this.edit(label, change(this.kept), also);
  }

  /** What stands at a path with nothing filled in: groups too. */
  valueOf(path: string): unknown {
    const value = valueAt(this.merged.content, keysOf(path));
    return value === undefined ? (this.valueBefore(path) ?? defaultAt(path)) : value;
  }

  private get kept(): ScenarioContent {
    return this.document_.state.scenarios.find(({ id }) => id === this.id)?.content ?? {};
  }

  /** As written, the preset's values below this scenario's own, without notes and defaults. */
  get merged() {
    return mergedOf(this.content);
  }

  private get base() {
    return baseValuesOf(this.content);
  }

  /** In a dated change, what holds just before it. */
  private baseValue(path: string): unknown {
    const value = isInChange(path) ? this.valueBefore(path) : valueAt(this.base, keysOf(path));
    return value === undefined ? defaultAt(path) : value;
  }

  /** What holds just before the dated change that the path is in; `undefined` outside changes. */
  private valueBefore(path: string): unknown {
    const [, name, ...inner] = keysOf(path);
    return isInChange(path) ? valueAt(contentBefore(this.merged.content, name!), inner) : undefined;
  }

  private isInUse(path: string): boolean {
    const [, name, ...inner] = keysOf(path);
    if (!isInChange(path)) return this.document === null || isInUse(path, this.document.scenario);
    const after = scenarioOf(contentAfter(this.merged.content, name!));
    return after === null || isInUse(inner.join('.'), after);
  }

  private contentWith(path: string, value: unknown): ScenarioContent {
    const own = valueAt(this.kept, keysOf(path));
    const note = isAnnotated(own) && typeof own.note === 'string' ? own.note : null;
    return withFollowing(withValue(this.kept, path, note === null ? bare(value) : { value, note }), path);
  }

  /** What is typed in another field becomes a step of its own; in this one it is overtaken. */
  private settle(path: string): void {
    if (this.draft !== null && this.draft.path !== path) this.commit();
    else this.abandon();
  }

  /** Gone in another window, it is not brought back by what was still being typed here. */
  private edit(label: string, content: ScenarioContent, also: readonly EditStep[] = []): void {
    if (!this.document_.state.scenarios.some(({ id }) => id === this.id)) return;
    const step: EditStep = { kind: 'put scenario', scenario: { id: this.id, content } };
    this.document_.edit(label, [...also, step]);
  }
}

/** A time that names no unit is in that of its parameter. */
function same(one: unknown, other: unknown, path: string): boolean {
  const { form, unit } = leafAt(path).about;
  const whole = (value: unknown) => (form.kind === 'time' && isGroup(value) ? { unit, ...value } : value);
  return compareStructural(whole(one), whole(other));
}

/** A parameter that a dated change says anew; not the change's own date. */
const isInChange = (path: string) => /^changes\.[^.]+\.[^.]+\./.test(path);
const isAtOrIn = (place: string, path: string) => place === path || place.startsWith(`${path}.`);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
