import { Encodings, Font, FontNames } from "@pdf-lib/standard-fonts";

/** Size and weight of a text. */
export interface TextStyle {
  /** Size in pixels. */
  readonly size: number;
  /** @default {false} */
  readonly isBold?: boolean;
}

/** Height of a line as a multiple of the text's size, as plotly sets it. */
export const LINE_HEIGHT = 1.3;

/**
 * How much wider than Helvetica a text may come out where only DejaVu Sans is at hand.
 * Measured on headings and labels of the report: 1.11 to 1.15, bold 1.15 to 1.26.
 */
const FALLBACK_ALLOWANCE = { regular: 1.15, bold: 1.22 };

const REGULAR = Font.load(FontNames.Helvetica);
const BOLD = Font.load(FontNames.HelveticaBold);

/** Glyphs of Helvetica that WinAnsi, the encoding of the metrics, leaves out. */
const FURTHER_GLYPHS: Readonly<Record<string, string>> = {
  "\u2212": "minus",
  "\u2264": "lessequal",
  "\u2265": "greaterequal",
};

/**
 * Width in pixels of one line in Helvetica, or in Arial and Liberation Sans, which share
 * its widths. A character that the font lacks counts as one em.
 * @see Adobe (1989), Core 14 AFM files.
 */
export function textWidth(text: string, style: TextStyle): number {
  const font = style.isBold ? BOLD : REGULAR;
  let thousandths = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    const glyph = Encodings.WinAnsi.canEncodeUnicodeCodePoint(codePoint)
      ? Encodings.WinAnsi.encodeUnicodeCodePoint(codePoint).name
      : FURTHER_GLYPHS[character];
    thousandths += (glyph !== undefined && font.getWidthOfGlyph(glyph)) || 1000;
  }
  return thousandths * style.size / 1000;
}

/**
 * Pixels that one line needs in any font of the house's list, whichever the reader has.
 */
export function textRoom(text: string, style: TextStyle): number {
  const allowance = style.isBold ? FALLBACK_ALLOWANCE.bold : FALLBACK_ALLOWANCE.regular;
  return textWidth(text, style) * allowance;
}

/**
 * Breaks a text between words into lines that fit a width in pixels; a longer word stands
 * alone on its line.
 */
export function wrapText(
  text: string,
  width: number,
  style: TextStyle,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((word) => word !== "")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textRoom(longer, style) <= width) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** Room of the widest of some texts, in whole pixels. */
export function widestRoom(texts: readonly string[], style: TextStyle): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => textRoom(text, style))));
}

/** Height of some lines of text, in whole pixels. */
export function blockHeight(lineCount: number, style: TextStyle): number {
  return Math.ceil(lineCount * style.size * LINE_HEIGHT);
}
