/** Where the window was when it was last closed, kept in the user's own settings folder. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import * as z from 'zod';

/** The smallest that every screen is drawn for. */
export const SMALLEST = { width: 1024, height: 640 } as const;
const FIRST = { width: 1366, height: 860 } as const;
/** So much of a window's top must be seen that one can take hold of it. */
const GRIP = { width: 160, height: 40 } as const;
/** So far a further window opens from the one before it. */
const CASCADE = 28;

const KEPT = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
  maximised: z.boolean(),
});

export interface WindowState {
  /** Without a place the system finds one. */
  readonly bounds: { readonly width: number; readonly height: number } & Partial<Rectangle>;
  readonly maximised: boolean;
}

/** A file that is not there, or not ours, or speaks of a screen no longer there, means the first size again. */
export function keptWindowState(file: string): WindowState {
  const kept = KEPT.safeParse(contentOf(file));
  if (!kept.success || !canBeGrasped(kept.data.bounds)) return { bounds: FIRST, maximised: false };
  return kept.data;
}

/** A little below and beside another window; from the corner of its screen again where part of it would be off the screen. */
export function besideOther(other: Rectangle): Rectangle {
  const { workArea } = screen.getDisplayMatching(other);
  const [x, y] = [other.x + CASCADE, other.y + CASCADE];
  const fits =
    x + other.width <= workArea.x + workArea.width && y + other.height <= workArea.y + workArea.height;
  return { ...other, ...(fits ? { x, y } : { x: workArea.x, y: workArea.y }) };
}

export function keepWindowState(file: string, window: BrowserWindow): void {
  const state = { bounds: window.getNormalBounds(), maximised: window.isMaximized() };
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(state));
  } catch (error) {
    // Where a folder cannot be written the window opens at its first size next time; closing must not fail for that.
    console.error(`The window's place could not be kept: ${error instanceof Error ? error.message : error}`);
  }
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function canBeGrasped({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const seen = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    return seen >= GRIP.width && y >= workArea.y && y + GRIP.height <= workArea.y + workArea.height;
  });
}
