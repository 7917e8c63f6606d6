/** Set right before the page is loaded again with everything put down: nothing is lost by leaving it. */
export const leaving = { kept: false };
