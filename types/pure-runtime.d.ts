/// <reference path="./webassembly.d.ts" />
/** The only globals pure packages may use beyond the language: WebAssembly, text coding and structured cloning. */
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  decode(input?: ArrayBufferView | ArrayBuffer): string;
}
declare function atob(data: string): string;
declare function structuredClone<T>(value: T): T;
