package org.vigie.replay.export;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Says what is exported.
 *
 * @param period append times of the records
 * @param what kinds of tables; MEDS has a table of its own
 * @param anonymity of the facts of stays, where they get pseudonyms
 * @param directory to which the files are written
 */
record ExportRequest(
        KafkaConnectionConfig kafka,
        PartitionPeriod period,
        List<ExportKind> what,
        ExportFormat format,
        ExportPseudonyms pseudonyms,
        AnonymityLevel anonymity,
        Path directory) {
    ExportRequest {
        what = what.stream()
                .distinct()
                .sorted(Comparator.comparing(kind -> kind != ExportKind.STAYS))
                .toList();
        if (format.isOfReadings() && !what.equals(List.of(ExportKind.CLEAN))) {
            throw new IllegalArgumentException(
                    "--what: must be clean for --format " + format.name().toLowerCase(Locale.ROOT)
                            + ", which holds the readings that rules use, was " + what);
        }
    }

    /** Returns what the audit trail says of the export. */
    String auditDetail() {
        String kinds =
                what.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
        return "%s of %s as %s, %s to %s, %s"
                .formatted(
                        kinds,
                        kafka.namespace(),
                        format.name().toLowerCase(Locale.ROOT),
                        period.from(),
                        period.to(),
                        pseudonyms.keepsNames() ? "with the names of the ward" : "with pseudonyms");
    }

    List<? extends ExportTable<?>> tables() {
        TopicCatalogue topics = kafka.topics();
        return format == ExportFormat.MEDS
                ? List.of(new MedsTable(topics, pseudonyms).table())
                : what.stream()
                        .map(kind -> kind.table(topics, pseudonyms, anonymity, period))
                        .toList();
    }
}
