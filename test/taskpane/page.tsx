import './browser-parts';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import '@testing-library/jest-dom';
import { configure, render } from '@testing-library/react';
import type { InputFile } from '../../src/app/ports';
import { sha256 } from '../../src/files/hash/sha256';
import { EngineClient } from '../../src/worker/engine-client';
import { pageChannel } from '../../src/worker/page-channel';
import { App } from '../../src/taskpane/shell/app';
import type { Services } from '../../src/taskpane/shared/services';
import { createSession } from '../../src/worker/create-session';

// Reading real files takes its time on a busy machine; waiting long costs nothing where all is well.
configure({ asyncUtilTimeout: 120_000 });

const RECEIVED = path.join(__dirname, '../../samples/khanh-hoa-2020/received');

export function sampleBytes(file: string): Uint8Array {
  // A fresh array of this realm: the bytes of a Buffer belong to another one.
  return Uint8Array.from(readFileSync(path.join(RECEIVED, file)));
}

export function sampleInput(file: string): InputFile {
  return { file, size: 1, bytes: async () => sampleBytes(file).buffer as ArrayBuffer };
}

export function sampleNames(): string[] {
  return readdirSync(RECEIVED).sort();
}

/** The engine with all its parts, answering in this process. */
export function realEngine(): EngineClient {
  return new EngineClient({
    channels: [pageChannel(async () => createSession({ hasher: { sha256: async (bytes) => sha256(bytes) } }))],
  });
}

export function open(services: Partial<Services> = {}): ReturnType<typeof render> {
  const all: Services = {
    engine: realEngine(),
    workbook: null,
    sample: null,
    officeMissing: false,
    officeTheme: null,
    tooOld: null,
    commands: null,
    ...services,
  };
  return render(<App services={all} />);
}
