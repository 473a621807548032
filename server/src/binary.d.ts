/** A binary file that esbuild puts into the bundle. */
declare module '*.bin' {
  const bytes: Uint8Array;
  export default bytes;
}
