package org.vigie.station.order;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Passes orders on to the alarm system. */
public interface Orders {
    /**
     * Passes one on and waits a short while for its answer.
     *
     * @param now on the ward's clock
     * @return fails when the broker has not taken it: then nothing was ordered
     */
    CompletableFuture<OrderAnswer> place(OrderForm form, User user, Instant now);
}
