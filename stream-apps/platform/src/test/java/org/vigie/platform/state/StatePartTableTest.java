package org.vigie.platform.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests when parts reach the changelog, and what a restart finds of any prefix of it. */
class StatePartTableTest {
    private final TextFormat format = new TextFormat();
    private final List<LogRecord> log = new ArrayList<>();
    private final StatePartTable<String> table = table(log.subList(0, 0));

    private record LogRecord(String key, byte @Nullable [] value) {}

    private StatePartTable<String> table(List<LogRecord> restored) {
        var restoredTable = new StatePartTable<>("memory", format);
        restored.forEach(record -> restoredTable.restore(record.key(), record.value()));
        restoredTable.writeTo((key, value) -> log.add(new LogRecord(key, value)));
        return restoredTable;
    }

    @Test
    void aPartThatChangesManyTimesIsWrittenOnceWithTheFlush() {
        // given
        for (int change = 0; change < 100; change++) {
            table.put("a", "text " + change);
        }
        assertThat(log).isEmpty();

        // when
        table.flush();
        table.flush();

        // then
        assertThat(format.written()).isOne();
        assertThat(content(table(List.copyOf(log)))).isEqualTo(Map.of("a", "text 99"));
    }

    @Test
    void aPartThatIsPutNowIsWrittenAtOnce() {
        // given
        table.put("a", "later");

        // when
        table.putNow("b", "now");

        // then
        assertThat(content(table(List.copyOf(log)))).isEqualTo(Map.of("b", "now"));
    }

    @Test
    void aDeletedPartIsGoneAfterARestart() {
        // given
        table.put("a", "1");
        table.put("b", "2");
        table.putNow("c", "3");
        table.flush();

        // when
        table.delete("a");
        table.deleteNow("c");
        table.flush();

        // then
        assertThat(content(table(List.copyOf(log)))).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void aFlushThatWasNotCompletedIsLeftOutAndItsPartsAreWrittenAgain() {
        // given: the process ends before the last record of the second flush
        table.put("a", "old");
        table.flush();
        table.put("a", "new");
        table.put("b", "new");
        table.flush();
        List<LogRecord> survived = List.copyOf(log.subList(0, log.size() - 1));

        // when
        StatePartTable<String> restarted = table(survived);

        // then
        assertThat(content(restarted)).isEqualTo(Map.of("a", "old"));
        List<LogRecord> all = new ArrayList<>(survived);
        log.clear();
        restarted.put("c", "next");
        restarted.flush();
        all.addAll(log);
        assertThat(content(table(all))).isEqualTo(Map.of("a", "old", "c", "next"));
    }

    @Test
    void keysAreFoundByPrefixAndByRange() {
        // given
        for (String key : List.of("bed/1", "bed/2", "bed", "device/1", "bed/3")) {
            table.put(key, key);
        }

        // when
        List<String> beds = table.keys("bed/");

        // then
        assertThat(beds).containsExactly("bed/1", "bed/2", "bed/3");
        assertThat(table.keys("bed/2", "device/1")).containsExactly("bed/2", "bed/3", "device/1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyPrefixOfTheLogRestoresTheLastFlushWithWhatWasWrittenAtOnceSince(long seed) {
        // given: a table under load, and what must survive after each record of its log
        var random = new Random(seed);
        List<Map<String, String>> expected = new ArrayList<>(List.of(Map.of()));
        Map<String, String> durable = new TreeMap<>();
        for (int step = 0; step < 200; step++) {
            change(random, step, durable, expected);
        }

        // when
        List<LogRecord> all = List.copyOf(log);
        for (int survived = 0; survived <= all.size(); survived++) {
            Map<String, String> found = content(table(all.subList(0, survived)));

            // then
            assertThat(found).as("%d records survived", survived).isEqualTo(expected.get(survived));
        }
    }

    /** Changes the table once and adds the durable content after each new record of the log. Keys of both kinds are apart. */
    private void change(Random random, int step, Map<String, String> durable, List<Map<String, String>> expected) {
        String key = Integer.toString(random.nextInt(6));
        switch (random.nextInt(6)) {
            case 0 -> {
                table.putNow("now" + key, "n" + step);
                durable.put("now" + key, "n" + step);
            }
            case 1 -> {
                table.deleteNow("now" + key);
                durable.remove("now" + key);
            }
            case 2 -> table.delete("later" + key);
            case 3 -> {
                Map<String, String> before = new TreeMap<>(durable);
                table.flush();
                durable.keySet().removeIf(held -> held.startsWith("later"));
                table.keys("later").forEach(held -> durable.put(held, String.valueOf(table.get(held))));
                addUntilComplete(before, expected);
            }
            default -> table.put("later" + key, "l" + step);
        }
        while (expected.size() <= log.size()) {
            expected.add(new TreeMap<>(durable));
        }
    }

    private void addUntilComplete(Map<String, String> before, List<Map<String, String>> expected) {
        while (expected.size() <= log.size()
                && !log.get(expected.size() - 1).key().equals(ChangelogRecord.FLUSH_KEY)) {
            expected.add(before);
        }
    }

    @Test
    void withoutAChangelogThePartsAreHeldAndNothingIsWritten() {
        // given
        var unlogged = new StatePartTable<String>("memory", format);
        // when
        unlogged.put("a", "1");
        unlogged.putNow("b", "2");
        unlogged.deleteNow("b");
        unlogged.flush();
        // then
        assertThat(unlogged.get("a")).isEqualTo("1");
        assertThat(unlogged.size()).isEqualTo(1);
        assertThat(log).isEmpty();
    }

    private static Map<String, String> content(StatePartTable<String> table) {
        Map<String, String> content = new TreeMap<>();
        table.keys("").forEach(key -> content.put(key, String.valueOf(table.get(key))));
        return content;
    }
}
