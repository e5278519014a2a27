/** Hands a text to the person as a file to keep. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  follow(url, name);
  URL.revokeObjectURL(url);
}

/** Downloads what is at a path of this server. */
export const savePath = (path: string): void => follow(path, '');

function follow(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
