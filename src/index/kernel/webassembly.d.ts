// What is used of the JavaScript interface of WebAssembly, which TypeScript describes for browsers only.
declare namespace WebAssembly {
  type Module = object;
  const Module: new (bytes: Uint8Array) => Module;

  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  /** Sizes are in pages of 65,536 bytes; throws a RangeError when there is no room. */
  const Memory: new (size: { readonly initial: number; readonly maximum: number }) => Memory;

  interface Instance {
    readonly exports: object;
  }
  const Instance: new (
    module: Module,
    imports: Readonly<Record<string, Readonly<Record<string, Memory>>>>,
  ) => Instance;
}
