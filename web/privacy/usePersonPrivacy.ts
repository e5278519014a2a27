import { useApolloClient, useQuery } from '@vue/apollo-composable';
import { computed, type Ref } from 'vue';
import { useAction } from '../composables/useAction';
import { describeProblem } from '../lib/request-problem';
import { savePath, saveText } from '../lib/save-file';
import {
  EraseFaceDocument,
  ExportEmployeeDocument,
  PersonPrivacyDocument,
  WithdrawConsentDocument,
} from './privacy-documents';

/** What is kept of one person's face, and what can be done about it. */
export function usePersonPrivacy(employeeId: Readonly<Ref<string>>) {
  const { client } = useApolloClient();
  const { result, loading, error, refetch } = useQuery(
    PersonPrivacyDocument,
    () => ({ employeeId: employeeId.value }),
    { fetchPolicy: 'network-only' },
  );
  const privacy = computed(() => result.value?.employeePrivacy ?? null);
  const reload = async (): Promise<void> => void (await refetch()?.catch(() => undefined));
  const withdrawing = useAction(async (eraseNow: boolean) => {
    const variables = { employeeId: employeeId.value, eraseNow };
    await client.mutate({ mutation: WithdrawConsentDocument, variables });
    await reload();
    return true;
  });
  const erasing = useAction(async (_: void) => {
    await client.mutate({ mutation: EraseFaceDocument, variables: { employeeId: employeeId.value } });
    await reload();
    return true;
  });
  const exporting = useAction(async (_: void) => {
    const variables = { employeeId: employeeId.value };
    const { data } = await client.mutate({ mutation: ExportEmployeeDocument, variables });
    if (data) savePath(data.exportEmployee.path);
    return true;
  });
  return {
    privacy,
    /** The agreement that holds. */
    holding: computed(() => privacy.value?.consents.find(({ withdrawnAt }) => !withdrawnAt) ?? null),
    hasFace: computed(() => (privacy.value?.templates ?? 0) + (privacy.value?.enrolmentPhotos ?? 0) > 0),
    loading,
    problem: computed(() => (error.value ? describeProblem(error.value) : null)),
    reload,
    withdrawing,
    erasing,
    exporting,
    saveReceipt: (receipt: string): void => saveText('erasure-receipt.json', receipt),
  };
}
