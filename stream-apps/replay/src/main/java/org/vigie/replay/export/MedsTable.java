package org.vigie.replay.export;

import static org.vigie.replay.export.ExportColumnType.NUMBER;
import static org.vigie.replay.export.ExportColumnType.TEXT;
import static org.vigie.replay.export.ExportColumnType.TIME;
import static org.vigie.replay.export.ExportColumnType.WHOLE_NUMBER;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Stay;
import org.vigie.schemas.topic.TopicCatalogue;

/** Describes the events of MEDS: readings that rules and windows use, admissions and discharges. */
record MedsTable(TopicCatalogue topics, ExportPseudonyms pseudonyms) {
    static final String NAME = "events";

    ExportTable<MedsEvent> table() {
        return new ExportTable<>(
                NAME,
                "One row for each event of a stay, in the form of MEDS",
                columns(),
                "subject_id, time, code",
                List.of(
                        new ExportedSource<>(topics.staysCurrent(), this::stays),
                        new ExportedSource<>(topics.observationsClean(), this::readings)));
    }

    private static List<ExportColumn<MedsEvent>> columns() {
        return List.of(
                new ExportColumn<>("subject_id", WHOLE_NUMBER, "Pseudonym of the stay", MedsEvent::subject),
                new ExportColumn<>("time", TIME, "Time of the event, UTC", MedsEvent::time),
                new ExportColumn<>("code", TEXT, "Code in metadata/codes.parquet", MedsEvent::code),
                new ExportColumn<>("numeric_value", NUMBER, "Value in the variable's unit", MedsEvent::numericValue),
                new ExportColumn<>(
                        "text_value", TEXT, "Unit of care at admission and discharge", MedsEvent::textValue));
    }

    private Stream<MedsEvent> readings(CleanObservation observation) {
        return ReadingTables.kept(observation)
                .filter(ExportedReading::isUsed)
                .map(reading -> new MedsEvent(
                        pseudonyms.subject(observation.getStay()),
                        reading.measuredAt(),
                        MedsEvent.code(reading.variable()),
                        reading.value(),
                        null));
    }

    private Stream<MedsEvent> stays(BedStays bed) {
        return bed.getStays().stream().flatMap(stay -> events(stay, bed.getBed().split("/", 2)[0]));
    }

    private Stream<MedsEvent> events(Stay stay, String unit) {
        long subject = pseudonyms.subject(stay.getStay());
        var admission = new MedsEvent(subject, stay.getAdmittedAt(), MedsEvent.ADMISSION, null, unit);
        return stay.getUntil() == null
                ? Stream.of(admission)
                : Stream.of(
                        admission,
                        new MedsEvent(
                                subject, Objects.requireNonNull(stay.getUntil()), MedsEvent.DISCHARGE, null, unit));
    }
}
