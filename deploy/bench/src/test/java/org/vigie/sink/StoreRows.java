package org.vigie.sink;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.sink.row.StoreTables;

/** Keeps in memory the rows that dashboard-sink would write, by table. The rows are built by the sink's own code. */
public final class StoreRows {
    private final SinkRecordReader reader;
    private final Map<String, List<String>> byTable = new TreeMap<>();

    public StoreRows(TopicCatalogue topics, AvroSerdes serdes) {
        StoreTables tables = StoreTables.in("ward");
        List.of(
                        tables.readings(),
                        tables.withdrawals(),
                        tables.cells(),
                        tables.scores(),
                        tables.contributions(),
                        tables.alerts(),
                        tables.alarmEpisodes(),
                        tables.alarmLoads(),
                        tables.triage(),
                        tables.bedMovements(),
                        tables.refused())
                .forEach(table -> byTable.put(table, new ArrayList<>()));
        // Without letters: a record that cannot be read must fail the test.
        reader = new SinkRecordReader(topics, tables, serdes, null, new SinkCounters(new PrometheusRegistry()));
    }

    public void take(ConsumerRecord<byte[], byte[]> record) {
        if (reader.topics().contains(record.topic())) {
            reader.rows(record).forEach(row -> byTable.get(row.table()).add(row.line()));
        }
    }

    /** The rows of each table in line protocol, sorted. A table without rows is there too. */
    public Map<String, List<String>> sorted() {
        Map<String, List<String>> sorted = new TreeMap<>();
        byTable.forEach(
                (table, lines) -> sorted.put(table, lines.stream().sorted().toList()));
        return sorted;
    }
}
