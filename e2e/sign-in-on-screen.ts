/** A person's own browser, signed in; `$SHOTS` names a folder for pictures of what they see. */
import type { Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type Desk, password } from './desk.ts';
import type { House } from './start-house.ts';

export class Screen {
  private constructor(
    private readonly house: House,
    readonly page: Page,
  ) {}

  static async of(house: House, desk: Desk, language: 'en' | 'zh' = 'en'): Promise<Screen> {
    const browser = await openBrowser({ language });
    const page = await browser.newPage();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(house.run.console);
    await page.getByLabel(/e-mail|邮箱/i).fill(desk.person.email);
    await page.getByRole('textbox', { name: /password|密码/i }).fill(password);
    await page.getByRole('button', { name: /sign in|登录/i }).click();
    await page.waitForURL(/inbox|tickets/);
    return new Screen(house, page);
  }

  goTo = (path: string) => this.page.goto(new URL(path, this.house.run.console).href);
  see = (id: string) => this.page.getByTestId(id);
  press = (id: string) => this.page.getByTestId(id).first().click();

  /** `isNarrow`: the same at 900 px, where what the card holds is folded away. */
  async shoot(name: string, isNarrow = false): Promise<void> {
    const folder = process.env.SHOTS;
    if (!folder) return;
    await this.page.screenshot({ path: `${folder}/${name}.png` });
    if (!isNarrow) return;
    await this.page.setViewportSize({ width: 900, height: 800 });
    await this.page.screenshot({ path: `${folder}/${name}-900.png` });
    await this.page.setViewportSize({ width: 1280, height: 800 });
  }

  close = () => this.page.context().close();
}
