package org.vigie.replay.export;

import java.nio.file.Path;
import java.util.List;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Says what is exported.
 *
 * @param period append times of the records
 * @param what kinds of tables; MEDS has a table of its own
 * @param directory to which the files are written
 */
record ExportRequest(
        KafkaConnectionConfig kafka,
        PartitionPeriod period,
        List<ExportKind> what,
        ExportFormat format,
        ExportPseudonyms pseudonyms,
        Path directory) {
    ExportRequest {
        what = what.stream().distinct().toList();
        if (format == ExportFormat.MEDS && !what.equals(List.of(ExportKind.CLEAN))) {
            throw new IllegalArgumentException(
                    "--what: must be clean for --format meds, whose events are the readings that rules use, was "
                            + what);
        }
    }

    List<? extends ExportTable<?>> tables() {
        TopicCatalogue topics = kafka.topics();
        return format == ExportFormat.MEDS
                ? List.of(new MedsTable(topics, pseudonyms).table())
                : what.stream().map(kind -> kind.table(topics, pseudonyms)).toList();
    }
}
