package org.vigie.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.sink.SinkRecords.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.sink.row.ReadingRowMapper;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;

/** Tests that a reading's row stays with its patient, in whatever order its records are read. */
class AttributedRowFilterTest {
    private static final StoreTables TABLES = StoreTables.in("ward");
    private static final String NOTHING = "\"raw_partition\",\"raw_offset\"\r\n";

    private final ReadingRowMapper readings = new ReadingRowMapper(TABLES);
    private final List<String> statements = new ArrayList<>();
    private String stored = NOTHING;
    private final AttributedRowFilter filter = new AttributedRowFilter(this::answer, TABLES);

    @Test
    void aRowWhosePatientTheStoreKnowsIsLeftOut() {
        // given
        stored = NOTHING + "0,1\r\n";

        // when
        List<StoreRow> rows = filter.of(rows(provisional(1), provisional(2)));

        // then
        assertThat(rows).isEqualTo(rows(provisional(2)));
        assertThat(statements)
                .singleElement()
                .asString()
                .contains("time BETWEEN '2026-03-01T12:00:01Z' AND '2026-03-01T12:00:02Z'", "bed IN ('REA/03')");
    }

    @Test
    void aRowWhosePatientIsKnownByAnotherRecordOfTheBatchIsLeftOut() {
        assertThat(filter.of(rows(clean(1), provisional(1)))).isEqualTo(rows(clean(1)));
    }

    @Test
    void aRowOfAConflictWhosePatientIsKnownByAnotherRecordIsLeftOut() {
        // given
        CleanObservation conflict =
                CleanObservation.newBuilder(clean(1)).setStay("conflict-1").build();

        // when
        List<StoreRow> rows = filter.of(rows(clean(1), conflict));

        // then
        assertThat(rows).isEqualTo(rows(clean(1)));
        assertThat(statements).singleElement().asString().contains("stay NOT LIKE 'conflict-%'");
    }

    @Test
    void aRowOfABedWithoutAPatientIsStored() {
        assertThat(filter.of(rows(provisional(1), clean(2)))).isEqualTo(rows(provisional(1), clean(2)));
    }

    @Test
    void aNameOfABedCannotEndTheStatement() {
        // given
        CleanObservation observation = provisional(1);
        observation.setBed("REA/3' OR '1'='1");

        // when
        filter.of(rows(observation));

        // then
        assertThat(statements).singleElement().asString().contains("bed IN ('REA/3'' OR ''1''=''1')");
    }

    @Test
    void theStoreIsNotAskedForRowsOfPatients() {
        // when
        List<StoreRow> rows = filter.of(rows(clean(1), clean(2)));

        // then
        assertThat(rows).isEqualTo(rows(clean(1), clean(2)));
        assertThat(statements).isEmpty();
    }

    private String answer(String statement) {
        statements.add(statement);
        return stored;
    }

    private List<StoreRow> rows(CleanObservation... observations) {
        return Stream.of(observations)
                .flatMap(each -> readings.of(each).stream())
                .toList();
    }

    private static CleanObservation provisional(int offset) {
        return CleanObservation.newBuilder(clean(offset))
                .setStay("provisional-1")
                .setProvisional(true)
                .build();
    }
}
