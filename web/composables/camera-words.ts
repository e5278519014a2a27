import type { CameraStatus } from './camera-problem';
import type { Language } from './language';

type Problem = Exclude<CameraStatus, 'idle' | 'starting' | 'live'>;

interface CameraWords {
  /** What to tell the person in front of the device, and what they can do. */
  problems: Record<Problem, { title: string; advice: string }>;
  retry: string;
  starting: string;
  picture: string;
}

export const CAMERA_WORDS: Record<Language, CameraWords> = {
  en: {
    problems: {
      denied: {
        title: 'The camera is blocked',
        advice:
          'Allow the camera for this page in the browser’s address bar, then try again. Until then, use a picture from a file.',
      },
      missing: {
        title: 'No camera found',
        advice: 'Connect a camera and it starts by itself, or use a picture from a file.',
      },
      'in-use': {
        title: 'The camera is in use',
        advice: 'Close other programs or pages that use the camera, then try again. Or use a picture from a file.',
      },
      removed: {
        title: 'The camera was disconnected',
        advice: 'Connect it again and it starts by itself, or use a picture from a file.',
      },
      unsupported: {
        title: 'The camera cannot be used here',
        advice: 'Browsers allow the camera only on https:// addresses and on localhost. Use a picture from a file.',
      },
      failed: { title: 'The camera did not start', advice: 'Try again, or use a picture from a file.' },
    },
    retry: 'Try the camera again',
    starting: 'Starting the camera…',
    picture: 'What the camera sees',
  },
  de: {
    problems: {
      denied: {
        title: 'Die Kamera ist gesperrt',
        advice:
          'Erlauben Sie dieser Seite in der Adresszeile des Browsers die Kamera und versuchen Sie es noch einmal. Bis dahin geht ein Bild aus einer Datei.',
      },
      missing: {
        title: 'Keine Kamera gefunden',
        advice: 'Schließen Sie eine Kamera an, sie startet von selbst. Oder nehmen Sie ein Bild aus einer Datei.',
      },
      'in-use': {
        title: 'Die Kamera ist belegt',
        advice:
          'Schließen Sie andere Programme und Seiten, die die Kamera nutzen, und versuchen Sie es noch einmal. Oder nehmen Sie ein Bild aus einer Datei.',
      },
      removed: {
        title: 'Die Kamera wurde getrennt',
        advice: 'Schließen Sie sie wieder an, sie startet von selbst. Oder nehmen Sie ein Bild aus einer Datei.',
      },
      unsupported: {
        title: 'Die Kamera geht hier nicht',
        advice:
          'Browser erlauben die Kamera nur auf https://-Adressen und auf localhost. Nehmen Sie ein Bild aus einer Datei.',
      },
      failed: {
        title: 'Die Kamera ist nicht gestartet',
        advice: 'Versuchen Sie es noch einmal, oder nehmen Sie ein Bild aus einer Datei.',
      },
    },
    retry: 'Kamera noch einmal starten',
    starting: 'Die Kamera startet …',
    picture: 'Was die Kamera sieht',
  },
};
