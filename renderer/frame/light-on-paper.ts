/** Paper is white: a page in the dark theme is printed in light, and is dark again on the screen. */
import { useEffect } from 'react';

/** Mantine's own mark on the document, from which every colour follows. */
const MARK = 'data-mantine-color-scheme';

export function useLightOnPaper(): void {
  useEffect(() => {
    const root = document.documentElement;
    let onScreen: string | null = null;
    const toPaper = () => {
      onScreen = root.getAttribute(MARK);
      root.setAttribute(MARK, 'light');
    };
    const toScreen = () => {
      if (onScreen !== null) root.setAttribute(MARK, onScreen);
    };
    addEventListener('beforeprint', toPaper);
    addEventListener('afterprint', toScreen);
    return () => {
      removeEventListener('beforeprint', toPaper);
      removeEventListener('afterprint', toScreen);
    };
  }, []);
}
