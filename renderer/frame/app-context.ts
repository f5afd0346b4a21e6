/** The stores for every component below the frame. */
import { createContext, useContext } from 'react';
import type { AppStore } from '../stores/app-store.ts';

export const AppContext = createContext<AppStore | null>(null);

export function useApp(): AppStore {
  const app = useContext(AppContext);
  if (!app) throw new Error('A component that uses the stores must stand inside the frame.');
  return app;
}
