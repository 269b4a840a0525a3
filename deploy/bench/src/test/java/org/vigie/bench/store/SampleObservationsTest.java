package org.vigie.bench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.sink.row.ReadingRowMapper;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;

/** Tests the observations that are written into the store. */
class SampleObservationsTest {
    @Test
    void noTwoRowsAreAlike() {
        // given
        List<CleanObservation> observations = new SampleObservations(3).of(5, 20);
        var mapper = new ReadingRowMapper(StoreTables.in("bench"));

        // when
        List<String> lines = observations.stream()
                .flatMap(each -> mapper.of(each).stream())
                .map(StoreRow::line)
                .toList();

        // then
        assertThat(lines).hasSize(20 * 7).doesNotHaveDuplicates();
    }
}
