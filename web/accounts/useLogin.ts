import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useApolloClient } from '@vue/apollo-composable';
import { ref } from 'vue';
import { useSession } from '../composables/token-store';
import { showPasskey } from '../lib/passkeys';
import { describeProblem } from '../lib/request-problem';
import { safeStorage } from '../lib/safe-storage';
import {
  BeginOidcLoginDocument,
  BeginPasskeyLoginDocument,
  CompleteLoginDocument,
  CompleteOidcLoginDocument,
  LoginDocument,
} from './login-documents';
import { secondStepOf, type SecondStep } from './second-step';

/** What this browser is known by at sign-in, so that wrong passwords from elsewhere do not slow it down. */
const DEVICE_KEY = 'rollcall.device';
/** The sign-in elsewhere that this tab began. Other tabs do not see it. */
const OIDC_KEY = 'rollcall.oidc';

interface Session {
  session: { token: string; deviceToken?: string | null };
}

/** Signing in, in one step or two. What goes wrong is in `error`, in words. */
export function useLogin() {
  const { client } = useApolloClient();
  const session = useSession();
  const devices = safeStorage();
  const tab = safeStorage(() => globalThis.sessionStorage);
  const busy = ref(false);
  const error = ref<string | null>(null);
  const secondStep = ref<SecondStep | null>(null);

  /** True when signed in; else `secondStep` asks for more, or `error` says why not. */
  const login = (email: string, password: string) =>
    attempt(() => ask(LoginDocument, { email: email.trim(), password }));

  /** The code of the app, or a recovery code. */
  const completeWithCode = (code: string) =>
    attempt(() => ask(CompleteLoginDocument, { challenge: secondStep.value?.challenge ?? '', code: code.trim() }));

  const completeWithPasskey = () =>
    attempt(() => show(secondStep.value?.challenge ?? '', secondStep.value?.passkeyOptions ?? ''));

  /** Without a password: with a passkey that this device keeps. */
  const loginWithPasskey = () =>
    attempt(async () => {
      const { data } = await client.mutate({ mutation: BeginPasskeyLoginDocument, fetchPolicy: 'no-cache' });
      const begun = data!.beginPasskeyLogin;
      return show(begun.challenge, begun.passkeyOptions);
    });

  /** Leaves for the provider. */
  const beginElsewhere = () =>
    attempt(async () => {
      const { data } = await client.mutate({ mutation: BeginOidcLoginDocument, fetchPolicy: 'no-cache' });
      tab.write(OIDC_KEY, data!.beginOidcLogin.challenge);
      location.assign(data!.beginOidcLogin.url);
      return null;
    });

  /** Comes back from the provider with all from the "?" on. */
  const finishElsewhere = (query: string) =>
    attempt(() => {
      const challenge = tab.read(OIDC_KEY) ?? '';
      tab.write(OIDC_KEY, null);
      return ask(CompleteOidcLoginDocument, { challenge, query });
    });

  async function show(challenge: string, options: string): Promise<Session | null> {
    const passkey = await showPasskey(options);
    return passkey === null ? null : ask(CompleteLoginDocument, { challenge, passkey });
  }

  async function ask<Variables extends object>(
    mutation: TypedDocumentNode<Session, Variables & { deviceToken?: string | null }>,
    variables: Variables,
  ): Promise<Session | null> {
    const { data } = await client.mutate({
      mutation,
      variables: { ...variables, deviceToken: devices.read(DEVICE_KEY) },
      fetchPolicy: 'no-cache',
    });
    return data ?? null;
  }

  async function attempt(task: () => Promise<Session | null>): Promise<boolean> {
    busy.value = true;
    error.value = null;
    try {
      const answer = await task();
      if (!answer) return false;
      await client.clearStore();
      if (answer.session.deviceToken) devices.write(DEVICE_KEY, answer.session.deviceToken);
      session.set(answer.session.token);
      return true;
    } catch (thrown) {
      const asked = secondStepOf(thrown);
      if (asked) secondStep.value = asked;
      else error.value = describeProblem(thrown).message;
      return false;
    } finally {
      busy.value = false;
    }
  }

  return {
    login,
    completeWithCode,
    completeWithPasskey,
    loginWithPasskey,
    beginElsewhere,
    finishElsewhere,
    secondStep,
    busy,
    error,
  };
}
