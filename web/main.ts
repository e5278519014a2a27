import { DefaultApolloClient } from '@vue/apollo-composable';
import { createApp, watch } from 'vue';
import App from './App.vue';
import { createApollo } from './apollo';
import { useSession } from './composables/token-store';
import { createAppRouter } from './router';
import { vuetify } from './vuetify';
import './styles.css';

const session = useSession();
const client = createApollo({ token: () => session.token.value, onSignedOut: session.clear });
const router = createAppRouter({ isSignedIn: () => session.token.value !== null });

// Signed out here, by the server or in another tab: nothing of the account stays, and a closed page gives way to the login.
watch(session.token, (token) => {
  if (token !== null) return;
  void client.clearStore();
  const { meta, fullPath } = router.currentRoute.value;
  if (!meta.open) void router.replace({ path: '/login', query: { next: fullPath } });
});

createApp(App).use(router).use(vuetify).provide(DefaultApolloClient, client).mount('#app');
