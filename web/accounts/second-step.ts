/** What the server asks for when the password is right and the account has a second factor. */
export interface SecondStep {
  challenge: string;
  methods: readonly string[];
  /** For the browser, as JSON; null where no passkey can be shown. */
  passkeyOptions: string | null;
}

/** The second step that an error of `login` asks for; null where it says something else. */
export function secondStepOf(error: unknown): SecondStep | null {
  const errors: unknown = (error as { graphQLErrors?: unknown } | null)?.graphQLErrors;
  const [first] = Array.isArray(errors) ? (errors as { extensions?: Record<string, unknown> }[]) : [];
  const { code, challenge, methods, passkeyOptions } = first?.extensions ?? {};
  if (code !== 'SECOND_FACTOR_REQUIRED' || typeof challenge !== 'string' || !Array.isArray(methods)) return null;
  return {
    challenge,
    methods: methods.map(String),
    passkeyOptions: typeof passkeyOptions === 'string' ? passkeyOptions : null,
  };
}
