package org.vigie.station.replay;

import java.util.concurrent.CompletableFuture;
import org.vigie.access.Principal;

/** Passes what the users of the page ask on to the replay. */
@FunctionalInterface
public interface ReplaySteering {
    /** Sends a request. The future holds the answer of the replay. */
    CompletableFuture<ReplaySteeringResponse> send(ReplaySteeringRequest request, Principal user);
}
