import type { Page } from 'playwright';

/** Goes to a path as a link would, without loading the program anew; what was open before is left. */
export async function follow(page: Page, path: string): Promise<void> {
  await goTo(page, '/nowhere');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await goTo(page, path);
}

const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((url) => {
    history.pushState({}, '', url);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
