package org.vigie.replay.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.variable.VariableCatalogue;

class DataDictionaryTest {
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);

    private static final PartitionPeriod PERIOD = new PartitionPeriod(Instant.EPOCH, Instant.MAX);

    @TempDir
    Path directory;

    @Test
    void everyColumnOfEveryTableIsExplainedOnce() throws IOException {
        // given
        List<? extends ExportTable<?>> tables = Stream.of(ExportKind.values())
                .map(kind -> kind.table(TOPICS, ExportPseudonyms.none(), AnonymityLevel.defaults(), PERIOD))
                .toList();

        // when
        new DataDictionary(tables).write(directory);

        // then
        List<String> lines = Files.readAllLines(directory.resolve(DataDictionary.COLUMNS));
        int columns = tables.stream().mapToInt(table -> table.columns().size()).sum();
        assertThat(lines).hasSize(1 + tables.size() + columns).doesNotHaveDuplicates();
        assertThat(lines).contains("alerts,rule,VARCHAR,Name of the alarm rule");
    }

    @Test
    void everyVariableIsNamedWithItsUnit() throws IOException {
        // when
        new DataDictionary(List.of()).write(directory);

        // then
        assertThat(Files.readAllLines(directory.resolve(DataDictionary.VARIABLES)))
                .hasSize(1 + VariableCatalogue.standard().all().size())
                .anyMatch(line -> line.startsWith("spo2,%,"));
    }

    @Test
    void theTableOfADatabaseHasTheColumnsOfTheExport() {
        assertThat(ExportKind.ALERTS
                        .table(TOPICS, ExportPseudonyms.none(), AnonymityLevel.defaults(), PERIOD)
                        .createStatement())
                .startsWith("CREATE TABLE alerts (alert VARCHAR, stay VARCHAR, bed VARCHAR")
                .contains("value DOUBLE");
    }
}
