package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.station.login.RequestCredentials;
import org.vigie.station.ward.WardReader;

class SseListenerTest {
    private static final WardReader PHYSICIAN = new WardReader(UnitScope.of("REA"), "AB");
    private static final WardReader LOCKED = new WardReader(UnitScope.of("REA"), "");
    private static final NumberedSseEvent SNAPSHOT = new NumberedSseEvent(9, SseEvent.SNAPSHOT);
    private static final NumberedSseEvent MISSED =
            new NumberedSseEvent(8, SseEvent.ofBed("REA/01", reader -> reader, reader -> "{}"));

    private final SseListener listener = SseListener.of(
            1,
            new RequestPrincipal(
                    Principal.of("AB", AccessRole.PHYSICIAN, UnitScope.of("REA")),
                    UnitScope.of("REA"),
                    new RequestCredentials("session", "", header -> null)),
            new SseClientQueue(10, List.of(MISSED)));

    @Test
    void theReaderWhoAskedGetsTheEventsThatWait() {
        assertThat(listener.sendable(PHYSICIAN, List.of(MISSED), SNAPSHOT)).containsExactly(MISSED);
    }

    @Test
    void aSessionThatWasLockedBeforeItsFirstEventGetsASnapshotInsteadOfWhatTheUserMissed() {
        assertThat(listener.sendable(LOCKED, List.of(MISSED), SNAPSHOT)).containsExactly(SNAPSHOT);
    }

    @Test
    void theNextEventsGoToTheNewReader() {
        // given
        listener.sendable(LOCKED, List.of(MISSED), SNAPSHOT);

        // when
        List<NumberedSseEvent> next = listener.sendable(LOCKED, List.of(MISSED), SNAPSHOT);

        // then
        assertThat(next).containsExactly(MISSED);
    }
}
