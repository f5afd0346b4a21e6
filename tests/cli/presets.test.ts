import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { program } from '../../cli/program.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { parameters } from '../../scenarios/shape.ts';
import { headroom } from './headroom.ts';

const FOLDER = tmpdir();
const onOneLine = (text: string) => text.replace(/\s+/g, ' ');

afterEach(() => vi.restoreAllMocks());

/** What a command prints, without a process for each. */
async function printed(args: readonly string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await program().parseAsync(args, { from: 'user' });
  return write.mock.calls.map(([text]) => String(text)).join('');
}

describe('presets', () => {
  it('lists each by id and title', async () => {
    const { code, stdout } = await headroom(['presets'], FOLDER);
    expect(code).toBe(0);
    for (const { id, title } of PRESETS) {
      expect(stdout).toMatch(new RegExp(`^${id} +\\S`, 'm'));
      expect(stdout).toContain(title);
    }
  });

  it.each(PRESETS.map(({ id }) => [id]))(
    'shows %s with its summary, sources and contradictions',
    async (id) => {
      const preset = PRESETS.find((candidate) => candidate.id === id)!;
      const text = onOneLine(await printed(['presets', 'show', id]));
      expect(text).toContain(onOneLine(preset.summary));
      for (const { id: contradiction } of preset.contradictions) expect(text).toContain(`${contradiction}: `);
      const { byPathway = {}, ...ofService } = preset.published;
      const figures = [ofService, ...Object.values(byPathway)].flatMap((some) => Object.values(some));
      for (const figure of figures) expect(text).toContain(onOneLine(figure!.source));
    },
  );

  it('shows one as the program does, and ends well', async () => {
    const { id, title } = PRESETS[0]!;
    const { code, stdout, stderr } = await headroom(['presets', 'show', id], FOLDER);
    expect([code, stderr]).toEqual([0, '']);
    expect(onOneLine(stdout)).toContain(title);
  });

  it('checks one beside what is published, and its exit code says whether a difference is unexplained', async () => {
    const preset = PRESETS.find(({ published }) => published.openFamilies && published.waiting)!;
    const { code, stdout, stderr } = await headroom(['presets', 'check', preset.id], FOLDER);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/open families \(families\) +[\d.,]+ \(.*\) +[\d.,]+ +(agrees|differs(: \w+)?)/);
    expect(code).toBe(/differs$/m.test(stdout) ? 1 : 0);
  });

  it('refuses an unknown one', async () => {
    const { code, stderr } = await headroom(['presets', 'check', 'atlantis'], FOLDER);
    expect(code).toBe(2);
    expect(stderr).toContain('atlantis: there is no preset');
  });
});

describe('parameters', () => {
  it('lists every one with unit, bounds, default and source', async () => {
    const { code, stdout } = await headroom(['parameters'], FOLDER);
    expect(code).toBe(0);
    const text = onOneLine(stdout);
    for (const { path, leaf } of parameters()) {
      expect(stdout).toContain(`${path} (${leaf.about.unit})`);
      expect(text).toContain(onOneLine(`Allowed: ${leaf.about.allowed}.`));
      if (leaf.about.source) expect(text).toContain(onOneLine(`Source: ${leaf.about.source}`));
    }
  });

  it('lists those under a path, with any name in place of a record', async () => {
    const { stdout } = await headroom(['parameters', 'teams.north.posts.worker.capPerFte'], FOLDER);
    expect(stdout.match(/^teams\.\*\.posts\.\*\.capPerFte/m)).not.toBeNull();
    expect(stdout.split('\n\n')).toHaveLength(1);
  });
});
