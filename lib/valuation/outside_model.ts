/** Whose valuation is refused, for the message. */
interface Valued {
  readonly schemeName: string;
  readonly scenarioName: string;
}

/**
 * Raised where the model's equations no longer hold, although every assumption alone is
 * possible: a covered unemployment rate of 100 per cent, nobody who is paid.
 */
export class OutsideModelError extends RangeError {
  override readonly name = "OutsideModelError";
  /** What is wanted and what there is, in words. */
  readonly reason: string;

  /**
   * @param valued Names of the scheme and the scenario.
   * @param reason What is wanted and what there is.
   */
  constructor({ schemeName, scenarioName }: Valued, reason: string) {
    super(`Cannot value ${schemeName} under ${scenarioName}: ${reason}`);
    this.reason = reason;
  }
}
