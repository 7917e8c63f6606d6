import { supports } from './requirements';

/** The ribbon of the Excel around us, for src/commands. */
export interface OfficeRibbon {
  /**
   * Joins a function name of the manifest to what it does; Excel shows the button as busy until the promise settles.
   */
  associate(name: string, run: () => Promise<void>): void;
  /** Shows the task pane; in a shared runtime its page is already running. */
  showPane(): Promise<void>;
}

export function officeRibbon(): OfficeRibbon {
  return {
    associate(name, run) {
      Office.actions.associate(name, (event?: Office.AddinCommands.Event) => {
        // Pressed on the ribbon an event comes along, by keyboard none does.
        void run().finally(() => event?.completed());
      });
    },
    async showPane() {
      if (supports('SharedRuntime', '1.1')) await Office.addin.showAsTaskpane();
    },
  };
}
