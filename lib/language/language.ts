/** A language in which the toolkit speaks. */
export type Language = "en" | "id";

/** The languages, the one that is taken where nobody asks first. */
export const LANGUAGES = ["en", "id"] as const satisfies readonly Language[];
