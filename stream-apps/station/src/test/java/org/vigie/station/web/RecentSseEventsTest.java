package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.access.UnitScope;
import org.vigie.station.ward.WardReader;

/** Tests what a page gets whose connection was cut. */
class RecentSseEventsTest {
    private final RecentSseEvents recent = new RecentSseEvents();

    private static SseEvent bed(String bed) {
        return SseEvent.ofBed(bed, reader -> reader, reader -> "{}");
    }

    private static SseEvent pulse() {
        return SseEvent.pulse(scope -> "{}");
    }

    @Test
    void aPageGetsTheNewestEventOfEachBedThatItMissed() {
        // given
        recent.add(bed("REA/01"));
        long received = recent.add(bed("REA/02")).number();

        // when
        recent.add(bed("REA/03"));
        NumberedSseEvent other = recent.add(bed("REA/01"));
        NumberedSseEvent newest = recent.add(bed("REA/03"));

        // then
        assertThat(recent.after(received)).containsExactly(other, newest);
        assertThat(recent.after(newest.number())).isEmpty();
    }

    @Test
    void aPageThatMissedASnapshotGetsASnapshot() {
        // given
        long received = recent.add(bed("REA/01")).number();

        // when
        recent.add(SseEvent.SNAPSHOT);
        NumberedSseEvent later = recent.add(bed("REA/01"));

        // then
        assertThat(recent.after(received)).containsExactly(new NumberedSseEvent(later.number(), SseEvent.SNAPSHOT));
    }

    @Test
    void aPageThatWasAwayForMoreThanAMinuteGetsASnapshot() {
        // given
        long received = recent.add(pulse()).number();
        for (int second = 0; second < 59; second++) {
            recent.add(pulse());
        }
        assertThat(recent.after(received))
                .extracting(event -> event.event().name())
                .containsExactly("pulse");

        // when
        recent.add(pulse());
        recent.add(pulse());

        // then
        assertThat(recent.after(received)).extracting(NumberedSseEvent::event).containsExactly(SseEvent.SNAPSHOT);
    }

    @Test
    void aNumberThatTheStationNeverGaveGetsASnapshot() {
        // given
        recent.add(bed("REA/01"));

        // then
        assertThat(recent.after(7)).extracting(NumberedSseEvent::event).containsExactly(SseEvent.SNAPSHOT);
    }

    @Test
    void anIdCountsForItsReaderOnly() {
        // given
        var ids = new SseEventIds();
        var reader = new WardReader(UnitScope.of("REA"), "AB");
        var other = new WardReader(UnitScope.of("REA"), "CD");

        // when
        String id = ids.of(reader, 17);

        // then
        assertThat(ids.number(reader, id)).contains(17L);
        assertThat(ids.number(other, id)).isEmpty();
        assertThat(ids.number(reader, "17")).isEmpty();
        assertThat(ids.number(reader, id + "x")).isEmpty();
        assertThat(new SseEventIds().number(reader, id)).isEmpty();
    }
}
