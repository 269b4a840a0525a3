package org.vigie.station.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.station.MovableClock;
import org.vigie.station.TestLogin;

class StationLoginTest {
    private final MovableClock clock = new MovableClock();
    private final TestLogin access = new TestLogin(clock);

    @Test
    void wrongPinsWithoutEndFillNoAuditTrail() {
        // given
        clock.stop();
        Principal asking = Principal.of("MUR", AccessRole.WALL_SCREEN, UnitScope.everyUnit());

        // when
        for (int guess = 0; guess < 500; guess++) {
            assertThat(access.login().starter().byPin("", asking, "CD", "000000"))
                    .isEmpty();
        }

        // then
        assertThat(access.recorded()).hasSize(60);
    }
}
