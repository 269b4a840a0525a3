package org.vigie.replay.export;

import static org.vigie.replay.export.ExportColumnType.NUMBER;
import static org.vigie.replay.export.ExportColumnType.TEXT;
import static org.vigie.replay.export.ExportColumnType.TIME;
import static org.vigie.replay.export.ExportColumnType.WHOLE_NUMBER;
import static org.vigie.replay.export.ExportColumnType.YES_OR_NO;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.topic.TopicCatalogue;

/** Describes the tables of readings: all with their verdicts, and those that rules and windows use. */
record ReadingTables(TopicCatalogue topics, ExportPseudonyms pseudonyms) {
    ExportTable<ExportedReading> vitals() {
        return new ExportTable<>(
                "vitals",
                "One row for each reading that a device sent, with its verdict",
                columns(),
                ExportTable.AS_APPENDED,
                List.of(
                        new ExportedSource<>(topics.observationsClean(), ReadingTables::kept),
                        new ExportedSource<>(topics.observationsRejected(), ReadingTables::rejected)));
    }

    ExportTable<ExportedReading> clean() {
        return new ExportTable<>(
                "clean",
                "One row for each reading that rules and windows use",
                columns(),
                ExportTable.AS_APPENDED,
                List.of(new ExportedSource<>(
                        topics.observationsClean(),
                        observation -> kept(observation).filter(ExportedReading::isUsed))));
    }

    static Stream<ExportedReading> kept(CleanObservation observation) {
        return BedName.isCanary(observation.getBed())
                ? Stream.of()
                : observation.getReadings().stream().map(reading -> ExportedReading.of(observation, reading));
    }

    private static Stream<ExportedReading> rejected(RejectedReading rejected) {
        return BedName.isCanary(rejected.getBed()) ? Stream.of() : Stream.of(ExportedReading.of(rejected));
    }

    private List<ExportColumn<ExportedReading>> columns() {
        return List.of(
                new ExportColumn<>(
                        "stay",
                        TEXT,
                        "Pseudonym of the stay; empty when no stay is known for the bed",
                        row -> row.stay() == null ? null : pseudonyms.stay(row.stay())),
                new ExportColumn<>("bed", TEXT, "Unit and pseudonym of the bed", row -> pseudonyms.bed(row.bed())),
                new ExportColumn<>(
                        "variable", TEXT, "Name in variables.csv, or the sent code", ExportedReading::variable),
                new ExportColumn<>("value", NUMBER, "Value in the unit of the row", ExportedReading::value),
                new ExportColumn<>("unit", TEXT, "Unit (UCUM)", ExportedReading::unit),
                new ExportColumn<>(
                        "measured_at", TIME, "Measurement by the ward's clock, UTC", ExportedReading::measuredAt),
                new ExportColumn<>("received_at", TIME, "Receipt by the gateway, UTC", ExportedReading::receivedAt),
                new ExportColumn<>("published_at", TIME, "Storage by the broker, UTC", ExportedReading::publishedAt),
                new ExportColumn<>("verdict", TEXT, "KEPT, SUSPECT, RETRACTED or REJECTED", ExportedReading::verdict),
                new ExportColumn<>(
                        "reason", TEXT, "Rule that decided the verdict; NONE for kept", ExportedReading::reason),
                new ExportColumn<>(
                        "followed", YES_OR_NO, "False for a second source of a variable", ExportedReading::followed),
                new ExportColumn<>(
                        "raw_partition",
                        WHOLE_NUMBER,
                        "Partition of the message in observations.raw",
                        row -> row.origin().getPartition()),
                new ExportColumn<>(
                        "raw_offset",
                        WHOLE_NUMBER,
                        "Offset of the message in observations.raw",
                        row -> row.origin().getOffset()),
                new ExportColumn<>(
                        "raw_index", WHOLE_NUMBER, "Place of the reading in the message", ExportedReading::index));
    }
}
