/** Colours of every page, as properties of its style. */
export const PAGE_COLOURS = `\
:root {
  --ink: #222222;
  --muted: #555555;
  --line: #d4d4d4;
  --link: #00558a;
  --ground: #f5f6f7;
  --warning: #fff1dc;
  --warning-ink: #5c2b00;
}
`;
