import { createRoot } from 'react-dom/client';
import { workerChannel, type OpenChannel } from '../worker/channel';
import { EngineClient } from '../worker/engine-client';
import { pageChannel } from '../worker/page-channel';
import { App } from './shell/app';
import { officeScript } from './boot/office-script';
import { decode, sampleSource } from './boot/sample';
import type { Services } from './shared/services';

/** True in the build that puts everything into one file (webpack.config.js). */
declare const PHULUC_SINGLE: boolean;

/** A worker of the server's own, or one from the text that travels inside the single page. */
function startWorker(): Worker {
  if (!PHULUC_SINGLE) return new Worker(new URL('../worker/worker.ts', import.meta.url));
  const source = document.getElementById('worker-source')?.textContent ?? '';
  const url = URL.createObjectURL(new Blob([decode(source)], { type: 'text/javascript' }));
  return new Worker(url);
}

/** The same engine in the page itself, for browsers that start no worker here. */
const inPage: OpenChannel = pageChannel(async () => (await import('../worker/create-session')).createSession());

const root = createRoot(document.getElementById('root')!);
let services: Services = {
  engine: new EngineClient({ channels: [workerChannel(startWorker), inPage] }),
  workbook: null,
  sample: sampleSource(),
  officeMissing: false,
  tooOld: null,
  commands: null,
  officeTheme: null,
};

function show(more: Partial<Services>): void {
  services = { ...services, ...more };
  root.render(<App services={services} />);
}

/** Excel's part is loaded where there is an Excel; until then, and elsewhere, this is a page like any other. */
async function joinExcel(): Promise<void> {
  const script = await officeScript();
  if (script === 'unwanted') return;
  if (script === 'missing') {
    show({ officeMissing: true });
    return;
  }
  const { startOffice } = await import('../excel/start-office');
  const started = await startOffice();
  if (started.host !== 'excel') return;
  const [{ createOpenWorkbook }, { officeRibbon }, { watchTheme }, { registerCommands }] = await Promise.all([
    import('../excel/create-open-workbook'),
    import('../excel/ribbon'),
    import('../excel/watch-theme'),
    import('../commands/register-commands'),
  ]);
  const commands = started.tooOld
    ? null
    : registerCommands(officeRibbon(), (name, error) => console.error(name, error));
  watchTheme((officeTheme) => show({ officeTheme }), started.theme);
  show({
    workbook: started.tooOld ? null : createOpenWorkbook(),
    officeTheme: started.theme,
    tooOld: started.tooOld,
    commands,
  });
}

show({});
joinExcel().catch((error: unknown) => {
  console.error(error);
  show({ officeMissing: true });
});
