import type { Ref } from 'vue';
import { useWords, type Language } from '../composables/language';

const ENGLISH = {
  titleSelf: 'Enrol yourself',
  title: 'Enrol an employee',
  name: 'Name',
  position: 'Position',
  department: 'Department',
  withoutFace: 'Without a face: checks in with a PIN or badge',
  checkInSelf: 'Also check me in now',
  checkIn: 'Also check them in now',
  failed: 'Not enrolled',
  cancel: 'Cancel',
  enrol: 'Enrol',
  needed: (parts: string) => `Still needed: ${parts}.`,
  parts: {
    name: 'a name',
    position: 'a position',
    department: 'a department',
    photo: 'a photo',
    agreement: 'the agreement',
  },
  photos: {
    label: 'Photos',
    useCamera: 'Use the camera',
    take: (number: number) => `Take photo ${number}`,
    files: 'Choose files',
    count: (count: number, usual: number) =>
      `${count} of ${usual} photos. One face each, looking at the camera, in good light; the second a little turned.`,
    tooMany: (most: number) => `At most ${most} photos are used; the rest were left out.`,
    failed: 'The picture could not be taken. Try again.',
    photo: (number: number) => `Photo ${number}`,
    remove: (number: number) => `Remove photo ${number}`,
  },
  notice: {
    title: 'How face photos are used',
    language: 'Language',
    failed: 'The notice could not be loaded',
    again: 'Try again',
    agreeSelf: 'I have read this and agree',
    agree: 'The person has read this and agrees',
  },
};
type EnrolWords = typeof ENGLISH;
export type Missing = keyof EnrolWords['parts'];

const GERMAN: EnrolWords = {
  titleSelf: 'Sich registrieren',
  title: 'Jemanden registrieren',
  name: 'Name',
  position: 'Funktion',
  department: 'Abteilung',
  withoutFace: 'Ohne Gesicht: bucht mit PIN oder Ausweis',
  checkInSelf: 'Auch gleich mein Kommen buchen',
  checkIn: 'Auch gleich das Kommen buchen',
  failed: 'Nicht registriert',
  cancel: 'Abbrechen',
  enrol: 'Registrieren',
  needed: (parts) => `Es fehlt noch: ${parts}.`,
  parts: {
    name: 'Name',
    position: 'Funktion',
    department: 'Abteilung',
    photo: 'ein Foto',
    agreement: 'die Zustimmung',
  },
  photos: {
    label: 'Fotos',
    useCamera: 'Kamera nutzen',
    take: (number) => `Foto ${number} aufnehmen`,
    files: 'Dateien wählen',
    count: (count, usual) =>
      `${count} von ${usual} Fotos. Je ein Gesicht, Blick in die Kamera, gutes Licht; das zweite ein wenig gedreht.`,
    tooMany: (most) => `Höchstens ${most} Fotos werden genommen; die übrigen wurden weggelassen.`,
    failed: 'Das Bild konnte nicht aufgenommen werden. Versuchen Sie es noch einmal.',
    photo: (number) => `Foto ${number}`,
    remove: (number) => `Foto ${number} entfernen`,
  },
  notice: {
    title: 'Wozu Gesichtsfotos verwendet werden',
    language: 'Sprache',
    failed: 'Der Hinweis konnte nicht geladen werden',
    again: 'Noch einmal',
    agreeSelf: 'Ich habe das gelesen und stimme zu',
    agree: 'Die Person hat das gelesen und stimmt zu',
  },
};

const ENROL_WORDS: Record<Language, EnrolWords> = { en: ENGLISH, de: GERMAN };

/** What an enrolment says, in the language around this component. Call inside a component. */
export const useEnrolWords = (): Readonly<Ref<EnrolWords>> => useWords(ENROL_WORDS);
