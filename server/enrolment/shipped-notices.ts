/** The notices that come with the program: a beginning, to be checked and changed by whoever runs it. */
export const SHIPPED_NOTICES: readonly { language: string; title: string; text: string }[] = [
  {
    language: 'en',
    title: 'How face photos are used',
    text: [
      'From the photos a set of numbers is worked out that describes the face. It is used for one thing: to recognise the person when they check in or out.',
      'The numbers are kept encrypted, the photos on this company’s own server. Nothing is sent anywhere else.',
      'Agreeing is voluntary. Who does not agree checks in with a PIN or a badge and has no disadvantage. The agreement can be taken back at any time: tell an administrator, and the face is no longer recognised from that moment; photos and numbers are erased within a day.',
    ].join('\n\n'),
  },
  {
    language: 'de',
    title: 'Wie Gesichtsfotos verwendet werden',
    text: [
      'Aus den Fotos wird eine Reihe von Zahlen berechnet, die das Gesicht beschreibt. Sie dient nur einem Zweck: die Person beim Kommen und Gehen zu erkennen.',
      'Die Zahlen werden verschlüsselt aufbewahrt, die Fotos auf dem eigenen Server dieses Unternehmens. Nichts davon wird weitergegeben.',
      'Die Einwilligung ist freiwillig. Wer nicht einwilligt, meldet sich mit PIN oder Ausweis an und hat keinen Nachteil. Die Einwilligung kann jederzeit widerrufen werden: Eine Mitteilung an die Verwaltung genügt, und das Gesicht wird ab diesem Moment nicht mehr erkannt; Fotos und Zahlen werden innerhalb eines Tages gelöscht.',
    ].join('\n\n'),
  },
];
