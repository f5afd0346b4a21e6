/** A small service that simulates in milliseconds, as the content of a scenario file. */
export function tinyScenario(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    type: 'headroom-scenario',
    version: 1,
    name: 'Tiny',
    period: { start: '2026-04-06', weeks: 12, warmUpWeeks: 26, nation: 'none' },
    demand: { sources: { all: { referrals: 60, per: 'year', needs: { ordinary: 1 } } } },
    needs: { ordinary: { routes: { advice: 0.24, socialCare: 0.02, pathways: { support: 0.74 } } } },
    pathways: { support: {} },
    teams: { all: { serves: ['support'], posts: { worker: { fte: 1.5 } } } },
    ...changes,
  };
}
