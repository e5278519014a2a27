import { useApolloClient } from '@vue/apollo-composable';
import { computed, ref, shallowRef } from 'vue';
import { useAction } from '../composables/useAction';
import { graphql } from '../gql';
import type { Missing } from './enrol-words';

const EnrolFaceDocument = graphql(`
  mutation EnrolFace($employeeId: ID!, $photos: [Upload!]!, $consentGiven: Boolean!, $noticeId: ID) {
    enrolFace(employeeId: $employeeId, photos: $photos, consentGiven: $consentGiven, noticeId: $noticeId) {
      __typename
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

/** A face for somebody who is known without one. Nothing of the form is lost when the server says no. */
export function useEnrolFace(employeeId: () => string) {
  const { client } = useApolloClient();
  const photos = shallowRef<Blob[]>([]);
  const consentGiven = ref(false);
  const noticeId = ref<string | null>(null);
  const refusal = ref<string | null>(null);
  const { run, busy, error } = useAction(async (_: void) => {
    refusal.value = null;
    const variables = {
      employeeId: employeeId(),
      photos: photos.value,
      consentGiven: consentGiven.value,
      noticeId: noticeId.value,
    };
    const { data } = await client.mutate({ mutation: EnrolFaceDocument, variables, fetchPolicy: 'no-cache' });
    if (data?.enrolFace.__typename === 'Refusal') refusal.value = data.enrolFace.message;
    return data?.enrolFace.__typename === 'Registered';
  });
  return {
    photos,
    consentGiven,
    noticeId,
    busy,
    /** Why it was not done. */
    problem: computed(() => refusal.value ?? error.value),
    missing: computed((): Missing[] => [
      ...(photos.value.length === 0 ? (['photo'] as const) : []),
      ...(consentGiven.value ? [] : (['agreement'] as const)),
    ]),
    /** True when they are enrolled. */
    enrol: async (): Promise<boolean> => (await run()) ?? false,
  };
}
