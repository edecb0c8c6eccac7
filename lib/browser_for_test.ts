import { type Browser, chromium } from "playwright-core";

/** Where Chromium stands on the systems that people test on. */
const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** What to do where there is no browser. */
export const HOW_TO_INSTALL =
  "install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH";

/** Whether a browser must be there: in CI a test that cannot run is a failure. */
export const IS_BROWSER_WANTED = ["true", "1"].includes(Deno.env.get("CI") ?? "");

/**
 * The path of Chromium or a browser made from it: the environment's `CHROMIUM_PATH`, else
 * the first of the usual places that exists.
 */
export function findChromium(): string | undefined {
  const wanted = Deno.env.get("CHROMIUM_PATH");
  return wanted ? wanted : USUAL_PLACES.find(isFile);
}

/**
 * What tests do without. Each window of Chromium draws the lists below its address bar as
 * pages of their own, unseen, which costs as much as a page under test. The rest is what
 * Playwright turns off by itself: it stands here since the last list is the one that counts.
 */
const TURNED_OFF = [
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"],
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose"],
  ...["HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter"],
  ...["PaintHolding", "ThirdPartyStoragePartitioning", "OptimizationHints"],
  ...["AvoidCorsURLLoaderRestartOnRedirect", "NetworkTimeServiceQuerying"],
  ...["AimEnabled", "PreconnectToSearch"],
];

/**
 * Opens Chromium without a window; close it with `await using` or `close()`.
 *
 * @throws {Error} If there is none, with what to install.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error(`Cannot open a browser: ${HOW_TO_INSTALL}`);
  }
  // Containers run as root, where Chromium's own sandbox cannot start.
  const args = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    `--disable-features=${TURNED_OFF.join()}`,
  ];
  return await chromium.launch({ executablePath, args });
}

/** The browser of a test file: opened by its first test, closed after its last. */
let browserOfFile: Browser | undefined;

/**
 * Declares a test that needs a browser. Without one it is ignored under a name that says
 * what to install; in CI it fails. Pages are closed after the test.
 */
export function browserTest(
  name: string,
  test: (browser: Browser) => Promise<void>,
): void {
  const isIgnored = findChromium() === undefined && !IS_BROWSER_WANTED;
  Deno.test({
    name: isIgnored ? `${name} (not run: ${HOW_TO_INSTALL})` : name,
    ignore: isIgnored,
    // The browser's pipes outlive a test that fails.
    sanitizeResources: false,
    sanitizeOps: false,
    fn: async () => {
      const browser = browserOfFile ??= await openBrowser();
      try {
        await test(browser);
      } finally {
        for (const context of browser.contexts()) await context.close();
      }
    },
  });
}

Deno.test.afterAll(async () => {
  await browserOfFile?.close();
  browserOfFile = undefined;
});

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
