package org.vigie.replay.control;

import java.time.Instant;
import java.util.Optional;

/**
 * Says where a replay is.
 *
 * @param time recorded time up to which records are evaluated
 * @param paused true when it waits for a request, once {@code seekTo} is reached
 * @param seekTo recorded time up to which it goes without waiting
 */
record ReplayPosition(Instant time, ReplaySpeed speed, boolean paused, Optional<Instant> seekTo) {}
