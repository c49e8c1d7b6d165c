/** The time of day is passed in, so that a test can set it. */
export type Clock = () => Date;
