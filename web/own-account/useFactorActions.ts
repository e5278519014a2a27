import { ref, shallowRef } from 'vue';
import { useNotice } from '../composables/useNotice';
import { useFactors } from './useFactors';

/** What is asked before it is done. */
interface Confirming {
  title: string;
  text: string;
  button: string;
  nameLabel?: string;
  danger?: boolean;
  task: (password: string, name: string) => Promise<boolean>;
}

/** The buttons of the account page: each asks for the password, does it, and shows what comes of it. */
export function useFactorActions(changed: () => Promise<void>) {
  const factors = useFactors();
  const { notify } = useNotice();
  const confirming = shallowRef<Confirming | null>(null);
  const isConfirming = ref(false);
  const totp = shallowRef<{ token: string; secret: string; uri: string } | null>(null);
  const isSettingUpTotp = ref(false);
  const codes = shallowRef<readonly string[] | null>(null);
  const isShowingCodes = ref(false);

  function ask(question: Confirming): void {
    confirming.value = question;
    isConfirming.value = true;
  }

  async function done(words: string, recoveryCodes: readonly string[] | null = null): Promise<true> {
    if (recoveryCodes) {
      codes.value = recoveryCodes;
      isShowingCodes.value = true;
    }
    notify(words);
    await changed();
    return true;
  }

  return {
    confirming,
    isConfirming,
    totp,
    isSettingUpTotp,
    codes,
    isShowingCodes,

    addPasskey: () =>
      ask({
        title: 'Add a passkey',
        text: 'Give it a name by which you know the device again. Your browser then asks for your finger, face or PIN.',
        button: 'Go on',
        nameLabel: 'Name',
        task: async (password, name) => {
          const added = await factors.addPasskey(password, name);
          return added !== null && done('The passkey is added.', added.recoveryCodes);
        },
      }),

    removePasskey: ({ id, name }: { id: string; name: string }) =>
      ask({
        title: 'Remove a passkey',
        text: `“${name}” then signs you in no more. Remove it from the device as well.`,
        button: 'Remove',
        danger: true,
        task: async (password) => {
          await factors.removePasskey(id, password);
          return done('The passkey is removed.');
        },
      }),

    addTotp: () =>
      ask({
        title: 'Codes from an app',
        text: 'You need a phone with an authenticator app.',
        button: 'Go on',
        task: async (password) => {
          totp.value = await factors.beginTotp(password);
          isSettingUpTotp.value = true;
          return true;
        },
      }),

    async confirmTotp(code: string): Promise<void> {
      if (!totp.value) return;
      const { recoveryCodes } = await factors.confirmTotp(totp.value.token, code);
      await done('Codes are on.', recoveryCodes);
    },

    removeTotp: () =>
      ask({
        title: 'Turn codes off',
        text: 'Sign-in then asks for no code of the app.',
        button: 'Turn off',
        danger: true,
        task: async (password) => {
          await factors.removeTotp(password);
          return done('Codes are off.');
        },
      }),

    renewCodes: () =>
      ask({
        title: 'New recovery codes',
        text: 'The old ones stop working.',
        button: 'Make new ones',
        task: async (password) => done('The old codes stopped working.', await factors.renewRecoveryCodes(password)),
      }),
  };
}
