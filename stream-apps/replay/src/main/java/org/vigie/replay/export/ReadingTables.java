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
                hidden(),
                ExportTable.AS_APPENDED,
                rows(
                        "vitals",
                        List.of(
                                new ExportedSource<>(topics.observationsClean(), ReadingTables::sent),
                                new ExportedSource<>(topics.observationsRejected(), ReadingTables::rejected))));
    }

    ExportTable<ExportedReading> clean() {
        return new ExportTable<>(
                "clean",
                "One row for each reading that rules and windows use, as its sender left it",
                columns(),
                hidden(),
                ExportTable.AS_APPENDED,
                rows("clean", List.of(new ExportedSource<>(topics.observationsClean(), ReadingTables::used))));
    }

    private static ExportedRows<ExportedReading> rows(String table, List<ExportedSource<?, ExportedReading>> sources) {
        var corrections = new ReadingCorrections(table, "stay", "variable", "value");
        return new ExportedRows<>(sources, Stream::empty, corrections.statements());
    }

    private static List<ExportColumn<ExportedReading>> hidden() {
        return SentReading.columns().stream()
                .map(column -> column.of(ExportedReading::sent))
                .toList();
    }

    /** Returns the readings that rules and windows use, and the rows that remove what the record withdraws. */
    static Stream<ExportedReading> used(CleanObservation observation) {
        return Stream.concat(sent(observation).filter(ExportedReading::isUsed), withdrawn(observation));
    }

    /** Returns each reading as it was sent. A message of an identified patient removes the first copy of its readings. */
    private static Stream<ExportedReading> sent(CleanObservation observation) {
        if (BedName.isCanary(observation.getBed())) {
            return Stream.of();
        }
        String provisional = observation.getAttributedFrom();
        Stream<ExportedReading> readings =
                observation.getReadings().stream().map(reading -> ExportedReading.of(observation, reading));
        return provisional == null
                ? readings
                : Stream.concat(
                        observation.getReadings().stream()
                                .limit(1)
                                .map(any -> ExportedReading.identifying(observation, any, provisional)),
                        readings);
    }

    private static Stream<ExportedReading> withdrawn(CleanObservation observation) {
        return BedName.isCanary(observation.getBed())
                ? Stream.of()
                : observation.getReadings().stream()
                        .flatMap(reading -> reading.getWithdraws().stream()
                                .map(earlier -> ExportedReading.withdrawing(observation, reading, earlier)));
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
