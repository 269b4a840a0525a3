package org.vigie.gateway.fhir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.PatientMovement;

/**
 * What one request or file became, resource by resource.
 *
 * @param bundle the Bundle's type; empty when it was none
 * @param several whether more than one resource could have been in it: a Bundle, or ndjson
 * @param broken what is wrong with the message as a whole; empty when nothing is
 * @param readings how many it holds, counted before anything was decided about them
 */
public record FhirMessage(
        String bundle, boolean several, List<String> broken, List<FhirMessageEntry> entries, int readings) {
    private static final Set<String> EACH_ALONE = Set.of("batch", "searchset", "history", "collection", "");

    public FhirMessage {
        broken = List.copyOf(broken);
        entries = List.copyOf(entries);
    }

    /**
     * One resource that was sent.
     *
     * @param path where it stands: {@code Bundle.entry[2].resource}
     * @param id its logical id as sent; empty when it has none
     * @param broken why it cannot be taken; then nothing of it is
     * @param profile what the vital-signs profile would have wanted besides
     */
    public record FhirMessageEntry(
            String path,
            String type,
            String id,
            Optional<String> broken,
            List<String> profile,
            List<MeasuredValue> observations,
            List<PatientMovement> movements,
            List<BedsideAlert> alerts,
            List<DroppedElement> dropped) {
        public FhirMessageEntry {
            Objects.requireNonNull(broken, "broken");
            profile = List.copyOf(profile);
            observations = List.copyOf(observations);
            movements = List.copyOf(movements);
            alerts = List.copyOf(alerts);
            dropped = List.copyOf(dropped);
        }
    }

    /** True when one resource that cannot be taken refuses all: a transaction, a message, a document, a resource on its own. */
    public boolean isAtomic() {
        return !EACH_ALONE.contains(bundle) || !several;
    }

    /** Everything that is wrong, each thing once. */
    public List<String> errors() {
        return Stream.concat(broken.stream(), entries.stream().flatMap(entry -> entry.broken().stream()))
                .collect(Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), List::copyOf));
    }

    /** True when nothing of it may be used. */
    public boolean isRefused() {
        return !broken.isEmpty() || (isAtomic() && !errors().isEmpty());
    }

    /** As {@code ./vigie fhir read} shows it. */
    public MessageOutcome outcome() {
        String error = String.join("; ", errors());
        if (isRefused()) {
            return MessageOutcome.refused(FhirReader.UNPROCESSABLE, error);
        }
        return new MessageOutcome(
                several ? FhirReader.OK : FhirReader.CREATED,
                error,
                entries.stream().flatMap(entry -> entry.observations().stream()).toList(),
                entries.stream().flatMap(entry -> entry.movements().stream()).toList(),
                entries.stream().flatMap(entry -> entry.alerts().stream()).toList(),
                entries.stream().flatMap(entry -> entry.dropped().stream()).toList());
    }
}
