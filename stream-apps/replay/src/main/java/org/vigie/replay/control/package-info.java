/**
 * Steers a running replay: pause, step, seek and speed.
 *
 * <p>Decided here: when a record may be evaluated, and which requests a replay obeys. Requests and answers travel in two topics of the
 * replay's namespace.
 */
@NullMarked
package org.vigie.replay.control;

import org.jspecify.annotations.NullMarked;
