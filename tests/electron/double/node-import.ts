/** `import` as Node itself does it. The test runner takes over every `import` of a file that it loads; this one Node loads. */
export const nodeImport = (address: string): Promise<unknown> => import(address);
