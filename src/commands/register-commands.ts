/** Function names as they stand in the manifest. */
export const COMMANDS = [
  'openPane',
  'checkSheet',
  'checkWorkbook',
  'consolidate',
  'insertTemplate',
  'undoStep',
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** What a ribbon can do for us; the entry file hands in Excel's. */
export interface Ribbon {
  associate(name: string, run: () => Promise<void>): void;
  showPane(): Promise<void>;
}

type Handler = () => void | Promise<void>;

export interface CommandRegistry {
  /** The pane says what a command does; a press that came before is carried out now. Returns how to take it back. */
  install(name: CommandName, handler: Handler): () => void;
}

/**
 * Joins every ribbon button to its handler. A command shows the pane and forwards; it knows nothing of what is done.
 * Errors of a handler go to `onError`, so that the button is released in any case.
 */
export function registerCommands(
  ribbon: Ribbon,
  onError: (name: CommandName, error: unknown) => void,
): CommandRegistry {
  const handlers = new Map<CommandName, Handler>();
  const waiting = new Set<CommandName>();
  const run = async (name: CommandName, handler: Handler): Promise<void> => {
    try {
      await handler();
    } catch (error) {
      onError(name, error);
    }
  };
  for (const name of COMMANDS) {
    ribbon.associate(name, async () => {
      try {
        await ribbon.showPane();
      } catch (error) {
        onError(name, error);
      }
      if (name === 'openPane' && !handlers.has(name)) return;
      const handler = handlers.get(name);
      if (handler) await run(name, handler);
      else waiting.add(name);
    });
  }
  return {
    install(name, handler) {
      handlers.set(name, handler);
      if (waiting.delete(name)) void run(name, handler);
      return () => {
        if (handlers.get(name) === handler) handlers.delete(name);
      };
    },
  };
}
