import type { KioskWords } from './kiosk-words.en';

const LOOK = 'Schauen Sie in die Kamera und drücken Sie den Knopf oder die Leertaste.';
const TRY_AGAIN = 'Drücken Sie dann „Noch einmal“.';

/** What a kiosk says, in German. */
export const GERMAN: KioskWords = {
  bar: {
    title: 'Kommen und Gehen',
    noNetwork: 'Kein Netz',
    kept: (count) => `${count} gespeichert, wird gesendet`,
  },
  controls: {
    label: 'Kommen oder Gehen',
    question: 'Was möchten Sie tun?',
    choices: { automatic: 'Automatisch', attend: 'Kommen', leave: 'Gehen' },
    press: { automatic: 'Kommen oder Gehen', attend: 'Kommen buchen', leave: 'Gehen buchen' },
    hints: {
      OFF: LOOK,
      PASSIVE: `${LOOK} Halten Sie einen Moment still.`,
      CHALLENGE: `${LOOK} Sie werden gebeten, den Kopf zu drehen.`,
    },
    next: 'Nächste Person',
    again: 'Noch einmal',
    noFiles:
      'Ein Bild aus einer Datei geht hier nicht: Dieses Terminal verlangt eine Bewegung, die nur seine Kamera sehen kann.',
    number: 'Nummer und PIN eingeben',
    badgesByCamera: 'Ausweis: scannen, oder seinen Code vor die Kamera halten.',
    badges: 'Ausweis: scannen.',
    file: 'Bild aus einer Datei nehmen',
    enrol: 'Neu hier? Registrieren',
  },
  guidance: {
    STRAIGHT: 'Schauen Sie in die Kamera',
    LEFT: 'Drehen Sie den Kopf langsam nach links',
    RIGHT: 'Drehen Sie den Kopf langsam nach rechts',
    BACK: '… und zurück zur Kamera',
  },
  progress: 'Fortschritt',
  cancel: 'Abbrechen',
  sending: {
    first: 'Einen Moment …',
    again: 'Noch ein Versuch …',
    busy: 'Viel los. Einen Moment …',
    offline: 'Keine Verbindung',
    attempt: (attempt, most) => `Versuch ${attempt} von ${most}.`,
    waits: (seconds) => `Ihr Bild ist gespeichert und wird in ${seconds} s noch einmal gesendet.`,
    now: 'Jetzt versuchen',
  },
  outcome: {
    welcome: (name) => `Willkommen, ${name}`,
    goodbye: (name) => `Auf Wiedersehen, ${name}`,
    checkedIn: (time) => `Kommen gebucht um ${time}`,
    checkedOut: (time) => `Gehen gebucht um ${time}`,
    worked: (hours) => `${hours} gearbeitet`,
    kept: 'Gespeichert, wird gesendet',
    keptAt: (time) => `Es gibt keine Verbindung. Ihre Zeit, ${time}, ist auf diesem Gerät gespeichert.`,
    keptNext: 'Sie zählt, sobald sie gesendet ist. Wenn etwas nicht stimmt, erfährt es Ihre Führungskraft.',
    failed: 'Nicht gebucht',
    failedOffline: 'Nicht gebucht: keine Verbindung',
    failedNext: 'Bitte versuchen Sie es noch einmal. Hilft das nicht, sagen Sie es Ihrer Führungskraft.',
  },
  refusals: {
    NO_FACE: { title: 'Wir sehen kein Gesicht', advice: TRY_AGAIN },
    SEVERAL_FACES: { title: 'Mehr als ein Gesicht', advice: TRY_AGAIN },
    POOR_PHOTO: { title: 'Das Bild ist nicht klar genug', advice: TRY_AGAIN },
    UNKNOWN_FACE: {
      title: 'Wir erkennen Sie nicht',
      advice: 'Mütze oder Sonnenbrille? Nehmen Sie sie ab und drücken Sie „Noch einmal“.',
    },
    AMBIGUOUS_FACE: {
      title: 'Wir sind nicht ganz sicher',
      advice: 'Passiert das öfter, sagen Sie es bitte Ihrer Führungskraft.',
    },
    SUSPECTED_SPOOF: {
      title: 'Das sah nicht nach einem lebenden Gesicht aus',
      advice: 'Stellen Sie sich selbst vor die Kamera, ohne Spiegelung und ohne Bildschirm dahinter. ' + TRY_AGAIN,
    },
    LIVENESS_NEEDED: {
      title: 'Wir haben die Bewegung nicht gesehen',
      advice: 'Drücken Sie „Noch einmal“ und drehen Sie den Kopf langsam, wenn Sie darum gebeten werden.',
    },
    ALREADY_CHECKED_IN: {
      title: 'Ihr Kommen ist schon gebucht',
      advice: 'Es ist nichts weiter zu tun. Um zu gehen, wählen Sie „Gehen“.',
    },
    NOT_CHECKED_IN: { title: 'Ihr Kommen ist nicht gebucht', advice: 'Um anzufangen, wählen Sie „Kommen“.' },
    IMPLAUSIBLE_TIME: {
      title: 'Die Zeit kann nicht stimmen',
      advice: 'Bitten Sie Ihre Führungskraft, sie nachzutragen.',
    },
    ALREADY_ENROLLED: { title: 'Sie sind schon registriert', advice: 'Buchen Sie gleich Ihr Kommen.' },
    INACTIVE_EMPLOYEE: {
      title: 'Ihr Eintrag ist nicht aktiv',
      advice: 'Bitte sprechen Sie mit Ihrer Führungskraft.',
    },
    PIN_REQUIRED: { title: 'Geben Sie Ihre PIN ein', advice: 'Drücken Sie dazu „Noch einmal“.' },
    PIN_MISSING: { title: 'Hier brauchen Sie eine PIN', advice: 'Ihre Führungskraft gibt Ihnen gleich eine.' },
    WRONG_PIN: { title: 'Diese PIN stimmt nicht', advice: 'Drücken Sie „Noch einmal“, um sie neu einzugeben.' },
    UNKNOWN_BADGE: {
      title: 'Wir kennen diesen Ausweis nicht',
      advice: 'Ihre Führungskraft gibt Ihnen einen neuen.',
    },
    NOT_ACCEPTED_HERE: {
      title: 'Das geht hier nicht',
      advice: 'Drücken Sie „Noch einmal“, um es auf andere Weise zu tun.',
    },
    OTHER_SITE: {
      title: 'Dieses Terminal ist für einen anderen Standort',
      advice: 'Wenn Sie heute hier arbeiten, sagen Sie es bitte Ihrer Führungskraft.',
    },
    PIN_LOCKED: { title: 'Zu viele falsche PINs', advice: 'Ihre Führungskraft kann Ihnen sofort helfen.' },
    CONSENT_REQUIRED: {
      title: 'Wir brauchen zuerst Ihre Zustimmung',
      advice: 'Lesen Sie den Hinweis und stimmen Sie zu.',
    },
  },
  pads: {
    number: 'Ihre Nummer',
    numberText: 'Geben Sie Ihre Personalnummer ein. Oder scannen Sie Ihren Ausweis.',
    pin: 'Ihre PIN',
    pinText: (number) => `Für Nummer ${number}.`,
    typed: (count, most) => `${count} von ${most} Ziffern`,
    back: 'Letzte Ziffer löschen',
    enter: 'Fertig',
  },
  pairing: {
    title: 'Dieses Gerät als Terminal einrichten',
    withdrawn: 'Dieses Terminal wurde abgeschaltet',
    deleted: 'Was auf diesem Gerät gespeichert war, ist gelöscht.',
    where: 'Ein Administrator legt in der Verwaltung unter „Kiosks“ ein Terminal an und nennt Ihnen dessen Code.',
    code: 'Code des Terminals',
    refused: () =>
      'Das hat nicht geklappt. Prüfen Sie den Code: Er gilt einmal, zehn Minuten lang, auf einer mit https geöffneten Seite.',
    connect: 'Verbinden',
    signIn: 'Anmelden und ausprobieren',
  },
  trial: {
    label: 'Probe',
    text: 'Probe als Administrator',
    back: 'Zurück zur Übersicht',
    make: 'Dieses Gerät als Terminal einrichten',
  },
  closed: {
    title: 'Nur Administratoren können das Terminal ausprobieren',
    text: 'Sie sind mit einem Konto angemeldet, das Zeiten einsieht. Um dieses Gerät als Terminal einzurichten, melden Sie sich ab und geben Sie einen Code ein.',
  },
  enrolled: (name) => `Willkommen, ${name}. Sie sind registriert.`,
};
