package org.vigie.gateway.publish;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.schemas.NamedObservation;

/**
 * Holds the result for the measured values of one delivery.
 *
 * @param sent completes when the broker has all of them
 * @param published how many readings of the delivery are published
 * @param leftOut the elements that are not published
 * @param named the values by the identifiers of their sender; to be remembered once the broker has the delivery
 */
record PublishedMeasurements(
        CompletableFuture<Void> sent,
        int published,
        List<DroppedElement> leftOut,
        Map<String, NamedObservation> named) {
    PublishedMeasurements {
        leftOut = List.copyOf(leftOut);
        named = Collections.unmodifiableMap(named);
    }
}
