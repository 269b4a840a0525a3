package org.vigie.vitals;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.vigie.signal.clean.CleaningRevision;
import org.vigie.signal.identify.BedOccupancy;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.vitals.LoggedStateStore.ChangelogEntry;

/** Runs the step clean alone. Its state can be restored from a part of another run's changelog. */
final class CleanStepHarness {
    private final MockProcessorContext<String, JudgedObservation> context = new MockProcessorContext<>();
    private final LoggedStateStore store;
    private final CleanStep cleanStep = new CleanStep(CleaningMemoryConfig.defaults(), CleaningRevision.SHIPPED);

    CleanStepHarness(List<ChangelogEntry> restored) {
        store = new LoggedStateStore(restored);
        context.addStateStore(store.parts());
        cleanStep.init(context);
    }

    JudgedObservation clean(RawObservation raw, StayAssignment assignment) {
        return clean(new IdentifiedObservation(raw, BedOccupancy.always(assignment.stay()), List.of()));
    }

    JudgedObservation clean(IdentifiedObservation identified) {
        RawObservation raw = identified.raw();
        context.resetForwards();
        cleanStep.process(new Record<>(
                raw.observation().getBed(), identified, raw.publishedAt().toEpochMilli()));
        return context.forwarded().get(0).record().value();
    }

    /** Writes the state to the changelog, as each commit does. */
    void commit() {
        store.parts().flush();
    }

    /** Returns all changelog records since the start, the oldest first. */
    List<ChangelogEntry> changelog() {
        return store.changelog();
    }

    /** Returns the content of the store. */
    Map<String, CleaningPart> stored() {
        return store.content();
    }
}
