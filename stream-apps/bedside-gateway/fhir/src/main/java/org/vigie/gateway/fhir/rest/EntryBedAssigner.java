package org.vigie.gateway.fhir.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.message.FhirMessage;
import org.vigie.gateway.fhir.message.FhirMessage.FhirMessageEntry;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.terminology.DropReason;

/**
 * Gives a bed to measured values that name none: the bed of the request, else the bed of the patient in the census when it was
 * measured, by the ward's clock.
 *
 * @param sender whose devices have a clock of their own
 * @param bed bed of the request; may be empty
 * @param now when the request arrived
 */
record EntryBedAssigner(MessageIntake intake, String sender, String bed, Instant now) {
    /** Returns the entries of a message with their beds. An entry of a batch without a bed is refused, and the others are not. */
    List<FhirMessageEntry> assign(FhirMessage message) {
        return message.entries().stream()
                .map(entry -> entry.broken().isPresent() ? entry : withBeds(entry))
                .map(entry -> message.bundle().equals("batch") ? refusedWithoutBed(entry) : entry)
                .toList();
    }

    private FhirMessageEntry withBeds(FhirMessageEntry entry) {
        return entry.withObservations(entry.observations().stream()
                .flatMap(measured -> measured.bed().isEmpty() ? withBed(measured).stream() : Stream.of(measured))
                .toList());
    }

    private List<MeasuredValue> withBed(MeasuredValue measured) {
        boolean isAsked = bed.isEmpty() && !measured.patient().isEmpty();
        return isAsked ? intake.placed(sender, List.of(measured), now) : List.of(measured.withBed(bed));
    }

    /** Returns the error of an entry with a reading without a bed. Empty when there is none. */
    static Optional<String> missingBed(FhirMessageEntry entry) {
        return entry.observations().stream()
                        .anyMatch(measured ->
                                measured.readings() > 0 && measured.bed().isEmpty())
                ? Optional.of(entry.path() + ": nothing says on which bed it was measured")
                : Optional.empty();
    }

    private static FhirMessageEntry refusedWithoutBed(FhirMessageEntry entry) {
        Stream<DroppedElement> values = entry.observations().stream().map(measured -> withoutBed(entry, measured));
        return missingBed(entry)
                .map(missing -> entry.refused(
                        missing, Stream.concat(entry.dropped().stream(), values).toList()))
                .orElse(entry);
    }

    private static DroppedElement withoutBed(FhirMessageEntry entry, MeasuredValue measured) {
        return new DroppedElement(entry.path(), "bed", measured.variable(), "", DropReason.NO_BED)
                .withReadings(measured.readings())
                .withExpected("a bed, or a patient whom the census had on one when it was measured");
    }
}
