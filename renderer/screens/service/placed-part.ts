/** A part of the service in the picture, in CSS pixels. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of the service and its place; `more` stands for those that there is no room for. */
export interface Placed {
  /** As `ui.part` names it. */
  readonly part: string;
  readonly kind: PartKind;
  readonly name: string;
  readonly box: Box;
}

export type PartKind =
  | 'source'
  | 'advice line'
  | 'front door'
  | 'duty'
  | 'list'
  | 'work'
  | 'leaving'
  | 'team'
  | 'closing'
  | 'back'
  | 'more';
