import { createHash } from "node:crypto";

/**
 * The content security policy of a page that needs nothing else: these styles and scripts
 * alone, known by their checksums, and pictures within the page. What data could smuggle
 * in neither runs nor looks.
 *
 * @param styles Contents of the page's `<style>` elements.
 * @param scripts Contents of its `<script>` elements.
 * @see W3C, Content Security Policy Level 3.
 */
export function contentPolicy(
  styles: readonly string[],
  scripts: readonly string[],
): string {
  return [
    "default-src 'none'",
    `style-src ${styles.map(sourceOf).join(" ")}`,
    `script-src ${scripts.map(sourceOf).join(" ")}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function sourceOf(content: string): string {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}
