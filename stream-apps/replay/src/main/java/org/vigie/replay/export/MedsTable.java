package org.vigie.replay.export;

import static org.vigie.replay.export.ExportColumnType.NUMBER;
import static org.vigie.replay.export.ExportColumnType.TEXT;
import static org.vigie.replay.export.ExportColumnType.TIME;
import static org.vigie.replay.export.ExportColumnType.WHOLE_NUMBER;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vigie.replay.export.ListedStays.ListedStay;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Stay;
import org.vigie.schemas.topic.TopicCatalogue;

/** Describes the events of MEDS: readings that rules and windows use, admissions and discharges. */
record MedsTable(TopicCatalogue topics, ExportPseudonyms pseudonyms) {
    static final String NAME = "events";

    ExportTable<MedsEvent> table() {
        var stays = new ListedStays();
        return new ExportTable<>(
                NAME,
                "One row for each event of a stay, in the form of MEDS",
                columns(),
                hidden(),
                "subject_id, time, code",
                new ExportedRows<>(
                        List.of(
                                new ExportedSource<>(topics.staysCurrent(), bed -> taken(bed, stays)),
                                new ExportedSource<>(topics.observationsClean(), MedsTable::readings)),
                        () -> stays.all().flatMap(MedsTable::events),
                        new ReadingCorrections(NAME, "subject_id", "code", "numeric_value").statements()));
    }

    private List<ExportColumn<MedsEvent>> columns() {
        return List.of(
                new ExportColumn<>(
                        "subject_id", WHOLE_NUMBER, "Pseudonym of the stay", event -> pseudonyms.subject(event.stay())),
                new ExportColumn<>("time", TIME, "Time of the event, UTC", MedsEvent::time),
                new ExportColumn<>("code", TEXT, "Code in metadata/codes.parquet", MedsEvent::code),
                new ExportColumn<>("numeric_value", NUMBER, "Value in the variable's unit", MedsEvent::numericValue),
                new ExportColumn<>(
                        "text_value", TEXT, "Unit of care at admission and discharge", MedsEvent::textValue));
    }

    /** Returns the columns by which a later record changes an earlier reading. */
    private List<ExportColumn<MedsEvent>> hidden() {
        List<ExportColumn<ExportedReading>> ofReading = List.of(
                new ExportColumn<>("bed", TEXT, "Pseudonym of the bed", reading -> pseudonyms.bed(reading.bed())),
                new ExportColumn<>(
                        "raw_partition",
                        WHOLE_NUMBER,
                        "Partition of the message",
                        reading -> reading.origin().getPartition()),
                new ExportColumn<>(
                        "raw_offset",
                        WHOLE_NUMBER,
                        "Offset of the message",
                        reading -> reading.origin().getOffset()));
        return Stream.concat(
                        ofReading.stream(),
                        SentReading.columns().stream().map(column -> column.of(ExportedReading::sent)))
                .map(column -> column.of(MedsEvent::reading))
                .toList();
    }

    private static Stream<MedsEvent> readings(CleanObservation observation) {
        return ReadingTables.used(observation)
                .map(reading -> new MedsEvent(
                        Objects.requireNonNull(reading.stay()),
                        reading.measuredAt(),
                        MedsEvent.code(reading.variable()),
                        reading.value(),
                        null,
                        reading));
    }

    private static Stream<MedsEvent> taken(BedStays bed, ListedStays stays) {
        stays.take(bed);
        return Stream.of();
    }

    /** Returns one admission, to the first bed, and one discharge, from the last one. A transfer between beds is neither. */
    private static Stream<MedsEvent> events(ListedStay stay) {
        MedsEvent admission = event(stay.first(), stay.first().getAdmittedAt(), MedsEvent.ADMISSION);
        Instant until = stay.last().getUntil();
        return until == null
                ? Stream.of(admission)
                : Stream.of(admission, event(stay.last(), until, MedsEvent.DISCHARGE));
    }

    private static MedsEvent event(Stay time, Instant at, String code) {
        return new MedsEvent(time.getStay(), at, code, null, time.getBed().split("/", 2)[0], null);
    }
}
