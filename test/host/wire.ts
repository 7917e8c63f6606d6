/**
 * The words spoken between the Excel client library and its host, as the library in node_modules writes and reads them.
 * The request half is what the library really sends; the response half is what it accepts.
 */

/**
 * How an object of the batch is reached. 1 root, 2 service, 3 method, 4 property, 5 indexer, 6 kept reference, 7 null
 * object.
 */
export interface ObjectPath {
  Id: number;
  ObjectPathType: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface ArgumentInfo {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: unknown[];
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

/** 1 instantiate, 2 query, 3 method, 4 set property, 5 trace, 7 query as JSON, 9 update. */
export interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
  ObjectState?: Record<string, unknown>;
}

export interface RequestBody {
  AutoKeepReference?: boolean;
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface WireError {
  Code: string;
  Message: string;
  Location: string;
  HttpStatusCode: number;
  ActionIndex: number;
}

export interface ResponseBody {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: WireError;
}

/** Bit of the request flags that says the batch writes. */
export const WRITE_FLAG = 1;

/** A refusal that the add-in sees as OfficeExtension.Error. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
    this.name = 'HostError';
  }
}

/** The refusals used here. Codes are documented ones; which refusal gets which code is partly belief (README). */
export const refuse = {
  notFound: () => new HostError('ItemNotFound', "The requested resource doesn't exist.", 404),
  argument: (message = 'The argument is invalid or missing or has an incorrect format.') =>
    new HostError('InvalidArgument', message),
  shape: () =>
    new HostError(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    ),
  exists: () => new HostError('ItemAlreadyExists', 'A resource of the same name or identifier already exists.', 409),
  denied: () => new HostError('AccessDenied', "You don't have permission to perform the requested action.", 403),
  operation: (message = 'The operation failed.') => new HostError('InvalidOperation', message),
  reference: () => new HostError('InvalidReference', 'This reference is not valid for the current operation.'),
  notSimulated: (what: string) => new HostError('ApiNotFound', `The API '${what}' is not simulated.`, 404),
};

/** UTF-8 length of a text without Node's Buffer, so that the same code counts in a browser. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** First letter raised: wire names are PascalCase, the names of a load are camelCase. */
export function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
