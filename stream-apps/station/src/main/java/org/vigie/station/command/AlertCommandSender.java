package org.vigie.station.command;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.vigie.access.Principal;

/** Sends commands to the alarm system. */
public interface AlertCommandSender {
    /**
     * Sends a command and waits a short while for its answer.
     *
     * @param now on the ward's clock
     * @return fails when the broker does not take the command
     */
    CompletableFuture<AlertCommandResponse> send(AlertCommandRequest form, Principal user, Instant now);
}
