package org.vigie.gateway.codes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.schemas.serde.AvroSerdes;

/** Lists what the gateway left out, for {@code ./vigie codes inbox}. */
final class LeftOutInbox {
    private static final List<String> HEAD = List.of(
            "sender",
            "protocol",
            "reason",
            "field",
            "code",
            "unit",
            "value",
            "count",
            "readings",
            "first",
            "last",
            "expected");

    private LeftOutInbox() {}

    /**
     * Returns the entries with the most readings first.
     *
     * @param sender part of the sender's name, in any case; empty for every sender
     * @param reason name of the reason, with blanks, hyphens or underscores; empty for every reason
     */
    static List<LeftOutReadings> entries(KafkaConnectionConfig kafka, String sender, String reason) {
        String wanted = reason.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
        return newest(kafka).values().stream()
                .filter(entry -> entry.getSource().toLowerCase(Locale.ROOT).contains(sender.toLowerCase(Locale.ROOT)))
                .filter(entry -> wanted.isEmpty() || entry.getReason().equals(wanted))
                .sorted(Comparator.comparingLong(LeftOutReadings::getReadings)
                        .thenComparing(LeftOutReadings::getCount)
                        .reversed())
                .toList();
    }

    /** Returns a table with a head. Each column is as wide as its content. */
    static List<String> table(List<LeftOutReadings> entries) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        entries.forEach(entry -> rows.add(row(entry)));
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static Map<String, LeftOutReadings> newest(KafkaConnectionConfig kafka) {
        var serdes = new AvroSerdes(kafka.registry());
        try (var reader =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().readingsLeftOut())) {
            return reader.readNewest();
        }
    }

    private static List<String> row(LeftOutReadings entry) {
        return List.of(
                entry.getSource(),
                entry.getProtocol(),
                entry.getReason().toLowerCase(Locale.ROOT).replace('_', ' '),
                entry.getField(),
                entry.getCode(),
                entry.getUnit(),
                entry.getShape(),
                Long.toString(entry.getCount()),
                Long.toString(entry.getReadings()),
                entry.getFirstAt().toString(),
                entry.getLastAt().toString(),
                entry.getExpected());
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
