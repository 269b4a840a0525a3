package org.vigie.station.command;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Passes orders on to the alarm system. */
public interface AlertCommandSender {
    /**
     * Passes one on and waits a short while for its answer.
     *
     * @param now on the ward's clock
     * @return fails when the broker has not taken it: then nothing was ordered
     */
    CompletableFuture<AlertCommandResponse> send(AlertCommandRequest form, StationUser user, Instant now);
}
