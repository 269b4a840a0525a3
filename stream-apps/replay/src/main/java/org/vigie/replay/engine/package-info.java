/** Runs the topologies of the apps in one thread, without a broker, by the times of recorded records. */
@NullMarked
package org.vigie.replay.engine;

import org.jspecify.annotations.NullMarked;
