/** Says that something is gone, with a way back for as long as nothing else has been done since. */
import type { AppStore } from '../../stores/app-store.ts';

/** @param step the label of the step that took it away */
export function tellWithUndo(app: AppStore, title: string, text: string, step: string): void {
  const { document } = app;
  app.ui.tell('done', title, text, {
    label: 'Undo',
    run: () => {
      if (app.document === document && document?.undoes === step) app.undo();
      else
        app.ui.tell(
          'attention',
          'Something else has been done since',
          'Undo that first, with the arrow at the top.',
        );
    },
  });
}
