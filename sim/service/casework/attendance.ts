/** Sessions that no worker's hours can put off, in a course or with a partner: what becomes of them all is drawn when the family begins. */
import type { PathwayPlan } from '../../plan.ts';
import type { Streams } from '../../random/stream.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import * as purposes from '../purposes.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, ENDING } = record;
const { PURPOSE } = purposes;

/**
 * Counts down the sessions owed to those the family will never attend, sets its fate to how it ends (one of ENDING), and returns the number of
 * sessions, missed ones too, up to its last. A missed session is held again where `repeats`; in a course it is lost to the family.
 */
export function attend(
  families: Families,
  family: number,
  streams: Streams,
  { missedShare, dropOut }: PathwayPlan,
  repeats: boolean,
): number {
  const { integers } = families;
  const owed = integers[family + AT.sessionsOwed]!;
  let attended = 0;
  let tried = 0;
  let ending: number = integers[family + AT.stepsAfter]! > 0 ? ENDING.steps : ENDING.complete;
  while ((repeats ? attended : tried) < owed) {
    families.draw(streams, PURPOSE.session, family, tried);
    tried++;
    if (streams.first < missedShare) continue;
    attended++;
    if ((repeats ? attended : tried) < owed && streams.second < dropOut) {
      ending = ENDING.droppedOut;
      break;
    }
  }
  integers[family + AT.sessionsOwed] = owed - attended;
  integers[family + AT.fate] = ending;
  return tried;
}
