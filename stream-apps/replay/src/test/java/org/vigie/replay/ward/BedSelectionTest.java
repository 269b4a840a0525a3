package org.vigie.replay.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.vigie.testing.story.WardStory;

class BedSelectionTest {
    @Test
    void withoutANameAllBedsAreSelectedButTheCanaries() {
        // given
        var all = new BedSelection(List.of(), List.of());
        // then
        assertThat(all.has(record("observations.raw", "REA/1"))).isTrue();
        assertThat(all.has(record("commands.alerts", "stay-1"))).isTrue();
        assertThat(all.has(record("observations.raw", "VIGIE-CANARY/0"))).isFalse();
    }

    @Test
    void aSelectedBedBringsItsStays() {
        // given
        var one = new BedSelection(List.of("REA/1"), List.of());
        // when
        one.take(new WardStory().bed("1").stays());
        // then
        assertThat(one.has(record("observations.raw", "REA/1"))).isTrue();
        assertThat(one.has(record("observations.raw", "REA/2"))).isFalse();
        assertThat(one.has(record("commands.alerts", "stay-1"))).isTrue();
        assertThat(one.has(record("commands.alerts", "stay-2"))).isFalse();
    }

    @Test
    void aUnitBringsItsBeds() {
        // given
        var unit = new BedSelection(List.of(), List.of("USC"));
        // then
        assertThat(unit.has(record("stays.current", "USC/1"))).isTrue();
        assertThat(unit.has(record("stays.current", "REA/1"))).isFalse();
    }

    private static WardRecord record(String topic, String key) {
        return new WardRecord("vigie.ward." + topic, 0, 0, key, null, new RecordHeaders(), Instant.EPOCH);
    }
}
