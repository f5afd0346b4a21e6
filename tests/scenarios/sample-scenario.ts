/** A small valid scenario to change one thing in. */
import { mergeLayers } from '../../scenarios/layers.ts';

export const SMALL = {
  name: 'Small service',
  period: { start: '2026-04-01' },
  demand: { sources: { everyone: { referrals: 500, needs: { ordinary: 1 } } } },
  needs: { ordinary: { routes: { pathways: { 'family support': 0.74 } } } },
  pathways: { 'family support': {} },
  teams: { main: { serves: ['family support'], posts: { worker: { fte: 20, effectiveFill: 1 } } } },
} as const;

/** The small scenario with some values changed, as a merge patch. */
export function smallWith(changes: Record<string, unknown>): Record<string, unknown> {
  return mergeLayers([
    { name: 'small', content: SMALL },
    { name: 'changes', content: changes },
  ]).content;
}
