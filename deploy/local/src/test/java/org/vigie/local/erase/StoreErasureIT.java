package org.vigie.local.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.local.identity.IdentityCertificate;
import org.vigie.local.identity.IdentitySearch;
import org.vigie.store.EmbeddedStore;
import org.vigie.store.StoreQuery;

/** Erases a patient from a real store. */
class StoreErasureIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final String ERASED = "s-0123456789abcdef01234567";
    private static final Instant IN = Instant.parse("2026-11-29T08:00:00Z");
    private static final Instant OUT = Instant.parse("2026-11-29T20:00:00Z");

    @TempDir
    Path directory;

    @Test
    void theRowsOfThePatientAreGoneFromTablesAndFilesAndTheOthersStay() throws Exception {
        // given
        var patient = new ErasedPatient("4410077", Set.of(), Set.of(ERASED), List.of(new BedPeriod("REA/03", IN, OUT)));
        try (var store = EmbeddedStore.start(directory, 0, 0)) {
            var query = new StoreQuery(store.httpUrl(), store.admin());
            fill(query);

            // when
            var removed = new StoreErasure(query, directory.resolve("db")).run(patient);

            // then
            assertThat(removed).containsOnlyKeys("readings").containsValue(2L);
            assertThat(query.execute("SELECT stay FROM readings ORDER BY time"))
                    .extracting(row -> row.get("stay"))
                    .containsExactly("s-other", "provisional-REA/03-late");
            assertThat(query.execute("SELECT stay FROM standing")).hasSize(2);
            String definition = query.execute("SHOW CREATE TABLE readings")
                    .get(0)
                    .get("ddl")
                    .toString();
            assertThat(definition).contains("TTL 1 WEEK").contains("DEDUP UPSERT KEYS(time,stay)");
        }
        try (var store = EmbeddedStore.start(directory, 0, 0)) {
            assertThat(store.httpUrl()).isNotEmpty();
            await().atMost(TIMEOUT).until(() -> searched().isClean());
        }
    }

    /** Each table stands in the state in which another kill leaves it. */
    @Test
    void afterAKillAtAnyMomentTheNextErasureHasAllRowsOfTheOthers() throws Exception {
        // given
        var patient = new ErasedPatient("4410077", Set.of(), Set.of(ERASED), List.of());
        List<String> killed = List.of("copying", "swapping", "dropping", "swapping_with_ward", "dropped");
        try (var store = EmbeddedStore.start(directory, 0, 0)) {
            var query = new StoreQuery(store.httpUrl(), store.admin());
            table(query, "swapping", "s-other", ERASED);
            query.execute("CREATE VIEW standing AS (SELECT * FROM swapping)");
            interrupt(query);
        }
        try (var store = EmbeddedStore.start(directory, 0, 0)) {
            var query = new StoreQuery(store.httpUrl(), store.admin());

            // when
            new StoreErasure(query, directory.resolve("db")).run(patient);

            // then
            assertThat(new StoreTableSwap(query, Set.of()).names()).containsExactlyInAnyOrderElementsOf(killed);
            for (String table : killed) {
                await().atMost(TIMEOUT)
                        .untilAsserted(() -> assertThat(query.execute("SELECT stay FROM " + table))
                                .extracting(row -> row.get("stay"))
                                .contains("s-other")
                                .doesNotContain(ERASED));
            }
            assertThat(query.number("SELECT count() FROM swapping_with_ward")).isEqualTo(2);
        }
    }

    private static void interrupt(StoreQuery query) {
        table(query, "copying", "s-other", ERASED);
        table(query, "copying_without_erased");
        query.execute("RENAME TABLE swapping TO swapping_before_erasure");
        table(query, "swapping_without_erased", "s-other");
        table(query, "dropping", "s-other");
        table(query, "dropping_before_erasure", "s-other", ERASED);
        table(query, "swapping_with_ward_before_erasure", "s-other", ERASED);
        table(query, "swapping_with_ward_without_erased", "s-other");
        table(query, "swapping_with_ward", "s-later");
        table(query, "dropped_without_erased", "s-other");
    }

    private static void table(StoreQuery query, String name, String... stays) {
        query.execute("CREATE TABLE " + name + " (time TIMESTAMP, bed SYMBOL, stay SYMBOL) TIMESTAMP(time)"
                + " PARTITION BY DAY WAL DEDUP UPSERT KEYS(time, stay)");
        for (String stay : stays) {
            query.execute("INSERT INTO " + name + " VALUES ('2026-11-29T08:00:00Z', 'REA/03', '" + stay + "')");
        }
        await().atMost(TIMEOUT).until(() -> query.number("SELECT count() FROM " + name) == stays.length);
    }

    private IdentityCertificate searched() throws Exception {
        return new IdentitySearch(List.of(ERASED)).run(Optional.empty(), List.of(directory), List.of());
    }

    private static void fill(StoreQuery query) {
        query.execute("CREATE TABLE readings (time TIMESTAMP, bed SYMBOL, stay SYMBOL, value DOUBLE)"
                + " TIMESTAMP(time) PARTITION BY HOUR TTL 7 DAYS WAL DEDUP UPSERT KEYS(time, stay)");
        query.execute("CREATE TABLE loads (time TIMESTAMP, unit SYMBOL) TIMESTAMP(time) PARTITION BY DAY WAL");
        query.execute("CREATE VIEW standing AS (SELECT * FROM readings WHERE value > 0)");
        query.execute("INSERT INTO readings VALUES ('2026-11-29T07:00:00Z', 'REA/03', 's-other', 80),"
                + " ('2026-11-29T08:00:00Z', 'REA/03', 'provisional-REA/03-x', 81),"
                + " ('2026-11-29T09:00:00Z', 'REA/03', '" + ERASED + "', 82),"
                + " ('2026-11-29T21:00:00Z', 'REA/03', 'provisional-REA/03-late', 83)");
        await().atMost(TIMEOUT).until(() -> query.number("SELECT count() FROM readings") == 4);
    }
}
