/** As the server makes them: without 0 and O, 1, I and L. */
export const CODE_LENGTH = 8;

/** What was typed as a code is shown: capitals in two groups of four. */
export function formatCode(typed: string): string {
  const signs = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, CODE_LENGTH);
  return signs.length > 4 ? `${signs.slice(0, 4)} ${signs.slice(4)}` : signs;
}

/** The code in the address that a QR code opens; it stands after the #, which no server gets to see. */
export const codeInHash = (hash: string): string => /^#code=([A-Z0-9]{8})$/.exec(hash)?.[1] ?? '';
