/** Undo, redo and save by keyboard in a browser window; a desktop window has them in its menu. */
import { useEffect } from 'react';
import type { AppStore } from '../stores/app-store.ts';

export function useUndoKeys(app: AppStore): void {
  useEffect(() => {
    if (app.desktop) return;
    const press = (event: KeyboardEvent) => {
      const wish = wishOf(event);
      if (wish === null || (wish !== 'save' && isTyping(event.target))) return;
      event.preventDefault();
      if (wish === 'save') void app.save();
      else if (wish === 'undo') app.undo();
      else app.redo();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [app]);
}

function wishOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | 'save' | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  if (shiftKey) return null;
  return key.toLowerCase() === 'y' ? 'redo' : key.toLowerCase() === 's' ? 'save' : null;
}

/** There undo concerns the typing. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement)
    return !target.readOnly && !['button', 'checkbox', 'radio', 'range'].includes(target.type);
  return target instanceof HTMLTextAreaElement;
}
