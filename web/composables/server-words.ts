import { computed, type Ref } from 'vue';
import type { RefusalReason } from '../gql/graphql';
import type { ProblemKind, RequestProblem } from '../lib/request-problem';
import { useLanguage, type Language } from './language';

interface ServerWords {
  refusals: Record<RefusalReason, string>;
  /** Of POOR_PHOTO, what is to be done, by the server's sentence (server/recognition/quality.ts and subject.ts). */
  advice: Record<string, string>;
  problems: Record<ProblemKind, string>;
  /** Where all that is known is a sentence in English. */
  anything: string;
}

/** The server speaks English. Elsewhere its sentence gives way to its translation, or to one for the reason. */
export const SERVER_WORDS: Record<Exclude<Language, 'en'>, ServerWords> = {
  de: {
    refusals: {
      NO_FACE: 'Schauen Sie bei gutem Licht gerade in die Kamera, das Gesicht unbedeckt.',
      SEVERAL_FACES: 'Treten Sie bitte einzeln vor die Kamera.',
      POOR_PHOTO: 'Kommen Sie näher, halten Sie still und sorgen Sie für gutes Licht ohne Gegenlicht.',
      UNKNOWN_FACE: 'Schauen Sie gerade in die Kamera und versuchen Sie es noch einmal.',
      AMBIGUOUS_FACE: 'Kommen Sie näher, schauen Sie gerade in die Kamera und versuchen Sie es noch einmal.',
      SUSPECTED_SPOOF: 'Das sieht nach dem Bild eines Gesichts aus. Bewegen Sie sich ein wenig.',
      LIVENESS_NEEDED: 'Hier wird eine kleine Kopfbewegung vor der Kamera verlangt.',
      ALREADY_CHECKED_IN: 'Ihr Kommen ist schon gebucht.',
      NOT_CHECKED_IN: 'Es ist kein Kommen gebucht, auf das dieses Gehen folgen könnte.',
      IMPLAUSIBLE_TIME: 'Die Buchung lag zu lange auf diesem Gerät, oder seine Uhr geht falsch.',
      ALREADY_ENROLLED: 'Dieses Gesicht ist schon registriert.',
      INACTIVE_EMPLOYEE: 'Sie können zurzeit nicht buchen.',
      CONSENT_REQUIRED: 'Ohne Ihre Zustimmung wird kein Gesicht gespeichert. Es wurde nichts behalten.',
      PIN_REQUIRED: 'Geben Sie Ihre PIN ein, um fortzufahren.',
      PIN_MISSING: 'Hier wird eine PIN verlangt, und Sie haben noch keine.',
      WRONG_PIN: 'Nummer oder PIN stimmen nicht. Versuchen Sie es noch einmal.',
      PIN_LOCKED: 'Warten Sie 15 Minuten, oder fragen Sie Ihre Führungskraft.',
      UNKNOWN_BADGE: 'Dieser Ausweis ist nicht bekannt oder wurde durch einen anderen ersetzt.',
      NOT_ACCEPTED_HERE: 'Dieses Terminal nimmt das nicht an. Nutzen Sie Ihr Gesicht oder Ihren Ausweis.',
      OTHER_SITE: 'Dieses Terminal ist nur für Beschäftigte dieses Standorts.',
    },
    advice: {
      'Move closer to the camera.': 'Kommen Sie näher an die Kamera.',
      'Your face is too small in the picture. Move closer to the camera.':
        'Ihr Gesicht ist zu klein im Bild. Kommen Sie näher an die Kamera.',
      'It is too dark. Turn on a light, or face a window.':
        'Es ist zu dunkel. Machen Sie Licht, oder wenden Sie sich zum Fenster.',
      'It is too bright. Turn away from the light.': 'Es ist zu hell. Wenden Sie sich vom Licht ab.',
      'Your face can hardly be made out. Find even light, and wipe the camera.':
        'Ihr Gesicht ist kaum zu erkennen. Suchen Sie gleichmäßiges Licht, und wischen Sie die Kamera ab.',
      'Look straight at the camera.': 'Schauen Sie gerade in die Kamera.',
      'Hold your head upright.': 'Halten Sie den Kopf gerade.',
      'The picture is blurred. Hold still.': 'Das Bild ist unscharf. Halten Sie still.',
    },
    problems: {
      offline: 'Der Server ist nicht zu erreichen. Prüfen Sie die Netzverbindung.',
      busy: 'Der Server ist ausgelastet. Es wird gleich noch einmal versucht.',
      'signed-out': 'Bitte melden Sie sich neu an.',
      forbidden: 'Das ist hier nicht erlaubt.',
      rejected: 'Der Server hat die Eingabe nicht angenommen.',
      server: 'Auf dem Server ist ein Fehler aufgetreten.',
    },
    anything: 'Das hat nicht geklappt. Versuchen Sie es noch einmal.',
  },
};

export interface ServerSpeech {
  ofRefusal(refusal: { reason: RefusalReason; message: string }): string;
  ofProblem(problem: RequestProblem): string;
  /** A sentence in English, where nothing else is known. */
  ofMessage(message: string | null): string | null;
}

/** What the server says, in the language around this component. Call inside a component. */
export function useServerWords(): Readonly<Ref<ServerSpeech>> {
  const language = useLanguage();
  return computed(() => {
    const chosen = language?.value ?? 'en';
    const words = chosen === 'en' ? null : SERVER_WORDS[chosen];
    return {
      ofRefusal: ({ reason, message }) => words?.advice[message] ?? words?.refusals[reason] ?? message,
      ofProblem: ({ kind, message }) => words?.problems[kind] ?? message,
      ofMessage: (message) => (message ? (words?.anything ?? message) : message),
    };
  });
}
