import library from "nodejs-polars";

/** The polars library. Only this file imports it: loading it needs its permissions. */
export const polars = library;
