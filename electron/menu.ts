/** The menu bar, with the shortcuts that each system's people know. */
import type { MenuItemConstructorOptions as Item } from 'electron';
import type { Settings } from '../host/contract.ts';

export interface MenuState {
  readonly mac: boolean;
  /** Run from source: with developer tools. */
  readonly developing: boolean;
  /** Newest first. */
  readonly recent: readonly { readonly name: string; readonly path: string }[];
  readonly theme: Settings['theme'];
}

export interface MenuActions {
  newDocument(): void;
  newWindow(): void;
  open(): void;
  openRecent(path: string): void;
  save(): void;
  saveCopy(): void;
  saveAsPdf(): void;
  print(): void;
  closeDocument(): void;
  undo(): void;
  redo(): void;
  theme(theme: Settings['theme']): void;
  help(): void;
}

const THEMES: readonly { readonly theme: Settings['theme']; readonly label: string }[] = [
  { theme: 'as the system', label: 'As the System' },
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
];

const LINE: Item = { type: 'separator' };

export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  return [
    ...(state.mac ? [{ role: 'appMenu' as const }] : []),
    fileMenu(state, actions),
    editMenu(state, actions),
    viewMenu(state, actions),
    { role: 'windowMenu' },
    helpMenu(state, actions),
  ];
}

function fileMenu({ mac, recent }: MenuState, actions: MenuActions): Item {
  const files: Item[] = recent.map(({ name, path }) => ({
    label: name,
    toolTip: path,
    click: () => actions.openRecent(path),
  }));
  const none: Item = { label: 'No Recent Documents', enabled: false };
  return {
    label: '&File',
    submenu: [
      { label: 'New', accelerator: 'CmdOrCtrl+N', click: actions.newDocument },
      { label: 'New Window', accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
      LINE,
      { label: 'Open…', accelerator: 'CmdOrCtrl+O', click: actions.open },
      { label: 'Open Recent', submenu: files.length === 0 ? [none] : files },
      LINE,
      // Every change is saved as it is made; who presses it is told so.
      { label: 'Save', accelerator: 'CmdOrCtrl+S', click: actions.save },
      { label: 'Save a Copy…', accelerator: 'CmdOrCtrl+Shift+S', click: actions.saveCopy },
      { label: 'Save as PDF…', click: actions.saveAsPdf },
      { label: 'Print…', accelerator: 'CmdOrCtrl+P', click: actions.print },
      LINE,
      { label: 'Close Document', click: actions.closeDocument },
      { role: 'close', label: 'Close Window' },
      ...(mac ? [] : [LINE, { role: 'quit' as const }]),
    ],
  };
}

function editMenu({ mac }: MenuState, actions: MenuActions): Item {
  return {
    label: '&Edit',
    submenu: [
      { label: 'Undo', accelerator: 'CmdOrCtrl+Z', click: actions.undo },
      { label: 'Redo', accelerator: mac ? 'Shift+Cmd+Z' : 'Ctrl+Y', click: actions.redo },
      // An item has one shortcut; many know this one from other programs.
      ...(mac ? [] : [{ label: 'Redo', accelerator: 'Ctrl+Shift+Z', visible: false, click: actions.redo }]),
      LINE,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  };
}

function viewMenu({ theme, developing }: MenuState, actions: MenuActions): Item {
  const themes: Item[] = THEMES.map((each) => ({
    label: each.label,
    type: 'radio',
    checked: each.theme === theme,
    click: () => actions.theme(each.theme),
  }));
  return {
    label: '&View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      LINE,
      { label: 'Theme', submenu: themes },
      LINE,
      { role: 'togglefullscreen' },
      ...(developing ? [LINE, { role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
    ],
  };
}

function helpMenu({ mac }: MenuState, actions: MenuActions): Item {
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      { label: 'Headroom Help', accelerator: 'F1', click: actions.help },
      ...(mac ? [] : [LINE, { role: 'about' as const }]),
    ],
  };
}
