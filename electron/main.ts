/** Starts the desktop program: one of it at a time, its scheme before anything is shown, its guards before any page. */
import { dirname, join } from 'node:path';
import { app, session } from 'electron';
import { documentsFolder, settingsFolder } from '../host/folders.ts';
import { registerScheme, serveScreens } from './app-protocol.ts';
import { Desktop } from './desktop.ts';
import { openDoor } from './door.ts';
import { guardContents, guardSession } from './guards.ts';
import { documentsIn } from './opened-files.ts';

/** The built program: this file lies in its folder `main`. */
const PROGRAM = dirname(import.meta.dirname);

if (app.requestSingleInstanceLock()) begin();
else app.quit();

function begin(): void {
  registerScheme();
  // The same settings as in a browser window, and the list of documents opened lately; unless another folder was asked for.
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', settingsFolder());
  // No name is ever looked up: a second line behind the refusal of every request that leaves the program.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.on('web-contents-created', (_event, contents) => guardContents(contents));

  const asked = documentsIn(process.argv.slice(1), process.cwd());
  let desktop: Desktop | null = null;
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (desktop === null) asked.push(path);
    else desktop.openDocuments([path]);
  });
  app.on('second-instance', (_event, args, folder) => {
    const documents = documentsIn(args.slice(1), folder);
    if (desktop === null) asked.push(...documents);
    else desktop.called(documents);
  });
  app.on('activate', () => desktop?.called([]));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  void app.whenReady().then(() => {
    desktop = open();
    return desktop.start(asked);
  });
  let closing: 'no' | 'now' | 'done' = 'no';
  app.on('will-quit', (event) => {
    if (desktop === null || closing === 'done') return;
    event.preventDefault();
    if (closing === 'now') return;
    closing = 'now';
    void desktop.close().finally(() => {
      closing = 'done';
      app.quit();
    });
  });
}

function open(): Desktop {
  app.setAboutPanelOptions({ applicationName: 'Headroom', applicationVersion: app.getVersion() });
  guardSession(session.defaultSession, !app.isPackaged);
  serveScreens(session.defaultSession, join(PROGRAM, 'renderer'));
  const folders = {
    documents: documentsFolder(app.getPath('documents')),
    settings: app.getPath('userData'),
    program: PROGRAM,
  };
  const desktop = new Desktop(folders);
  openDoor(
    (contents) => desktop.windows.of(contents),
    (window, name, argument) => desktop.answer(window, name, argument),
  );
  return desktop;
}
