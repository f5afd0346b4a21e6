/** A screen on paper, or as a PDF that would look the same: A4, with its colours. */
import { type BrowserWindow, dialog } from 'electron';
import { saveFile } from './dialogs.ts';

export function printPage(window: BrowserWindow): void {
  window.webContents.print({ printBackground: true, pageSize: 'A4' });
}

/** @param folder where the dialog begins */
export async function savePageAsPdf(window: BrowserWindow, folder: string): Promise<void> {
  try {
    const content = await window.webContents.printToPDF({ printBackground: true, pageSize: 'A4' });
    await saveFile(window, folder, { suggestedName: `${window.getTitle()}.pdf`, content });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    await dialog.showMessageBox(window, { type: 'error', message: 'The PDF could not be saved.', detail });
  }
}
