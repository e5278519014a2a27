import { useApolloClient } from '@vue/apollo-composable';
import { createPasskey } from '../lib/passkeys';
import {
  AddPasskeyDocument,
  BeginPasskeyDocument,
  BeginTotpDocument,
  ConfirmTotpDocument,
  RemovePasskeyDocument,
  RemoveTotpDocument,
  RenewRecoveryCodesDocument,
} from './own-account-documents';

/** Recovery codes to show this once; null where there were some already. */
interface Added {
  recoveryCodes: string[] | null;
}

/** Second factors of one's own account. Each throws what the server says; nothing of it stays in the cache. */
export function useFactors() {
  const { client } = useApolloClient();
  const once = { fetchPolicy: 'no-cache' } as const;

  return {
    async beginTotp(password: string) {
      const { data } = await client.mutate({ mutation: BeginTotpDocument, variables: { password }, ...once });
      return data!.beginTotp;
    },
    async confirmTotp(token: string, code: string): Promise<Added> {
      const { data } = await client.mutate({ mutation: ConfirmTotpDocument, variables: { token, code }, ...once });
      return { recoveryCodes: data!.confirmTotp.recoveryCodes ?? null };
    },
    async removeTotp(password: string): Promise<void> {
      await client.mutate({ mutation: RemoveTotpDocument, variables: { password }, ...once });
    },
    /** Null where the person let it be. */
    async addPasskey(password: string, name: string): Promise<Added | null> {
      const begun = await client.mutate({ mutation: BeginPasskeyDocument, variables: { password }, ...once });
      const { token, options } = begun.data!.beginPasskey;
      const answer = await createPasskey(options);
      if (answer === null) return null;
      const variables = { token, name, answer };
      const { data } = await client.mutate({ mutation: AddPasskeyDocument, variables, ...once });
      return { recoveryCodes: data!.addPasskey.recoveryCodes ?? null };
    },
    async removePasskey(id: string, password: string): Promise<void> {
      await client.mutate({ mutation: RemovePasskeyDocument, variables: { id, password }, ...once });
    },
    async renewRecoveryCodes(password: string): Promise<string[]> {
      const { data } = await client.mutate({ mutation: RenewRecoveryCodesDocument, variables: { password }, ...once });
      return data!.renewRecoveryCodes;
    },
  };
}
