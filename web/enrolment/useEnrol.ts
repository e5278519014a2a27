import { useApolloClient, useQuery } from '@vue/apollo-composable';
import { computed, reactive, ref, shallowRef } from 'vue';
import { graphql } from '../gql';
import type { EnrolMutation } from '../gql/graphql';
import { useServerWords } from '../composables/server-words';
import { describeProblem } from '../lib/request-problem';
import type { Missing } from './enrol-words';

const EnrolDocument = graphql(`
  mutation Enrol($input: RegisterInput!, $photos: [Upload!]!, $checkIn: Boolean!) {
    register(input: $input, photos: $photos, checkIn: $checkIn) {
      __typename
      ... on Registered {
        employee {
          id
          name
        }
        attendance {
          id
          checkInTime
        }
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const AddEmployeeDocument = graphql(`
  mutation AddEmployee($input: AddEmployeeInput!) {
    addEmployee(input: $input) {
      id
      name
    }
  }
`);

const DepartmentsDocument = graphql(`
  query EnrolDepartments {
    departments
  }
`);

export type Enrolled = Pick<
  Extract<EnrolMutation['register'], { __typename: 'Registered' }>,
  'employee' | 'attendance'
>;

export interface EnrolFields {
  name: string;
  position: string;
  department: string;
  consentGiven: boolean;
  /** The notice that was agreed to. */
  noticeId: string | null;
  /** Who does not agree is added without photos. */
  withoutFace: boolean;
  checkIn: boolean;
}

/** The form of an enrolment; `self` when people fill it in for themselves at a kiosk. Nothing of it is lost when the server says no. */
export function useEnrol({ self }: { self: boolean }) {
  const { client } = useApolloClient();
  const server = useServerWords();
  const fields = reactive<EnrolFields>({
    name: '',
    position: '',
    department: '',
    consentGiven: false,
    noticeId: null,
    withoutFace: false,
    checkIn: self,
  });
  const photos = shallowRef<Blob[]>([]);
  const busy = ref(false);
  const refusal = ref<string | null>(null);
  // Only people with an account may list the departments; a kiosk's field is without suggestions.
  const { result } = useQuery(DepartmentsDocument, null, () => ({ enabled: !self, errorPolicy: 'ignore' as const }));

  const missing = computed(() => {
    const parts: Missing[] = [];
    if (fields.name.trim() === '') parts.push('name');
    if (fields.position.trim() === '') parts.push('position');
    if (fields.department.trim() === '') parts.push('department');
    if (fields.withoutFace) return parts;
    if (photos.value.length === 0) parts.push('photo');
    if (!fields.consentGiven) parts.push('agreement');
    return parts;
  });

  /** The person enrolled, or null with `refusal` saying why not. */
  async function enrol(): Promise<Enrolled | null> {
    busy.value = true;
    refusal.value = null;
    const { checkIn, consentGiven, noticeId } = fields;
    const person = {
      name: fields.name.trim(),
      position: fields.position.trim(),
      department: fields.department.trim(),
    };
    const input = { ...person, consentGiven, noticeId };
    try {
      if (fields.withoutFace) {
        const { data } = await client.mutate({ mutation: AddEmployeeDocument, variables: { input: person } });
        return data ? { employee: data.addEmployee, attendance: null } : null;
      }
      const { data } = await client.mutate({
        mutation: EnrolDocument,
        variables: { input, photos: photos.value, checkIn },
        fetchPolicy: 'no-cache',
      });
      if (data?.register.__typename === 'Registered') return data.register;
      refusal.value = data
        ? server.value.ofRefusal(data.register)
        : server.value.ofMessage('The server gave an empty answer. Try again.');
      return null;
    } catch (thrown) {
      refusal.value = server.value.ofProblem(describeProblem(thrown));
      return null;
    } finally {
      busy.value = false;
    }
  }

  return {
    fields,
    photos,
    busy,
    refusal,
    missing,
    enrol,
    departments: computed(() => result.value?.departments ?? []),
  };
}
