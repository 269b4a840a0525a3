package org.vigie.gateway.fhir.message;

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
 * Holds the content of one request or file, resource by resource.
 *
 * @param bundle type of the Bundle; empty when there is none
 * @param several true for a Bundle and for ndjson, which can hold several resources
 * @param broken errors of the message as a whole
 * @param readings how many readings it holds; they are counted before the message is interpreted
 */
public record FhirMessage(
        String bundle, boolean several, List<String> broken, List<FhirMessageEntry> entries, int readings) {
    private static final String OK = "200";
    private static final String CREATED = "201";
    private static final String UNPROCESSABLE = "422";
    private static final Set<String> EACH_ALONE = Set.of("batch", "searchset", "history", "collection", "");

    public FhirMessage {
        broken = List.copyOf(broken);
        entries = List.copyOf(entries);
    }

    /**
     * Holds one resource of the message.
     *
     * @param path where it stands: {@code Bundle.entry[2].resource}
     * @param id its logical id as sent; empty when it has none
     * @param broken why it is refused; empty when it is taken
     * @param profile elements that the vital-signs profile requires and that are missing
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

        /** Returns the entry with other measured values. */
        public FhirMessageEntry withObservations(List<MeasuredValue> others) {
            return new FhirMessageEntry(path, type, id, broken, profile, others, movements, alerts, dropped);
        }

        /** Returns the entry without its content. */
        public FhirMessageEntry refused(String why, List<DroppedElement> leftOut) {
            return new FhirMessageEntry(
                    path, type, id, Optional.of(why), profile, List.of(), List.of(), List.of(), leftOut);
        }
    }

    /**
     * Returns true when one refused resource refuses all of them. It does in a transaction, a message, a document, and for a single
     * resource.
     */
    public boolean isAtomic() {
        return !EACH_ALONE.contains(bundle) || !several;
    }

    /** Returns every error once. */
    public List<String> errors() {
        return Stream.concat(broken.stream(), entries.stream().flatMap(entry -> entry.broken().stream()))
                .collect(Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), List::copyOf));
    }

    /** Returns true when the whole message is refused. */
    public boolean isRefused() {
        return !broken.isEmpty() || (isAtomic() && !errors().isEmpty());
    }

    /** Returns the outcome as {@code ./vigie fhir read} shows it: without states that count only beside an earlier message. */
    public MessageOutcome outcome() {
        String error = String.join("; ", errors());
        if (isRefused()) {
            return MessageOutcome.refused(UNPROCESSABLE, error);
        }
        return new MessageOutcome(
                several ? OK : CREATED,
                error,
                entries.stream()
                        .flatMap(entry -> entry.observations().stream())
                        .filter(one -> one.readings() > 0 || one.value() == 0)
                        .toList(),
                entries.stream().flatMap(entry -> entry.movements().stream()).toList(),
                entries.stream().flatMap(entry -> entry.alerts().stream()).toList(),
                entries.stream().flatMap(entry -> entry.dropped().stream()).toList());
    }
}
